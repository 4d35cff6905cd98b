"""Tables that a mapping reads: which cell becomes which fact, and what is refused."""

from __future__ import annotations

import datetime
import sys
from decimal import Decimal

import pytest

from claims.errors import LoadError
from claims.loading import load, load_all
from claims.model.dates import PartialDate
from claims.model.values import Text
from claims.reports.explanations import fact_notation
from claims.reports.values import with_unit

HEAD = "format: claims-mapping/1\nfile: results.csv\n"
TABLE = "Ward,Code,Voters,Turnout,Day\nOld Town,W1,1234,45.5,2024-06-09\nHarbour,W2,,n/a,2024-06-10\n"


@pytest.fixture
def read(tmp_path):
    """Read a table by a mapping, beside a facts file that knows the city."""
    (tmp_path / "city.yaml").write_text(
        "format: claims-facts/1\nentities:\n  city: {names: Northbank, facts: {voters: 7}}\n", encoding="utf-8"
    )

    def run(mapping, table=TABLE, name="results.csv", encoding="utf-8"):
        (tmp_path / name).write_bytes(table if isinstance(table, bytes) else table.encode(encoding))
        (tmp_path / "results.map.yaml").write_text(mapping, encoding="utf-8")
        return load_all([tmp_path]).facts

    return run


def _told(facts):
    return [
        f"{fact.entity}.{fact.attribute} = {with_unit(fact.value)}" for fact in facts.facts if fact.entity != "city"
    ]


def test_a_row_is_an_entity_and_a_cell_a_fact(read):
    """An empty cell is no fact, and the entity is called what its cell says."""
    facts = read(HEAD + "entity: Ward\nattributes: {voters: Voters, turnout: Turnout}\nmissing: n/a\n")
    assert _told(facts) == ["Old Town.voters = 1234", "Old Town.turnout = 45.5"]
    assert facts.entities["Harbour"].names == {"": ("Harbour",)}


def test_an_entity_has_an_id_a_type_an_owner_and_names(read):
    """The id is made from columns, the owner found by name in any file."""
    facts = read(
        HEAD + 'entity: {column: Ward, id: "ward-{Code}", type: ward, of: Northbank, names: [Ward, Code]}\n'
        "attributes: {voters: Voters}\n"
    )
    ward = facts.entities["ward-W1"]
    assert (ward.type, ward.of, ward.names) == ("ward", "city", {"": ("Old Town", "W1")})
    assert _told(facts) == ["ward-W1.voters = 1234"]


def test_a_row_may_be_about_an_entity_that_is_known(read):
    """A name that a facts file has names its entity."""
    facts = read(HEAD + "entity: Ward\nattributes: {voters: Voters}\n", "Ward,Voters\nNorthbank,9\n")
    assert [fact.value.amount for fact in facts.of("city", "voters")] == [7, 9]


def test_time_qualifiers_unit_type_and_source(read):
    """What is the same for all rows stands in the mapping, what differs in a column."""
    facts = read(
        HEAD + "entity: Ward\nas_of: 2024-06\nwhere: {year: 2024}\nsource: {title: Results, rank: preferred}\n"
        "attributes:\n"
        "  voters: Voters\n"
        '  turnout: {column: Turnout, unit: "%", where: {code: {column: Code}}, during: {column: Day}}\n'
        "  code: {column: Voters, type: text}\nmissing: [n/a]\n"
    )
    voters, turnout, code = (fact for fact in facts.facts if fact.entity == "Old Town")
    assert (voters.validity.as_of, voters.where) == (PartialDate.of(2024, 6), (("year", "2024"),))
    assert (turnout.where, with_unit(turnout.value)) == ((("code", "W1"), ("year", "2024")), "45.5 %")
    assert turnout.validity.during == PartialDate.of(2024, 6, 9)
    assert (voters.source.title, voters.rank.name) == ("Results", "PREFERRED")
    assert code.value == Text("1234")
    assert fact_notation(voters).endswith("results.csv:2")


def test_several_columns_may_hold_one_attribute(read):
    """A wide table has a column for each year."""
    facts = read(
        HEAD + "entity: Ward\nattributes:\n  voters:\n"
        "    - {column: y2020, during: 2020}\n    - {column: y2024, during: 2024}\n",
        "Ward,y2020,y2024\nOld Town,1,2\n",
    )
    assert [(str(fact.validity.during), int(fact.value.amount)) for fact in facts.of("Old Town", "voters")] == [
        ("2020", 1),
        ("2024", 2),
    ]


@pytest.mark.parametrize(
    ("options", "table", "encoding"),
    [
        ('delimiter: ";"\ndecimal_mark: ","\n', "Ward;Voters\nÉtang;1.234,5\n", "utf-8"),
        ('delimiter: ";"\ndecimal_mark: ","\n', "Ward;Voters\nÉtang;1\u202f234,5\n", "utf-8"),
        ("delimiter: tab\nencoding: latin-1\n", "Ward\tVoters\nÉtang\t1234.5\n", "latin-1"),
        ('encoding: windows-1252\ndecimal_mark: "."\n', 'Ward,Voters\nÉtang,"1,234.5"\n', "cp1252"),
    ],
)
def test_tables_are_read_as_they_were_written(read, options, table, encoding):
    """Delimiter, decimal mark and encoding are those of the file."""
    facts = read(HEAD + options + "entity: Ward\nattributes: {voters: Voters}\n", table, encoding=encoding)
    assert _told(facts) == ["Étang.voters = 1234.5"]


