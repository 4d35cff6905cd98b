"""From sources to shards."""

import json

import pytest

from claims.corpus import planning
from claims.corpus.planning import plan
from claims.corpus.plans import extent_of, first_change, read_plan, write_plan
from claims.corpus.shards import Kind, decode_shard, encode_shard
from claims.corpus.sources import Sources


def test_small_files_are_taken_together(folder):
    """Each file is in one shard, in the order of the sources."""
    shards = list(plan(Sources(("news",))))
    assert [shard.number for shard in shards] == list(range(len(shards)))
    assert len(shards) > 3
    assert [piece.path for shard in shards for piece in shard.pieces] == [
        f"news/{number:02}.md" for number in range(24)
    ]


def test_shards_become_larger(folder, monkeypatch):
    """A large corpus has fewer parts than it would have with the shards of a small one."""
    monkeypatch.setattr(planning, "_STEP", 2)
    sizes = [len(shard.pieces) for shard in plan(Sources(("news",)))]
    assert sizes[0] < sizes[2]


def test_a_large_file_of_lines_is_cut_at_line_ends(folder, records):
    """Every line is in one piece, which knows its number; a compressed file stays whole."""
    file = records.write(folder / "all.jsonl", *({"text": "x" * (number % 7 * 500)} for number in range(100)))
    pieces = [piece for shard in plan(Sources(("all.jsonl",))) for piece in shard.pieces]
    data = file.read_bytes()
    assert len(pieces) > 3
    assert b"".join(data[piece.start : piece.stop] for piece in pieces) == data
    assert [data[: piece.start].count(b"\n") + 1 for piece in pieces] == [piece.first for piece in pieces]


def test_parquet_is_cut_at_its_row_groups(folder):
    """A piece for each; one without the column of the texts is a problem that names the others."""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"body": ["one", "two", "three"]}), "all.parquet", row_group_size=2)
    pieces = [piece for shard in plan(Sources(("all.parquet",)), "body") for piece in shard.pieces]
    assert [(piece.kind, piece.start, piece.first) for piece in pieces] == [(Kind.ROWS, 0, 1), (Kind.ROWS, 1, 3)]
    ((piece,),) = [shard.pieces for shard in plan(Sources(("all.parquet",)))]
    assert piece.kind is Kind.PROBLEM
    assert "it has body" in piece.hint


def test_a_plan_is_read_as_it_was_written(folder):
    """To the byte of every name, and without the shards that are not wanted."""
    (folder / "news" / "caf\udce9\n.md").write_text("x")
    shards = list(plan(Sources(("news", "missing.md"))))
    write_plan(folder / "plan", shards)
    assert list(read_plan(folder / "plan")) == shards
    assert list(read_plan(folder / "plan", {0, 1})) == shards[2:]
    assert extent_of(folder / "plan").sources == 26
    assert [decode_shard(encode_shard(shard)) for shard in shards] == shards


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda news: news.stat(), None),
        (lambda news: (news / "03.md").write_text("Acme."), "news/03.md has changed"),
        (lambda news: (news / "03.md").unlink(), "where news/03.md was, there is news/04.md"),
        (lambda news: (news / "23.md").unlink(), "news/23.md is gone"),
        (lambda news: (news / "24.md").write_text("x"), "news/24.md was not there"),
        (lambda news: (news / "011.md").write_text("x"), "where news/02.md was, there is news/011.md"),
    ],
)
def test_what_has_changed_since_the_plan_is_said(folder, change, said):
    """The first file that is not as it was, by its name."""
    sources = Sources(("news",))
    write_plan(folder / "plan", plan(sources))
    change(folder / "news")
    found = first_change(folder / "plan", sources)
    assert (found and found.replace("011", "02")) == (said and said.replace("011", "02")) or said is None


def test_a_source_that_cannot_be_looked_at_is_a_piece(folder):
    """It is reported in its place."""
    (shard,) = plan(["missing.md"])
    assert [(piece.kind, piece.message) for piece in shard.pieces] == [(Kind.PROBLEM, "no such file")]
    assert json.loads(encode_shard(shard))[1][0][0] == "missing.md"
