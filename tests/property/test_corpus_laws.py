"""Laws of a corpus: however it is cut, compressed or encoded, it is the same."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.corpus.figures import figures_of, summary_of
from claims.corpus.shards import Kind, Piece, Shard, decode_shard, encode_shard
from claims.errors import InputError, Problem
from claims.files.streams import cut_at_lines, lines, opened
from claims.model.report import DocumentReport, Report
from claims.reports.summary import summarise

WHOLE = st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b"")), max_size=30).map(b"\n".join)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.binary(min_size=1).map(
    lambda name: name.replace(b"\0", b"?").decode("utf-8", "surrogateescape")
)


def numbered(data, **options):
    return [(number, line) for number, line in lines(io.BytesIO(data), "x", **options)]


@given(WHOLE, st.integers(1, 200))
def test_ranges_of_lines_are_the_whole_file(tmp_path_factory, data, target):
    """Every line is in one range, with its number; ranges follow each other."""
    path = tmp_path_factory.getbasetemp() / "cut.jsonl"
    path.write_bytes(data)
    found, end = [], 0
    for start, stop, before in cut_at_lines(str(path), target):
        assert start == end
        end = stop
        with opened(str(path), start) as stream:
            found += lines(stream, "x", size=stop - start, number=before + 1)
    assert end == len(data)
    assert found == numbered(data)


@given(WHOLE, st.integers(1, 60))
def test_no_line_is_longer_than_the_limit(data, limit):
    """A longer one is a problem in its place; the others are as they are without a limit."""
    for (number, line), (same, found) in zip(numbered(data), numbered(data, limit=limit), strict=True):
        assert number == same
        assert found == line or (isinstance(found, Problem) and len(line.rstrip(b"\n")) >= limit)


@given(WHOLE, st.data())
def test_what_is_cut_off_is_an_error_or_a_beginning(tmp_path_factory, data, draw):
    """Reading a compressed file that lost its end never comes to a quiet end."""
    path = tmp_path_factory.getbasetemp() / "cut.gz"
    whole = gzip.compress(data)
    path.write_bytes(whole[: draw.draw(st.integers(1, len(whole) - 1))])
    with pytest.raises(InputError), opened(str(path)) as stream:
        stream.read()


@given(st.lists(st.tuples(NAMES, st.sampled_from(Kind), st.integers(0), st.none() | st.integers(0))))
def test_shards_come_back_from_the_plan(pieces):
    """Whatever the names of files hold."""
    shard = Shard(7, tuple(Piece(name, kind, start=start, stop=stop) for name, kind, start, stop in pieces))
    assert decode_shard(encode_shard(shard)) == shard
    assert b"\n" not in encode_shard(shard)


@given(st.lists(st.booleans(), min_size=1))
def test_figures_of_parts_add_up_to_those_of_all(unread):
    """The summary of the sum is that of the report on all documents."""
    problem = Problem("a", None, None, "no")
    documents = [
        DocumentReport(f"d{number}", error=problem if is_bad else None) for number, is_bad in enumerate(unread)
    ]
    total = {}
    for document in documents:
        for name, number in figures_of(Report((document,))).items():
            total[name] = total.get(name, 0) + number
    assert summary_of(total) == summarise(Report(tuple(documents)))
