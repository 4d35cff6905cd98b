"""Our dataclasses do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claims.dataclasses import dataclass, field, replace

SLOW = re.compile(r"^ *from dataclasses import .*\b(dataclass|field|replace)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ours:
    """A class with every kind of field."""

    a: int
    b: str = "b"
    c: tuple[int, ...] = field(default=(), compare=False)
    d: dict[str, int] = field(default_factory=dict, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same, made by the standard library."""

    a: int
    b: str = "b"
    c: tuple[int, ...] = dataclasses.field(default=(), compare=False)
    d: dict[str, int] = dataclasses.field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Wider(Ours):
    """One that inherits, adds a field and a method, and checks what it was given."""

    e: int = 5

    def __post_init__(self) -> None:
        if self.e < 0:
            raise ValueError("e")

    def twice(self) -> int:
        """Twice ``e``."""
        return 2 * self.e


@dataclass(slots=True)
class Open:
    """One whose values change."""

    a: list[int] = field(default_factory=list)
    b: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    """One whose values have an order."""

    a: int
    b: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Ordered):
    """One whose own fields are given by name."""

    c: int = 3
    d: int


@dataclass(frozen=True, slots=True)
class Empty:
    """One without fields."""


@pytest.mark.parametrize(
    ("positional", "named"),
    [((1,), {}), ((1, "x"), {}), ((), {"a": 1, "c": (2,)}), ((1, "x", (3,), {"y": 4}), {}), ((1,), {"d": {}})],
)
def test_values_are_made_shown_and_compared_alike(positional, named):
    """Arguments by place and by name, defaults, the shown form, equality."""
    ours, theirs = Ours(*positional, **named), Theirs(*positional, **named)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours == Ours(*positional, **named)
    assert (ours == replace(ours, b="other")) is False
    assert ours == replace(ours, c=(9, 9))
    assert ours != theirs


@pytest.mark.parametrize(("positional", "named"), [((), {}), ((1, 2, 3, 4, 5), {}), ((1,), {"a": 2}), ((1,), {"z": 2})])
def test_wrong_arguments_are_refused_alike(positional, named):
    """What the standard class refuses, ours refuses, with the same words."""
    with pytest.raises(TypeError) as theirs:
        Theirs(*positional, **named)
    with pytest.raises(TypeError) as ours:
        Ours(*positional, **named)
    assert str(ours.value) == str(theirs.value).replace("Theirs", "Ours")


def test_defaults_are_made_anew_for_each_value():
    """A default factory is called for every value."""
    assert Ours(1).d is not Ours(1).d


def test_frozen_values_cannot_be_changed():
    """Setting and deleting raise the error of the standard library, for fields and for anything else."""
    value = Ours(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="'a'"):
        value.a = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.a
    with pytest.raises((AttributeError, TypeError)):
        value.other = 1


def test_frozen_values_hash_by_what_is_compared():
    """Equal values have one hash; values that change have none."""
    assert len({Ordered(1), Ordered(1), Ordered(2)}) == 2
    assert len({Empty(), Empty()}) == 1
    with pytest.raises(TypeError):
        hash(Open())


def test_open_values_change():
    """Without frozen, fields can be set and count for equality."""
    value = Open()
    value.b = 3
    assert value == Open(b=3)
    assert not hasattr(value, "__dict__")


def test_a_class_can_inherit():
    """Fields of the base come first, methods and checks of the class work."""
    value = Wider(1, e=4)
    assert (value.a, value.b, value.e, value.twice()) == (1, "b", 4, 8)
    assert Wider.__match_args__ == ("a", "b", "c", "d", "e")
    assert replace(value, a=2).e == 4
    with pytest.raises(ValueError, match="e"):
        Wider(1, e=-1)


def test_order_is_that_of_the_fields():
    """Values are sorted by their fields, and other kinds are refused."""
    values = [Ordered(2, 1), Ordered(1, 9), Ordered(1, 2)]
    assert sorted(values) == [Ordered(1, 2), Ordered(1, 9), Ordered(2, 1)]
    assert Ordered(1) < Ordered(2) <= Ordered(2) < Ordered(3)
    assert Ordered(3) > Ordered(2) >= Ordered(2)
    with pytest.raises(TypeError):
        Ordered(1) < Empty()  # noqa: B015 - that it raises is the point


def test_fields_can_be_by_name_only():
    """Those of the class are, in any order of defaults; those it inherits are not."""
    value = Named(1, d=4)
    assert (value.a, value.b, value.c, value.d) == (1, 0, 3, 4)
    assert Named.__match_args__ == ("a", "b")
    assert replace(value, c=5) == Named(1, c=5, d=4)
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own
    assert dataclasses.replace(value, a=2) == Named(2, d=4)
    with pytest.raises(TypeError):
        Named(1, 2, 3, 4)


def test_patterns_match():
    """Values are taken apart by place."""
    match Ours(1, "x"):
        case Ours(a, b):
            assert (a, b) == (1, "x")


def test_values_are_copied_and_pickled():
    """Processes hand values to each other."""
    value = Wider(1, "x", (2,), {"y": 3}, 4)
    assert copy.copy(value) == value
    assert copy.deepcopy(value).d == {"y": 3}
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own


def test_the_standard_library_takes_them_for_its_own():
    """fields, asdict and replace of the standard library work on our classes."""
    value = Wider(1)
    assert [f.name for f in dataclasses.fields(value)] == ["a", "b", "c", "d", "e"]
    assert [f.compare for f in dataclasses.fields(Wider)] == [True, True, False, True, True]
    assert [f.type for f in dataclasses.fields(Wider)][:2] == ["int", "str"]
    assert dataclasses.asdict(value) == {"a": 1, "b": "b", "c": (), "d": {}, "e": 5}
    assert dataclasses.replace(value, a=3) == Wider(3)
    assert dataclasses.is_dataclass(Empty)


def test_nothing_is_imported_for_them():
    """Making classes needs neither inspect nor the standard dataclasses."""
    code = (
        "import sys; before = set(sys.modules)\n"
        "from claims.dataclasses import dataclass\n"
        "@dataclass(frozen=True, slots=True)\nclass A:\n    a: int = 1\n"
        "A()\n"
        "print(sorted(set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split()
    assert not {"dataclasses", "inspect", "re"} & set(run.stdout.replace("'", " ").split())


def test_the_package_uses_them_everywhere():
    """One module that makes its classes the slow way would cost every start what the others save."""
    package = Path(__file__).parents[3] / "claims"
    slow = [
        path
        for path in package.rglob("*.py")
        if path.name != "dataclasses.py" and SLOW.search(path.read_text(encoding="utf-8"))
    ]
    assert slow == []
