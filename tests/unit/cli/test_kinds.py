"""Which file goes where."""

import pytest

from claims.cli.kinds import CHECK, FACTS, USES, VERIFY, refuse_wrong_kind
from claims.errors import UsageError


@pytest.mark.parametrize(
    ("path", "use"),
    [("facts.yaml", CHECK), ("claims.json", CHECK), ("news.md", VERIFY), ("x.TXT", FACTS), ("x.tsv", FACTS)],
)
def test_wrong_kind_names_the_other_uses(path, use):
    """A file given to the wrong use is refused with how it is given to the other two."""
    with pytest.raises(UsageError) as caught:
        refuse_wrong_kind(["docs", path], use)
    message = str(caught.value)
    assert message.startswith(f"{path}: {use.words} reads")
    assert all(other.words.split()[-1] in message for other in USES)


@pytest.mark.parametrize("use", USES, ids=[use.words for use in USES])
@pytest.mark.parametrize("path", ["-", "docs", "notes.rst", "x.jsonl", "x.csv"])
def test_what_may_be_right_passes(path, use):
    """Folders, standard input, unknown suffixes and tables, which all three read, are not refused by name."""
    refuse_wrong_kind([path], use)
