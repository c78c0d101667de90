"""Which tags fit what is typed, best first; in any of their names. No widget, no database.

What is typed is cut at each "/", and its parts must fit names that follow one another in the
hierarchy: "cl/fore" and "预测" both find "claim/forecast" (预测).
"""

from collections.abc import Callable, Mapping, Sequence

from core.model import Tag
from core.outline import normal

WHOLE, BEGINNING, INSIDE, NOWHERE = 0, 1, 2, 9

Names = tuple[str, ...]


class Vocabulary:
    """The tags there are, with every name of theirs folded once."""

    def __init__(
        self, tags: Sequence[Tag] = (), recent: Callable[[], Sequence[str]] = tuple
    ) -> None:
        """Know these tags; `recent` tells the ids of those given last, the latest first."""
        self._recent = recent
        own = {tag.path: (tag.name, tag.zh, tag.en, *tag.aliases) for tag in tags}
        self._tags = [(tag, _levels(tag.path, own)) for tag in tags]
        self._said = [
            "\n".join(name for level in levels for name in level) for _, levels in self._tags
        ]
        self._paths = {_key(tag.path): tag for tag in tags}
        for tag in tags:
            for name in tag.aliases:
                self._paths.setdefault(_key(name), tag)

    def at(self, path: str) -> Tag | None:
        """Give the tag with exactly this path, or which is also called so."""
        return self._paths.get(_key(path))

    def called(self, name: str) -> Tag | None:
        """Give the tag with this path or other name, or else the only one of this language's."""
        wanted = normal(name)
        found = [tag for tag, _ in self._tags if wanted in (normal(tag.zh), normal(tag.en))]
        return self.at(name) or (found[0] if wanted and len(found) == 1 else None)

    def matches(self, typed: str) -> list[Tag]:
        """Give the tags that fit: of this very name, whole names, beginnings, the rest.

        Of those that fit alike, the ones given last come first, and then the most used.
        """
        recent = {tag: place for place, tag in enumerate(self._recent())}
        parts = [normal(part) for part in typed.lstrip(" /").split("/")]
        ranked = []
        for (tag, levels), said in zip(self._tags, self._said, strict=True):
            if not all(part in said for part in parts):
                continue  # most of them: to look level by level takes ten times as long
            fit = _fit(parts, levels)
            very = fit == WHOLE and parts[-1] in levels[-1]
            if fit < NOWHERE:
                use = recent.get(tag.id, len(recent)), -tag.uses - tag.findings
                ranked.append(((not very, fit, *use, tag.path), tag))
        return [tag for _, tag in sorted(ranked, key=lambda pair: pair[0])]


def clean(path: str) -> str:
    """Tidy a typed path: no empty names, no stray spaces."""
    names = (" ".join(name.split()) for name in path.split("/"))
    return "/".join(name for name in names if name)


def _key(path: str) -> str:
    return normal(clean(path))


def _levels(path: str, own: Mapping[str, Names]) -> list[Names]:
    """Give the names at each level of a path, the parents' first."""
    names = path.split("/")
    above = ("/".join(names[:depth]) for depth in range(1, len(names) + 1))
    given = (own.get(prefix, (prefix.rpartition("/")[2],)) for prefix in above)
    return [tuple(normal(name) for name in level if name) for level in given]


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
