"""What a batch run rests on, whatever form the facts have."""

from claims.cli import run
from claims.cli.status import FINDINGS


def test_facts_of_a_table_are_grounds_too(tmp_path, monkeypatch, capsys):
    """Entities that no file describes, as those of a table, are hashed like others."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.jsonl").write_text('{"subject": "Acme", "attribute": "members", "value": "84"}\n')
    (tmp_path / "note.md").write_text("Acme has 85 members.\n")
    command = ["batch", "note.md", "-o", "report", "--facts", "facts.jsonl", "-j", "1"]
    assert run(command) == FINDINGS
    assert run(command) == FINDINGS
    assert "fault of claims" not in capsys.readouterr().err
