"""What was found in texts is kept, and a report made of it is the one that reading and judging would make."""

import sqlite3

import pytest

from claims.checker import Checker
from claims.compiled.results import kept_results
from claims.documents import read
from claims.model.dates import PartialDate

FACTS = """\
format: claims-facts/1
entities:
  rowers:
    type: organization
    names: {en: [Northbank Rowing Club]}
    facts:
      founded: 1987-05
      members:
        - {value: 48, from: 2019, until: 2024}
        - {value: 62, as_of: 2024-06}
"""
TEXTS = (
    "The Northbank Rowing Club has 48 members. It was founded in 1988.",
    "In 2020 the Northbank Rowing Club had 61 members, and 3 boats.",
    "The Northbank Rowing Club was founded in May 1987 and has about 60 members.",
)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache folder of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("CLAIMS_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def checker(cache, tmp_path):
    """A checker whose facts come from files."""
    (tmp_path / "facts.yaml").write_text(FACTS)
    return Checker.load([tmp_path / "facts.yaml"])


def _documents(texts=TEXTS):
    date = PartialDate.of(2024, 10)
    return [read(text, path=f"{number}.md", date=date) for number, text in enumerate(texts)]


def _report(checker, documents, *asked, as_of=None):
    with kept_results(checker.key, *asked) as results:
        return checker.check_documents(documents, as_of=as_of, results=results)


def _stores(cache):
    return list(cache.glob("results-*.sqlite"))


def _unread(checker, monkeypatch):
    """Have the checker fail where it reads a text."""

    def refuse(_self, _document):
        raise AssertionError("it was read again")

    monkeypatch.setattr(type(checker.reader), "read", refuse)


def test_a_second_run_reports_the_same_and_reads_nothing(checker, cache, monkeypatch):
    """The report from kept results equals that of reading and judging, the text in it included."""
    first = _report(checker, _documents())
    assert first == checker.check_documents(_documents())
    assert first.claims
    _unread(checker, monkeypatch)
    assert _report(checker, _documents()) == first


@pytest.mark.parametrize(
    "change",
    [
        {"texts": (TEXTS[0] + " ",)},
        {"asked": ("other severities",)},
        {"as_of": PartialDate.of(2020)},
    ],
)
def test_what_follows_from_something_else_is_worked_out_again(checker, change, monkeypatch):
    """Another text, other settings or another day are another result."""
    as_of = change.get("as_of")
    _report(checker, _documents(TEXTS[:1]), None)
    _unread(checker, monkeypatch)
    with pytest.raises(AssertionError, match="read again"):
        _report(checker, _documents(change.get("texts", TEXTS[:1])), *change.get("asked", (as_of,)), as_of=as_of)


def test_texts_that_contradict_each_other_do_so_from_the_cache_too(checker):
    """What two texts make together is worked out anew from what each says."""
    texts = ("The Northbank Rowing Club has 7 coaches.", "The Northbank Rowing Club has 9 coaches.")
    first = _report(checker, _documents(texts))
    assert _report(checker, _documents(texts)) == first


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_damaged_store_is_none(checker, cache, damage):
    """Nothing, something else and half of a store are no error, and the report is the same."""
    first = _report(checker, _documents())
    (store,) = _stores(cache)
    whole = store.read_bytes()
    store.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert _report(checker, _documents()) == first
    assert _report(checker, _documents()) == first


def test_a_changed_entry_is_none(checker, cache):
    """An entry whose checksum is wrong, or which holds what no report is, is worked out again."""
    first = _report(checker, _documents())
    (store,) = _stores(cache)
    for body in (b"x", b"[]", b""):
        with sqlite3.connect(store) as database:
            database.execute("UPDATE kept SET body = ?", (body,))
        assert _report(checker, _documents()) == first


def test_a_store_that_another_run_writes_is_left_alone(checker, cache):
    """Who cannot write waits a little, then goes on without."""
    first = _report(checker, _documents(TEXTS[:1]))
    (store,) = _stores(cache)
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert _report(checker, _documents(TEXTS[:1])) == first
    other.close()
    assert store.exists()


def test_a_folder_that_cannot_be_written_keeps_nothing(checker, cache, monkeypatch):
    """Where the cache is no folder, the work is done without."""
    cache.parent.joinpath("file").write_text("")
    monkeypatch.setenv("CLAIMS_CACHE_DIR", str(cache.parent / "file"))
    assert _report(checker, _documents()).claims


def test_without_a_cache_nothing_is_kept(checker, cache, monkeypatch):
    """No cache folder, or facts that came from no file: no results."""
    monkeypatch.setenv("CLAIMS_CACHE_DIR", "")
    with kept_results(checker.key) as results:
        assert results is None
    with kept_results(None) as results:
        assert results is None