def test_json_lines_are_tables_too(read):
    """The fields of records are columns."""
    mapping = HEAD.replace("results.csv", "results.jsonl") + "entity: Ward\nattributes: {voters: Voters}\n"
    facts = read(mapping, '{"Ward": "Old Town", "Voters": 12}\n{"Ward": "Harbour"}\n', "results.jsonl")
    assert _told(facts) == ["Old Town.voters = 12"]


def test_parquet_is_a_table_too(read):
    """Numbers, dates and texts of a Parquet file are what they were."""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    sink = pa.BufferOutputStream()
    day = datetime.date(2024, 6, 9)
    columns = {
        "Ward": ["Old Town", "Harbour"],
        "Voters": [12, None],
        "Share": [Decimal("0.10"), None],
        "Day": [day] * 2,
    }
    pq.write_table(pa.table(columns), sink)
    mapping = HEAD.replace("results.csv", "results.parquet") + "entity: Ward\n"
    facts = read(
        mapping + "attributes: {voters: Voters, share: Share, day: Day}\n",
        sink.getvalue().to_pybytes(),
        "results.parquet",
    )
    assert _told(facts) == [
        "Old Town.voters = 12",
        "Old Town.share = 0.10",
        "Old Town.day = 2024-06-09",
        "Harbour.day = 2024-06-09",
    ]


def test_a_table_with_other_columns_needs_a_mapping(tmp_path):
    """Without one that is told once, not for every row, with the command that proposes a mapping."""
    (tmp_path / "results.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(LoadError, match=r"`claims facts import results.csv --show-mapping` proposes one") as caught:
        load([tmp_path])
    assert len(caught.value.problems) == 1


def test_a_row_about_nothing_is_a_mistake(read):
    """A row without its entity is told with its line."""
    with pytest.raises(LoadError, match=r"results.csv:2:1: the row has nothing under `Ward`"):
        read(HEAD + "entity: Ward\nattributes: {voters: Voters}\n", "Ward,Voters\n,12\n")


def test_parquet_without_its_reader_is_a_clear_error(read, monkeypatch):
    """Where pyarrow is not installed the message says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    mapping = HEAD.replace("results.csv", "results.parquet") + "entity: Ward\nattributes: {voters: Voters}\n"
    with pytest.raises(LoadError, match=r"reading Parquet needs pyarrow .*claims-linter\[parquet\]"):
        read(mapping, b"PAR1", "results.parquet")


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("entity: Wrad\nattributes: {voters: Voters}\n", "results.map.yaml:3:9: unknown column `Wrad` (did you mean"),
        ("entity: Ward\nattributes: {voters: Votes}\n", "results.map.yaml:4:22: unknown column `Votes`"),
        ('entity: {column: Ward, id: "{Cod}"}\nattributes: {voters: Voters}\n', "unknown column `Cod`"),
        ("entity: {column: Ward, of: Suthbank}\nattributes: {voters: Voters}\n", "csv:2:1: unknown entity `Suthbank`"),
        ("entity: Ward\nattributes: {voters: Turnout}\nas_of: soon\n", "csv:2:1: `as_of` is no date"),
        ("entity: Ward\nattributes: {voters: {column: Turnout, typ: count}}\n", "did you mean `type`?"),
        ("entity: Ward\nattributes: {voters: Voters}\nencoding: utf9\n", "unknown encoding `utf9`"),
        ("entity: Ward\nattributes: {voters: Voters}\ndelimiter: '::'\n", "`delimiter` must be one character"),
        ("entity: Ward\nattributes: {voters: Voters}\ndecimal_mark: x\n", "unknown decimal mark `x`"),
        ("attributes: {voters: Voters}\n", "the file needs `entity`"),
        ("entity: Ward\n", "the file needs `attributes`"),
    ],
)
def test_mistakes_are_told_where_they_are(read, mapping, said):
    """What the mapping says wrong is told in the mapping, what the table holds in the table."""
    with pytest.raises(LoadError) as caught:
        read(HEAD + mapping)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "the mapping needs `file`"),
        ("file: ../../outside.csv\n", "outside the project's folder"),
        ("file: city.yaml\n", "`city.yaml` is no table"),
        ("file: none.csv\n", "no such file"),
    ],
)
def test_only_tables_of_the_project_are_read(read, line, said):
    """A mapping cannot reach out of its project, and says what is missing."""
    with pytest.raises(LoadError, match=said):
        read("format: claims-mapping/1\n" + line + "entity: Ward\nattributes: {voters: Voters}\n")


def test_the_order_of_files_does_not_matter(tmp_path):
    """A table is read by its mapping whether it is found before or after it."""
    for name in ("a.map.yaml", "z.map.yaml"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "results.csv").write_text(TABLE, encoding="utf-8")
        (folder / name).write_text(HEAD + "entity: Ward\nattributes: {voters: Voters}\n", encoding="utf-8")
        assert len(load([folder])[0].facts) == 1
