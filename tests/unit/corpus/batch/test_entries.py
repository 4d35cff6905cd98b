"""The documents of a piece, whatever the file they are in."""

import gzip
import json

import pytest

from claims.cli.inputs import Reading
from claims.corpus.entries import Texts, entries, name_of
from claims.corpus.planning import plan
from claims.errors import InputError, Problem


def found(*paths, **options):
    """What comes of each document: its text, or what is wrong with it after an exclamation mark."""
    texts = Texts(Reading(), **options)
    return [
        said(entry)
        for shard in plan(paths, texts.columns["text"])
        for piece in shard.pieces
        for entry in entries(piece, texts)
    ]


def said(entry):
    try:
        made = entry.make()
    except InputError as error:
        made = error.problem
    if isinstance(made, Problem):
        return f"! {made.path}:{made.line}: {made.message}"
    return f"{made.id}: {made.source}"


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_json_lines_in_any_compression(folder, suffix):
    """Blank lines are passed over, a mark at the beginning is no part of it, and what is no record is a problem."""
    data = b'\xef\xbb\xbf{"text": "One.", "id": 7}\n\n{"text": "Two."}\n{"text": ""}\n[1]\n{"text": "Three."}'
    compress(folder / f"a.jsonl{suffix}", data)
    name = f"a.jsonl{suffix}"
    assert found(name) == [
        "7: One.",
        f"{name}:3: Two.",
        f"! {name}:4: no text",
        f"! {name}:5: not a JSON object",
        f"{name}:6: Three.",
    ]


def compress(path, data):
    if path.suffix == ".gz":
        data = gzip.compress(data)
    elif path.suffix == ".zst":
        data = pytest.importorskip("zstandard").ZstdCompressor(write_checksum=True).compress(data)
    path.write_bytes(data)
    return data


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_what_is_cut_off_is_never_a_shorter_file(folder, suffix):
    """What was there is read, and then an error says after which line it ends too early."""
    lines = b"".join(json.dumps({"text": f"{number * 7919 % 10007}."}).encode() + b"\n" for number in range(5000))
    whole = compress(folder / f"a.jsonl{suffix}", lines)
    (folder / f"a.jsonl{suffix}").write_bytes(whole[: len(whole) // 2])
    *read, last = found(f"a.jsonl{suffix}")
    assert read == [f"a.jsonl{suffix}:{number + 1}: {number * 7919 % 10007}." for number in range(len(read))]
    assert "the compressed data ends too early" in last


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_damaged_compression_is_an_error(folder, suffix):
    """Nothing is guessed from it."""
    data = compress(folder / f"a.txt{suffix}", b"".join(b"%d." % (number * number) for number in range(9999)))
    (folder / f"a.txt{suffix}").write_bytes(data[:200] + bytes(90) + data[290:])
    (error,) = found(f"a.txt{suffix}")
    assert error.startswith(f"! a.txt{suffix}:None: ")


def test_several_frames_are_one_file(folder):
    """Compressed files may be put one behind the other."""
    zstandard = pytest.importorskip("zstandard")
    (folder / "a.jsonl.zst").write_bytes(
        zstandard.compress(b'{"text": "One."}\n') + zstandard.compress(b'{"text": "Two."}')
    )
    assert found("a.jsonl.zst") == ["a.jsonl.zst:1: One.", "a.jsonl.zst:2: Two."]


def test_a_compressed_text_is_read_by_its_own_suffix(folder):
    """Markdown is Markdown though it is compressed."""
    (folder / "a.md.gz").write_bytes(gzip.compress(b"**84** members"))
    texts = Texts(Reading())
    (shard,) = plan(["a.md.gz"])
    (entry,) = entries(shard.pieces[0], texts)
    assert [block.text for block in entry.make().blocks] == ["84 members"]


def test_tables(folder):
    """CSV with other names for its fields; a table without texts is one problem that says so."""
    (folder / "a.csv").write_bytes('id;Body\n1;"One;\nmore."\n2;Caf\xe9.\n3;Three.\n'.encode("latin-1"))
    (folder / "b.csv").write_text("ward,votes\n1,2\n")
    assert found("a.csv", names=(("text", "body"),)) == [
        "1: One;\nmore.",
        "! a.csv:4: U+DCE9 at offset 3 is half of a character",
        "3: Three.",
    ]
    assert found("b.csv") == ["! b.csv:1: there is no column `text`"]


def test_rows_of_parquet(folder):
    """Dates are dates, what is null is not there, and rows have their numbers."""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    import datetime

    day = datetime.datetime(2024, 10, 1, 12, tzinfo=datetime.UTC)
    table = {"text": ["One.", None, "Three."], "date": [day, None, day], "id": [1, 2, None], "other": [[1], None, []]}
    pq.write_table(pa.table(table), "a.parquet", row_group_size=2)
    assert found("a.parquet") == ["1: One.", "! a.parquet:2: no text", "a.parquet:3: Three."]
    texts = Texts(Reading())
    first = next(entries(next(plan(["a.parquet"])).pieces[0], texts)).make()
    assert str(first.date) == "2024-10-01"


def test_parquet_that_is_cut_off(folder):
    """It is an error, and the others are read."""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"text": ["One."] * 100}), "a.parquet")
    (folder / "a.parquet").write_bytes((folder / "a.parquet").read_bytes()[:-100])
    (folder / "b.txt").write_text("Two.")
    first, second = found("a.parquet", "b.txt")
    assert "not Parquet, or damaged" in first
    assert second == "b.txt: Two."


def test_what_is_too_large_is_a_problem(folder):
    """Of a file, and of a line between others."""
    (folder / "a.txt").write_text("x" * 101)
    (folder / "a.jsonl").write_text('{"text": "One."}\n' + "x" * 5000 + '\n{"text": "Three."}\n')
    assert found("a.txt", limit=100) == ["! a.txt:None: larger than 100 bytes"]
    assert found("a.jsonl", limit=100) == [
        "a.jsonl:1: One.",
        "! a.jsonl:2: larger than 100 bytes",
        "a.jsonl:3: Three.",
    ]


def test_a_file_that_became_shorter_is_a_problem(folder, records):
    """A range that is not there any more is not silently empty."""
    records.write(folder / "a.jsonl", *({"text": "One. " * 100} for _ in range(999)))
    shards = list(plan(["a.jsonl"]))
    records.write(folder / "a.jsonl", {"text": "One."})
    last = [said(entry) for entry in entries(shards[-1].pieces[0], Texts(Reading()))]
    assert len(last) == 1
    assert "the file is shorter than it was" in last[0]


def test_names_that_are_no_text_can_be_shown():
    """Each byte that is no UTF-8 is spelled out."""
    assert name_of("caf\udce9.md") == "caf\\xe9.md"
