"""``--fix`` and ``--diff``, run as a person runs them."""

import io
import subprocess
import sys
import zipfile

import pytest

from claims.cli import fixing, run
from claims.cli.status import FINDINGS, OK, TROUBLE

FACTS = """\
format: claims-facts/1
entities:
  acme:
    names: Acme
    type: organization
    facts:
      founded: 2014-09
      weight: 12
      members:
        - value: 79
          from: 2018-09
        - value: 84
          from: 2024-10
  ame:
    names: Amélie Poulain
    type: organization
    facts: {members: 1200}
"""


@pytest.fixture
def check(tmp_path, monkeypatch):
    """Run check on the facts of a new folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS)
    return lambda *arguments: run(["check", *arguments, "--facts", "facts.yaml", "--isolated"])


def test_a_fix_is_written_and_leaves_nothing_to_find(check, tmp_path, capsys):
    """Wrong and outdated values are replaced, the file is clean afterwards, and what was done is said."""
    (tmp_path / "a.md").write_text("Acme has **85 members**. It was founded in 2015.\n")
    (tmp_path / "b.md").write_text("Acme has 79 members.\n")
    assert check(".", "--fix", "--fail-level", "warning") == OK
    assert (tmp_path / "a.md").read_text() == "Acme has **84 members**. It was founded in 2014.\n"
    assert (tmp_path / "b.md").read_text() == "Acme has 84 members.\n"
    assert "claims: fixed 3 findings in 2 files" in capsys.readouterr().err
    assert check(".", "--fail-level", "warning") == OK


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(check, tmp_path, encoding, mark, end):
    """Nothing but the replaced stretch changes in the bytes of a file, the missing last line end included."""
    text = f"# Amélie{end}{end}Amélie Poulain has 85 members.{end}Été 🙂"
    file = tmp_path / "a.md"
    file.write_bytes(mark + text.encode(encoding))
    check("a.md", "--fix")
    assert file.read_bytes() == mark + text.replace("85", "1200").encode(encoding)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.md", "Acme has 8**5** members.\n", "it crosses markup"),
        ("a.html", "<p>Acme has &#56;5 members.</p>\n", "it crosses markup"),
        ("a.jsonl", '{"text": "Acme has 85 members."}\n', "the file is not plainly its text"),
    ],
)
def test_what_cannot_be_replaced_is_left_with_a_word(check, tmp_path, capsys, name, text, why):
    """A value that crosses markup, or stands in a file that is more than its text, stays and is named."""
    (tmp_path / name).write_text(text)
    assert check(name, "--fix") == FINDINGS
    assert (tmp_path / name).read_text() == text
    assert f"not fixed: {why}" in capsys.readouterr().err


def test_a_word_document_is_never_written(check, tmp_path, capsys):
    """The text of a .docx is not its bytes: the file stays as it is."""
    body = '<w:p><w:r><w:t xml:space="preserve">Acme has 85 members.</w:t></w:r></w:p>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    (tmp_path / "a.docx").write_bytes(data.getvalue())
    assert check("a.docx", "--fix") == FINDINGS
    assert (tmp_path / "a.docx").read_bytes() == data.getvalue()
    assert "not plainly its text" in capsys.readouterr().err


def test_a_diff_is_shown_and_changes_nothing(check, tmp_path, capsys):
    """`git apply` takes the diff and comes to what --fix does; until then the run fails and the file stays."""
    text = "One.\r\n\r\nAcme has 85 members."
    (tmp_path / "a.md").write_bytes(text.encode())
    assert check("a.md", "--diff") == FINDINGS
    shown = capsys.readouterr().out
    assert (tmp_path / "a.md").read_bytes() == text.encode()
    subprocess.run(["git", "apply", "-"], input=shown.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "a.md").read_bytes() == text.replace("85", "84").encode()


def test_nothing_to_fix_is_no_diff(check, tmp_path, capsys):
    """Where all is well --diff prints nothing on standard output and passes."""
    (tmp_path / "a.md").write_text("Acme has 84 members.\n")
    assert check("a.md", "--diff") == OK
    assert capsys.readouterr().out == ""


def test_medium_confidence_is_fixed_only_where_asked_for(check, tmp_path, capsys):
    """What may mean something else is left, and counted, unless --unsafe-fixes is given."""
    text = "The weight of Acme is 15 kg.\n"
    (tmp_path / "a.md").write_text(text)
    check("a.md", "--fix")
    assert (tmp_path / "a.md").read_text() == text
    assert "1 not sure enough (--unsafe-fixes)" in capsys.readouterr().err
    check("a.md", "--fix", "--unsafe-fixes")
    assert (tmp_path / "a.md").read_text() == text.replace("15", "12")


def test_standard_input_comes_back_fixed(tmp_path):
    """With `-` the fixed text alone is on standard output, byte for byte, and the report on standard error."""
    (tmp_path / "facts.yaml").write_text(FACTS)
    command = [sys.executable, "-m", "claims", "check", "-", "--fix", "--facts", "facts.yaml"]
    ran = subprocess.run(command, input=b"Acme has 85 members.\r\n", capture_output=True, cwd=tmp_path, check=False)
    assert ran.stdout == b"Acme has 84 members.\r\n"
    assert b"1 document" in ran.stderr
    assert ran.returncode == OK


def test_ignored_findings_are_not_fixed(check, tmp_path):
    """A fix follows a finding that speaks: what is not selected stays as it is."""
    (tmp_path / "a.md").write_text("Acme has 85 members.\n")
    assert check("a.md", "--fix", "--ignore", "acme.members") == OK
    assert "85" in (tmp_path / "a.md").read_text()


def test_a_file_that_cannot_be_written_does_not_stop_the_others(check, tmp_path, capsys, monkeypatch):
    """The other files are fixed, the one is named, and the run ends with status 2."""
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text("Acme has 85 members.\n")

    def write(path, data):
        if path.name == "b.md":
            raise PermissionError(13, "Permission denied")
        path.write_bytes(data)

    monkeypatch.setattr(fixing, "write_bytes", write)
    assert check(".", "--fix") == TROUBLE
    assert "b.md was not fixed: it cannot be written: Permission denied" in capsys.readouterr().err
    assert [(tmp_path / name).read_text()[9:11] for name in ("a.md", "b.md", "c.md")] == ["84", "85", "84"]


def test_a_file_that_changed_in_the_meantime_is_left(check, tmp_path, capsys, monkeypatch):
    """What somebody else wrote while the texts were checked is not overwritten."""
    (tmp_path / "a.md").write_text("Acme has 85 members.\n")
    real = fixing.fix

    def fix(*arguments, **options):
        found = real(*arguments, **options)
        (tmp_path / "a.md").write_text("Other words.\n")
        return found

    monkeypatch.setattr(fixing, "fix", fix)
    assert check("a.md", "--fix") == TROUBLE
    assert "another program changed it" in capsys.readouterr().err
    assert (tmp_path / "a.md").read_text() == "Other words.\n"
