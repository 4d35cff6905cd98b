"""Parts: written at once or not at all, and read only if they are as they were written."""

import pytest

from claims.corpus.parts import Part, part_path, write_part
from claims.errors import InputError


def write(folder, number=3):
    def fill(writer):
        writer.add_finding(b'{"a":1}\n')
        writer.add_error(b'{"e":1}\n')
        writer.add_finding(b'{"a":2}\n')
        writer.figures.update(documents=3)
        return b"tally"

    return write_part(part_path(folder, number), number, 99, fill)


def test_what_was_written_is_read(tmp_path):
    """Findings, errors and tally, in their order."""
    done = write(tmp_path)
    part = Part(part_path(tmp_path, 3), done)
    assert b"".join(part.findings()) == b'{"a":1}\n{"a":2}\n'
    assert (b"".join(part.errors()), part.tally) == (b'{"e":1}\n', b"tally")
    assert (done.number, done.weight, done.figures) == (3, 99, {"documents": 3})


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"x" + data[1:], lambda data: data + b"x"])
def test_damage_is_noticed(tmp_path, damage):
    """A part that lost, changed or gained a byte is refused."""
    done = write(tmp_path)
    path = part_path(tmp_path, 3)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(InputError, match="not as it was written"):
        Part(path, done)


def test_half_a_part_is_none(tmp_path):
    """Where writing fails, nothing is left."""

    def fail(writer):
        writer.add_finding(b"x")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        write_part(part_path(tmp_path, 0), 0, 1, fail)
    assert not list(tmp_path.iterdir())
