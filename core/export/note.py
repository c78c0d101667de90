"""A note inside an exported document: its writer's own Markdown, that cannot get out of its place.

Emphasis, lists, links, tables and code stay what they are. What could swallow the text after it
(an open fence, `%%`, `$$`, a comment) is closed or escaped, and so is what would make links of the
citations; HTML is shown as text. A link to what Meipi knows is left to `links`. What others wrote
is shown letter by letter. Lines are put behind `>` by the template.
"""

import re
from collections.abc import Iterator

from core.export.escape import Markdown, clean, escape
from core.export.links import unsettled
from core.link import PATTERN, linked, plain

_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\f\x1c-\x1e\x85\u2028\u2029]")
_FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})")
_TOKEN = re.compile(
    r"(?P<pair>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    rf"|(?P<link>{PATTERN})"
    r"|(?P<address><(?:https?://|mailto:)(?:[^\s<>`%]|%(?!%))*>)"
    r"|(?P<formula>\$\$[^$<>%`]+\$\$)"
    r"|(?P<tag><(?=[A-Za-z/!?%]))"
    r"|(?P<tildes>~{3,})"
    r"|(?P<percent>(?<=[<%])%+|%%+)"
    r"|(?P<dollars>\$\$+)"
    r"|(?P<label>\](?=:))"
    r"|(?P<id>\^(?=[\w-]*\s*$))"
)
_KEPT = ("pair", "address", "formula")
_RUN = re.compile("`+")


def own(text: str) -> Markdown:
    """Give a reader's own note."""
    lines = [clean(line.replace("\t", "    ")) for line in _LINE_ENDS.split(text.strip())]
    return Markdown("\n".join(_kept_in(lines)).strip("\n"))


def foreign(text: str) -> Markdown:
    """Give a note of somebody else's, line by line, as text; of a link, its words."""
    lines = [escape(line).strip(" ") for line in _LINE_ENDS.split(plain(text).strip())]
    followed = zip(lines, [*lines[1:], ""], strict=True)
    return Markdown("\n".join(f"{line}\\" if line and after else line for line, after in followed))


def _kept_in(lines: list[str]) -> Iterator[str]:
    """Walk lines, in fences as they are, and close a fence that was left open."""
    fence, indent = "", ""
    for line in lines:
        opening = None if fence else _FENCE.match(line)
        if opening:
            indent, fence = opening.groups()
            yield line.rstrip()
        elif fence and _closes(line, fence):
            yield indent + fence
            fence = ""
        elif fence:
            # Behind less than the fence's own indent, a list it stands in would end, and it too.
            yield line if line.startswith(indent) else indent + line.lstrip(" ")
        else:
            yield _inline(line)
    if fence:
        yield indent + fence


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(fence) and not bare.strip(fence[0])


def _inline(line: str) -> str:
    """Escape what a line must not do; spans of code that end on it are left alone."""
    parts, at = list[str](), 0
    while found := _TOKEN.search(line, at):
        parts.append(line[at : found.start()])
        at = found.end()
        if found.lastgroup in _KEPT:
            parts.append(found[0])
        elif found.lastgroup == "link":
            parts += (unsettled(*one) for one in linked(found[0]))
        elif found.lastgroup == "code":
            at = _end_of_code(line, found) or at
            whole = at > found.end()
            parts.append(line[found.start() : at] if whole else _each_escaped(found[0]))
        elif found.lastgroup == "label" and not _names_citation(line[: found.start()]):
            parts.append(found[0])
        else:
            parts.append(_each_escaped(found[0]))
    return "".join((*parts, line[at:]))


def _names_citation(before: str) -> bool:
    """Tell whether `]:` would make links of the citations `[3]` all over the document."""
    bare = before.rstrip()
    return not bare or bare[-1].isdigit()


def _end_of_code(line: str, opening: re.Match[str]) -> int | None:
    """Give the end of the code that a run of backticks begins; None if there is no such code.

    A cell of a table ends at its bar, code or not: code with a bar and markup in it is none.
    """
    for run in _RUN.finditer(line, opening.end()):
        if run[0] == opening[0]:
            inside = line[opening.end() : run.start()]
            return None if "|" in inside and re.search("[<%$]", inside) else run.end()
    return None


def _each_escaped(run: str) -> str:
    return "".join("\\" + char for char in run)
