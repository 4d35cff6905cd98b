"""The same report from Ray; skipped where Ray is not installed."""

import json
from pathlib import Path

import pytest

from claims.cli import run
from claims.cli.status import FINDINGS
from claims.corpus import planning
from claims.corpus.folder import OUTPUTS

pytest.importorskip("ray", reason="Ray is not installed: pip install -e '.[ray]'", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("ignore")  # those of Ray and its children, which are not ours to mend

FACTS = """\
format: claims-facts/1
entities:
  acme: {names: Acme, type: organization, facts: {members: {value: 84, as_of: 2024-10}}}
"""


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A table of texts and a file that is none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(planning, "SMALLEST", 5_000)
    (tmp_path / "facts.yaml").write_text(FACTS)
    records = ({"id": f"r{number}", "text": f"Acme has {84 + number % 2} members."} for number in range(300))
    (tmp_path / "news.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records))
    (tmp_path / "binary.txt").write_bytes(b"\0")
    return tmp_path


def report(folder):
    return {name: Path(folder, name).read_bytes() for name in OUTPUTS if Path(folder, name).exists()}


def test_ray_gives_the_report_of_the_pool(corpus):
    """To the byte, in every file."""
    command = ["batch", "news.jsonl", "binary.txt", "--facts", "facts.yaml", "--isolated", "-j", "2", "-o"]
    assert run([*command, "pool"]) == run([*command, "ray", "--engine", "ray"])
    assert report("ray") == report("pool")
    assert len(report("ray")["findings.jsonl"].splitlines()) == 150


def test_an_object_store_is_read_as_a_disk_is(corpus):
    """Through fsspec: a folder of its memory file system, compressed records among it."""
    import fsspec

    store = fsspec.filesystem("memory")
    store.pipe("/crawl/a.jsonl", (corpus / "news.jsonl").read_bytes())
    store.pipe("/crawl/deep/b.md", b"Acme has 85 members.\n")
    command = ["batch", "--facts", "facts.yaml", "--isolated", "-j", "1"]
    assert run([*command, "memory://crawl", "-o", "folder"]) == FINDINGS
    assert run([*command, "memory://crawl/*.jsonl", "-o", "glob"]) == FINDINGS
    assert len(report("folder")["findings.jsonl"].splitlines()) == 1
    assert len(report("glob")["findings.jsonl"].splitlines()) == 150
    assert b'"path":"memory://crawl/a.jsonl"' in report("glob")["findings.jsonl"].replace(b"///", b"//")
