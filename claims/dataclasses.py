"""Dataclasses as in the standard library, whose making costs a tenth.

``dataclass``, ``field`` and ``replace`` are what :mod:`dataclasses` has under these names, for classes with
``slots=True``, and a type checker sees nothing else. The standard ones write the source of seven methods for every
class and compile it on import: 0.4 ms a class, more than half of what starting cost with the 150 classes of a check.
Here the methods are closures over the names of the fields, made at once, and only ``__init__`` is compiled, when the
first value of the class is made; most classes have none in a short run.

What ``dataclasses`` itself can do with its own (``fields``, ``asdict``, ``replace``) it can with these.
Not taken over: ``InitVar``, ``KW_ONLY``, ``ClassVar``, ``field(init=False)``, classes without slots.
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False  # known to type checkers; this module is on the way of every start
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, field, replace
    from typing import Any

    Class = type[Any]

__all__ = ["dataclass", "field", "replace"]


class _Missing:
    """What stands for no default."""

    def __repr__(self) -> str:
        return "<missing>"


_MISSING = _Missing()
_OWN = "__own_fields__"


class Field:
    """What a class says of one of its fields."""

    __slots__ = ("compare", "default", "default_factory", "kw_only", "name", "repr")

    def __init__(self, default: object, default_factory: object, *, repr_: bool, compare: bool) -> None:
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.repr = repr_
        self.compare = compare
        self.kw_only = False


if not TYPE_CHECKING:

    def field(*, default=_MISSING, default_factory=_MISSING, repr=True, compare=True):  # noqa: A002, ANN001, ANN201, D103
        return Field(default, default_factory, repr_=repr, compare=compare)

    def dataclass(*, frozen=False, slots=True, init=True, order=False, kw_only=False):  # noqa: ANN001, ANN201, D103
        if not slots:
            raise TypeError("only classes with slots are made here")
        return lambda cls: _made(cls, frozen=frozen, init=init, order=order, kw_only=kw_only)

    def replace(value, /, **changes):  # noqa: ANN001, ANN003, ANN201, D103
        given = {name: getattr(value, name) for name in getattr(value, _OWN) if name not in changes}
        return value.__class__(**given, **changes)


def _made(cls: Class, *, frozen: bool, init: bool, order: bool, kw_only: bool) -> Class:
    """The class again, with slots for its fields and the methods of a dataclass."""
    known: dict[str, Field] = {}
    for base in reversed(cls.__mro__[1:]):
        known.update(base.__dict__.get(_OWN, {}))
    inherited = frozenset(known)
    own = {name: _field_of(cls, name) for name in cls.__dict__.get("__annotations__", {})}  # noqa: RUF063 - inspect is what costs
    for said in own.values():
        said.kw_only = kw_only
    known.update(own)
    body = {name: item for name, item in cls.__dict__.items() if name not in own}
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    body |= {
        "__slots__": tuple(name for name in own if name not in inherited),
        "__match_args__": tuple(name for name, said in known.items() if not said.kw_only),
        "__dataclass_fields__": _StandardFields(known),
        _OWN: known,
        "__repr__": body.get("__repr__") or _repr(known),
        **{name: method for name, method in _comparing(known, order=order).items() if name not in body},
    }
    if frozen:
        body |= {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state, "__setstate__": _restore}
        body.setdefault("__hash__", _hash(known))
    else:
        body["__hash__"] = None
    make: Any = type(cls)
    made: Class = make(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    if init:
        made.__init__ = _first_init(made, known, frozen=frozen)
    return made


def _field_of(cls: Class, name: str) -> Field:
    said = cls.__dict__.get(name, _MISSING)
    found = said if isinstance(said, Field) else Field(said, _MISSING, repr_=True, compare=True)
    found.name = name
    return found


def _first_init(cls: Class, known: dict[str, Field], *, frozen: bool) -> Callable[..., None]:
    """An ``__init__`` that compiles the true one, puts it in its place and calls it."""

    def __init__(self: object, *arguments: object, **named: object) -> None:  # noqa: N807 - it is one
        init = _init(cls, known, frozen=frozen)
        if cls.__init__ is __init__:
            cls.__init__ = init
        init(self, *arguments, **named)

    return __init__


def _init(cls: Class, known: dict[str, Field], *, frozen: bool) -> Callable[..., None]:
    names: dict[str, object] = {"_MISSING": _MISSING, "_put": object.__setattr__}
    arguments: list[str] = []
    named: list[str] = []
    lines: list[str] = []
    for name, said in known.items():
        value, listed = name, named if said.kw_only else arguments
        if said.default_factory is not _MISSING:
            names[f"_make_{name}"] = said.default_factory
            listed.append(f"{name}=_MISSING")
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        elif said.default is not _MISSING:
            names[f"_default_{name}"] = said.default
            listed.append(f"{name}=_default_{name}")
        else:
            listed.append(name)
        lines.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    source = f"def __init__({', '.join(['self', *arguments, *(['*', *named] if named else [])])}):\n " + "\n ".join(
        lines or ["pass"]
    )
    # the names in it are those of the fields of a class of ours
    exec(source, names)  # noqa: S102
    made: Any = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made  # type: ignore[no-any-return]


def _getter(names: list[str]) -> Callable[[object], Any]:
    """What gives the values of some fields as one that can be compared."""
    return attrgetter(*names) if names else lambda _value: ()


def _comparing(known: dict[str, Field], *, order: bool) -> dict[str, Callable[..., object]]:
    values = _getter([name for name, said in known.items() if said.compare])

    def __eq__(self: object, other: object) -> object:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __lt__(self: object, other: object) -> object:  # noqa: N807
        return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self: object, other: object) -> object:  # noqa: N807
        return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

    # Python asks the other side where it finds no > or >=
    return {"__eq__": __eq__, "__lt__": __lt__, "__le__": __le__} if order else {"__eq__": __eq__}


def _hash(known: dict[str, Field]) -> Callable[[object], int]:
    values = _getter([name for name, said in known.items() if said.compare])
    return lambda self: hash(values(self))


def _repr(known: dict[str, Field]) -> Callable[[object], str]:
    shown = [name for name, said in known.items() if said.repr]

    def __repr__(self: object) -> str:  # noqa: N807
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({fields})"

    return __repr__


def _refuse(self: object, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{name!r} of a {self.__class__.__qualname__} cannot be changed")


def _state(self: Any) -> list[object]:  # noqa: ANN401 - a value of any of these classes
    return [getattr(self, name) for name in getattr(self, _OWN)]


def _restore(self: Any, state: list[object]) -> None:  # noqa: ANN401 - as above
    for name, value in zip(getattr(self, _OWN), state, strict=True):
        object.__setattr__(self, name, value)


class _StandardFields:
    """The fields as the standard library describes them, which it makes when it first asks."""

    def __init__(self, known: dict[str, Field]) -> None:
        self._known = known

    def __get__(self, _value: object, cls: Class) -> object:
        import dataclasses

        annotations = dict.fromkeys(self._known, object)
        for base in reversed(cls.__mro__):
            annotations |= {n: said for n, said in base.__dict__.get("__annotations__", {}).items() if n in annotations}  # noqa: RUF063 - inspect is what costs
        defaults = {name: dataclasses.field(**_standard(said)) for name, said in self._known.items()}
        twin: Any = type(cls.__name__, (), {"__annotations__": annotations, **defaults})
        cls.__dataclass_fields__ = dataclasses.dataclass(twin).__dataclass_fields__
        return cls.__dataclass_fields__


def _standard(said: Field) -> dict[str, Any]:
    known = {"repr": said.repr, "compare": said.compare, "kw_only": said.kw_only}
    for name in ("default", "default_factory"):
        if getattr(said, name) is not _MISSING:
            known[name] = getattr(said, name)
    return known
