"""A note's Markdown as HTML that can do no harm, or nothing where it is too much to show.

Raw HTML and images stay text, so what is shown is what was written. Links are read by a pattern of
our own: Markdown's goes over the whole note again for every bracket, and 20,000 of them hang it.
What comes out is cleaned again by nh3. Both libraries are loaded with the first note shown so.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from core.link import PATTERN, SCHEME, address

if TYPE_CHECKING:
    from markdown import Markdown

SIZE, LINES, DEPTH, ELEMENTS = 50_000, 3_000, 40, 8_000
MARKS = re.compile(r"[*_`#>|~\[<]|==|^\s*(?:[-+]|\d+\.)\s|\n\s*\n", re.MULTILINE)
FENCE = re.compile(r"\s*(?:```|~~~)")
BEGINS = re.compile(r"(?:[-+*]|1\.) +\S")
WITHIN = re.compile(r"\s|(?:[-+*]|\d{1,9}\.) ")
LINK = r"\[([^\[\]\n]{1,400})\]\(((?:https?://|mailto:)[^\s()<>\"]{1,2000})\)"
TAGS = {
    *("a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {"a": {"href"}, "td": {"align"}, "th": {"align"}, "ol": {"start"}}
REPLACED = (
    *("html", "link", "reference", "image_link", "image_reference"),
    *("short_reference", "short_image_ref"),
)


def is_plain(note: str) -> bool:
    """Tell whether a note reads the same as it is written."""
    return MARKS.search(note) is None


def to_html(note: str) -> str | None:
    """Render a note; None where it is too long or nested too deep."""
    if len(note) > SIZE or note.count("\n") > LINES:
        return None
    import nh3

    try:
        raw = _reader().reset().convert(_with_lists(note.replace("\t", "    ")))
    except RecursionError:
        return None
    if _is_too_much(raw):
        return None
    schemes = {"http", "https", "mailto", SCHEME}
    html = nh3.clean(raw, tags=TAGS, attributes=ATTRIBUTES, url_schemes=schemes, link_rel=None)
    return html.replace("\n</code></pre>", "</code></pre>")  # Qt would show an empty line there


def _with_lists(note: str) -> str:
    """Let a list begin right below a line of text, as everybody but this Markdown has it."""
    lines, in_code = [""], False
    for line in note.split("\n"):
        in_code ^= FENCE.match(line) is not None
        above = lines[-1]
        if not in_code and BEGINS.match(line) and above.strip() and not WITHIN.match(above):
            lines.append("")
        lines.append(line)
    return "\n".join(lines[1:])


def _is_too_much(html: str) -> bool:
    """Tell whether Qt would take long over it: it doubles its time with every nested table."""
    depth = tables = 0
    for number, found in enumerate(re.finditer(r"<(/?)(\w+)", html)):
        step = -1 if found[1] else int(found[2] not in ("br", "hr"))
        depth += step
        tables += step * (found[2] == "table")
        if depth > DEPTH or tables > 1 or number > 2 * ELEMENTS:
            return True
    return False


@cache
def _reader() -> "Markdown":
    from xml.etree.ElementTree import Element  # builds, never parses

    from markdown import Markdown
    from markdown.extensions.tables import TableExtension
    from markdown.inlinepatterns import InlineProcessor

    class Link(InlineProcessor):
        def handleMatch(  # type: ignore[override]
            self,
            m: "re.Match[str]",
            data: str,  # noqa: ARG002
        ) -> tuple[Element, int, int]:
            link = Element("a", href=self.href(m))
            link.text = self.words(m)
            return link, m.start(), m.end()

        def href(self, m: "re.Match[str]") -> str:
            return m[2]

        def words(self, m: "re.Match[str]") -> str:
            return m[1]

    class OwnLink(Link):
        def href(self, m: "re.Match[str]") -> str:
            return address(m[1])

        def words(self, m: "re.Match[str]") -> str:
            return m[2]

    tables = TableExtension(use_align_attribute=True)
    reader = Markdown(extensions=[tables, "fenced_code", "sane_lists", "nl2br"])
    reader.preprocessors.deregister("html_block")
    reader.parser.blockprocessors.deregister("reference")
    for name in REPLACED:
        reader.inlinePatterns.deregister(name)
    reader.inlinePatterns.register(Link(LINK, reader), "link", 160)
    reader.inlinePatterns.register(OwnLink(PATTERN, reader), "own_link", 165)
    return reader
