"""Which tags fit what is typed, best first; in any of their names. No widget, no database.

What is typed is cut at each "/", and its parts must fit names that follow one another in the
hierarchy: "cl/fore" and "预测" both find "claim/forecast" (预测).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from core.model import Tag
from core.outline import normal

WHOLE, BEGINNING, INSIDE, NOWHERE = 0, 1, 2, 9
EDGE = "\n"  # stands before and behind every name where many are looked through at once

Names = tuple[str, ...]


class Vocabulary:
    """The tags there are, with every name of theirs folded once, when it is first asked for."""

    def __init__(
        self, tags: Sequence[Tag] = (), recent: Callable[[], Sequence[str]] = tuple
    ) -> None:
        """Know these tags, by path; `recent` tells the ids of those given last, latest first."""
        self._tags, self._recent = tags, recent

    @cached_property
    def _used(self) -> list[Tag]:
        """Give all tags: those given last first, and then the most used."""
        recent = {tag: place for place, tag in enumerate(self._recent())}
        last = sorted((t for t in self._tags if t.id in recent), key=lambda t: recent[t.id])
        rest = (tag for tag in self._tags if tag.id not in recent)
        return [*last, *sorted(rest, key=lambda tag: -tag.uses - tag.findings)]

    @cached_property
    def _own(self) -> dict[str, Names]:
        """Give the folded names of each tag by its path, without those of its parents."""
        return {t.path: _names(t.name, t.zh, t.en, t.aliases) for t in self._tags}

    @cached_property
    def _said(self) -> list[str]:
        """Give all names of each of the used, and those of its parents, to be looked through."""
        whole = dict[str, str]()
        return [self._spell(tag.path, whole) for tag in self._used]

    def _spell(self, path: str, whole: dict[str, str]) -> str:
        said = whole.get(path)
        if said is None:
            above = path.rpartition("/")[0]
            begun = self._spell(above, whole) if above else EDGE
            said = begun + EDGE.join((*self._names_at(path), ""))
            whole[path] = said
        return said

    @cached_property
    def _paths(self) -> dict[str, Tag]:
        paths = {_key(tag.path): tag for tag in self._tags}
        for tag in self._tags:
            for name in tag.aliases:
                paths.setdefault(_key(name), tag)
        return paths

    @cached_property
    def _tongues(self) -> dict[str, list[Tag]]:
        """Give the tags by what they are called in either language."""
        found = dict[str, list[Tag]]()
        for tag in self._tags:
            for name in {normal(tag.zh), normal(tag.en)} if tag.zh or tag.en else ():
                found.setdefault(name, []).append(tag)
        return found

    def at(self, path: str) -> Tag | None:
        """Give the tag with exactly this path, or which is also called so."""
        return self._paths.get(_key(path)) if path else None

    def called(self, name: str) -> Tag | None:
        """Give the tag with this path or other name, or else the only one of this language's."""
        wanted = normal(name)
        found = self._tongues.get(wanted, ()) if wanted else ()
        return self.at(name) or (found[0] if len(found) == 1 else None)

    def matches(self, typed: str, most: int) -> list[Tag]:
        """Give the tags that fit, so many: of this very name, whole names, beginnings, the rest.

        Of those that fit alike, the ones given last come first, and then the most used.
        """
        parts = [normal(part) for part in typed.lstrip(" /").split("/")]
        if not any(parts):
            return self._used[:most]
        ranks = dict[tuple[bool, int], list[Tag]]()
        for tag, fit in self._fitting(parts):
            very = fit == WHOLE and parts[-1] in self._own[tag.path]
            ranks.setdefault((not very, fit), []).append(tag)
        return [*chain.from_iterable(ranks[rank] for rank in sorted(ranks))][:most]

    def _fitting(self, parts: Sequence[str]) -> Iterator[tuple[Tag, int]]:
        """Give what fits at all, and how well."""
        for tag, said in zip(self._used, self._said, strict=True):
            if not all(part in said for part in parts):
                continue  # most of them: to look level by level takes ten times as long
            fit = _fit_in(parts[0], said) if len(parts) == 1 else self._fit(parts, tag)
            if fit < NOWHERE:
                yield tag, fit

    def _fit(self, parts: Sequence[str], tag: Tag) -> int:
        names = tag.path.split("/")
        above = ("/".join(names[:depth]) for depth in range(1, len(names) + 1))
        return _fit(parts, [self._names_at(path) for path in above])

    def _names_at(self, path: str) -> Names:
        return self._own.get(path) or (normal(path.rpartition("/")[2]),)


def clean(path: str) -> str:
    """Tidy a typed path: no empty names, no stray spaces."""
    names = (" ".join(name.split()) for name in path.split("/"))
    return "/".join(name for name in names if name)


@lru_cache(maxsize=1 << 15)  # a field asks for all there are, and the next field again
def _key(path: str) -> str:
    return normal(clean(path))


@lru_cache(maxsize=1 << 15)
def _names(name: str, zh: str, en: str, aliases: Names) -> Names:
    return tuple(normal(one) for one in (name, zh, en, *aliases) if one)


def _fit_in(part: str, said: str) -> int:
    """Tell how well a part fits among names, as `_likeness` would of each."""
    if EDGE + part in said:
        return WHOLE if EDGE + part + EDGE in said else BEGINNING
    return INSIDE


def _fit(parts: Sequence[str], levels: Sequence[Names]) -> int:
    """Tell how well the parts run along the levels; the loosest part decides."""
    starts = range(len(levels) - len(parts) + 1)
    runs = (zip(parts, levels[start : start + len(parts)], strict=True) for start in starts)
    return min((max(_likeness(part, names) for part, names in run) for run in runs), default=9)


def _likeness(part: str, names: Names) -> int:
    if part in names:
        return WHOLE
    if any(name.startswith(part) for name in names):
        return BEGINNING
    return INSIDE if any(part in name for name in names) else NOWHERE
