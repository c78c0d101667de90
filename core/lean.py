"""Dataclasses that take little until they are used; else they are what Python's own are.

Python writes five functions for every class that is defined, and loads what reads signatures to do
so: megabytes, and a tenth of the time to a window, for functions of which most are never called.
Here a class knows its fields, and what is its own is written when the first of it is made, or two
are compared. What Python's own module offers for values (`asdict`, say) works with these as well.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeAlias, get_origin

if TYPE_CHECKING:  # so that they are checked as what they stand for
    from dataclasses import dataclass, field, fields, replace

__all__ = ["dataclass", "field", "fields", "replace"]

#: A class, and one of it, of which is not known here what fields it has.
Class: TypeAlias = Any
Value: TypeAlias = Any
NOTHING: Value = object()  # where there is no default
GIVEN = ("default", "default_factory", "init", "repr", "compare")
PLACES = ("__dict__", "__weakref__")  # that a class without slots has


class Field:
    """One field of a class."""

    __slots__ = (*GIVEN, "name", "type")
    name: str
    type: Any

    def __init__(
        self, default: Value = NOTHING, default_factory: Value = NOTHING, **said: bool
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.init, self.repr = said.get("init", True), said.get("repr", True)
        self.compare = said.get("compare", True)


if not TYPE_CHECKING:

    def dataclass(kind: Class = None, /, *, frozen: bool = False, slots: bool = False) -> Class:
        """Make a class one of values."""
        if kind is None:
            return lambda kind: _made(kind, frozen=frozen, slots=slots)
        return _made(kind, frozen=frozen, slots=slots)

    def field(**said: Value) -> Field:
        """Say more of a field than what it is when nothing is given."""
        return Field(**said)

    def fields(one: Value) -> tuple[Field, ...]:
        """Give the fields of a value, or of a class."""
        return one.__lean__

    def replace(one: Value, /, **changes: Value) -> Value:
        """Give another value, with some fields changed."""
        for each in one.__lean__:
            if each.init and each.name not in changes:
                changes[each.name] = getattr(one, each.name)
        return one.__class__(**changes)


def _made(kind: Class, *, frozen: bool, slots: bool) -> Class:
    """Give a class what it needs; with slots, give another in its place."""
    own = {one.name: one for one in _own(kind)}
    before = {
        one.name: one for base in kind.__mro__[:0:-1] for one in vars(base).get("__lean__", ())
    }
    known = tuple((before | own).values())
    body = {
        **{name: what for name, what in _shared(frozen, slots).items() if _lacks(kind, name)},
        "__lean__": known,
        "__match_args__": tuple(one.name for one in known if one.init),
        "__dataclass_fields__": _TOLD,
    }
    if slots:
        rest = {name: what for name, what in vars(kind).items() if name not in (*own, *PLACES)}
        body["__slots__"] = tuple(name for name in own if name not in before)
        return type(kind)(
            kind.__name__, kind.__bases__, rest | body | {"__qualname__": kind.__qualname__}
        )
    for name, what in (body | {one.name: one.default for one in own.values()}).items():
        if what is not NOTHING:
            setattr(kind, name, what)
        elif name in vars(kind):
            delattr(kind, name)
    return kind


def _own(kind: Class) -> Iterator[Field]:
    # Not of its __dict__, in which Python has none from 3.14 on.
    for name, what in kind.__annotations__.items():
        if what is not ClassVar and get_origin(what) is not ClassVar:
            given = vars(kind).get(name, NOTHING)
            one = given if isinstance(given, Field) else Field(given)
            one.name, one.type = name, what
            yield one


def _lacks(kind: Class, name: str) -> bool:
    """Tell whether a class has not said itself what this is; Python says no hash beside an eq."""
    return vars(kind).get(name) is None


def _shared(frozen: bool, slots: bool) -> dict[str, object]:
    shared: dict[str, object] = {"__init__": _init, "__eq__": _eq, "__repr__": _repr}
    shared["__hash__"] = None
    if frozen:
        shared |= {"__hash__": _hash, "__setattr__": _refuse, "__delattr__": _refuse}
        if slots:
            shared |= {"__getstate__": _state, "__setstate__": _restore}
    return shared


# What all classes share


def _repr(self: Value) -> str:
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in self.__lean__ if one.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415  for who would change one

    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


def _state(self: Value) -> list[object]:
    return [getattr(self, one.name) for one in self.__lean__]


def _restore(self: Value, state: list[object]) -> None:
    for one, value in zip(self.__lean__, state, strict=True):
        object.__setattr__(self, one.name, value)


class _Told:
    """The fields of a class as Python's own `dataclasses` knows them, made when it asks."""

    def __get__(self, _one: object, kind: Class) -> Mapping[str, object]:
        from dataclasses import field, make_dataclass  # noqa: PLC0415  which is what is saved

        known = [(one.name, one.type, field(**_given(one))) for one in kind.__lean__]
        made: Class = make_dataclass(kind.__name__, known, kw_only=True)
        kind.__dataclass_fields__ = told = made.__dataclass_fields__
        return dict(told)


