"""Strangers' text in Markdown, so that it is shown letter by letter and does nothing.

What is escaped is what CommonMark, GitHub and Obsidian (with the plug-ins that read whole files)
would take for markup. Escaping holds wherever the text is put, also when two escaped texts are set
side by side. Where it is put is the template's; a reader's own note is `note`'s.
"""

import re

#: Line ends and other controls that are white space.
_BREAKS = re.compile("[\t\n\x0b\f\r\x1c-\x1f\x85\u2028\u2029]+")
#: Controls, lone surrogates and code points that are no characters.
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: Marks that turn the direction of the text after them.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")

#: Active in one place or another.
_ALWAYS = re.compile(r"[\\`*_\[\]<>#|~=$^{}]")
#: Active beside certain others, which have a backslash by then.
_BESIDE = re.compile(
    r"(?<=<)!"  # <!-- also for tools that look for nothing else
    r"|%(?=%|\\[<>{}])|(?<=[%<>{}])%"  # %% and <% and {%, but not 20%
    r"|&(?=\w{0,32}(?:;|\Z))"  # entities
    r"|:(?=:|//)|(?<=:):"  # key:: and https://
    r"|(?<=[\w.+-])@(?=\w)"  # mail@example
    r"|(?<=[wW]{3})\."  # www.example
)
_PERHAPS = re.compile(r"[!%&:@]|[wW]\.")
#: What is active where a text begins: lists, rules, and the second half of a pair.
_FIRST = re.compile(r"\A(\s*)(?:([:%./)@!]|[-+](?=[-+\s]|\Z))|(\d{1,9})(?=[.)](?:\s|\Z)))")


class Markdown(str):
    """Text that is Markdown already: it is put into a document as it is."""

    __slots__ = ()


def escape(text: str) -> str:
    """Give text as Markdown of one line that shows it letter by letter."""
    plain = _ALWAYS.sub(_behind_a_backslash, one_line(text))
    if _PERHAPS.search(plain):
        plain = _BESIDE.sub(_behind_a_backslash, plain)
    return _FIRST.sub(_first, plain, count=1)


def _behind_a_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _first(found: re.Match[str]) -> str:
    space, mark, number = found.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\"


def one_line(text: str) -> str:
    """Give text on one line, without what cannot be written or would turn the line round."""
    if text.isprintable():
        return text
    return clean(_BREAKS.sub(" ", text))


def clean(text: str) -> str:
    """Put � where no character is, and leave out marks that turn the text round."""
    return _TURNS.sub("", _NO_TEXT.sub("\ufffd", text))


def output(value: object) -> str:
    """Give what `{{ value }}` writes in a template: Markdown as it is, all else escaped."""
    if isinstance(value, Markdown):
        return value
    return "" if value is None else escape(str(value)).strip(" ")