def _given(one: Field) -> dict[str, Any]:
    return {name: getattr(one, name) for name in GIVEN if getattr(one, name) is not NOTHING}


_TOLD = _Told()


# What is written for a class, each at its first call


def _init(self: object, /, *given: object, **named: object) -> None:
    _written(self, "__init__", _init, _init_text)(self, *given, **named)


def _eq(self: object, other: object) -> object:
    return _written(self, "__eq__", _eq, _eq_text)(self, other)


def _hash(self: object) -> int:
    return int(_written(self, "__hash__", _hash, _hash_text)(self))


def _written(one: object, name: str, until: object, text: Callable[..., str]) -> Callable[..., Any]:
    """Put the function that a class is to have in the place of what stands there until now."""
    for kind in type(one).__mro__:
        if vars(kind).get(name) is until:
            words: dict[str, Any] = {"_put": object.__setattr__}
            exec(text(kind, words), words)  # noqa: S102  of the names of its own fields
            words[name].__qualname__ = f"{kind.__qualname__}.{name}"
            setattr(kind, name, words[name])
    return getattr(type(one), name)  # type: ignore[no-any-return]


def _init_text(kind: Class, words: dict[str, Any]) -> str:
    takes, lines = ["self"], []
    put = "_put(self, {0!r}, {1})" if kind.__setattr__ is _refuse else "self.{0} = {1}"
    for one in kind.__lean__:
        usual, make, value = f"_usual_{one.name}", f"_make_{one.name}", one.name
        words |= {usual: one.default, make: one.default_factory}
        is_made, has_usual = one.default_factory is not NOTHING, one.default is not NOTHING
        if is_made:
            value = f"{make}() if {value} is {usual} else {value}"
        if one.init:
            takes.append(f"{one.name}={usual}" if is_made or has_usual else one.name)
        elif is_made or has_usual:
            value = f"{make}()" if is_made else usual
        else:
            continue
        lines.append(put.format(one.name, value))
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    return f"def __init__({', '.join(takes)}):\n    {'; '.join(lines or ['pass'])}\n"


def _eq_text(kind: Class, _words: dict[str, Any]) -> str:
    ours, others = (_compared(kind, whose) for whose in ("self", "other"))
    return f"""def __eq__(self, other):
    return {ours} == {others} if other.__class__ is self.__class__ else NotImplemented
"""


def _hash_text(kind: Class, _words: dict[str, Any]) -> str:
    return f"def __hash__(self):\n    return hash({_compared(kind, 'self')})\n"


def _compared(kind: Class, whose: str) -> str:
    return f"({''.join(f'{whose}.{one.name},' for one in kind.__lean__ if one.compare)})"
