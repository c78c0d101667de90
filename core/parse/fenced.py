"""JSON amid words, as chats answer: in a fence of Markdown, or below the word "json".

Its documents become articles where they stand. What the words about it hold is read as a page; if
that is no article, it is kept with the one it stands by.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.model import Article, Page
from core.parse import api
from core.parse.lines import Look, canonical, read_lines
from core.parse.text import kept_beside, read_page, refuse_crowds
from core.progress import Progress

Documents = Sequence[Mapping[str, Any]]
#: What stands over it: a fence, or what a page shows in its place, with the words on its buttons.
_BUTTONS = "Copy(?: code)?|Edit|Download|复制(?:代码)?|複製(?:程式碼)?|编辑|編輯|下载|下載"
_OPENS = re.compile(
    r"^[ \t]*(?:(?:`{3,}|~{3,})[^\n`]{0,40}|json[ \t]*)\n"
    rf"(?:[ \t]*(?:{_BUTTONS})[ \t]*\n){{0,3}}(?=\s{{0,99}}[\[{{])",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS = ("```", "~~~", "json", "JSON", "Json")  # of one, found at once
_CLOSES = re.compile(r"\s*(?:`{3,}|~{3,})[ \t]*(?=\n|\Z)")
#: So begins an object that has the fields of an article, whole or damaged.
_DOCUMENT = re.compile(r'[\s\[]*\{[^`]{0,2000}?"(?:title|summary)"\s*:\s*"')
_MOST_WRONG = 50  # of what only begins like it
_TITLES = ("title", "title_cn")
_TELLS = ("summary", "content", "raw_content", "text", "chunks", "published_at", "url")


def looks_like(text: str) -> bool:
    is_said = "{" in text and any(sign in text for sign in _SIGNS)
    return is_said and _OPENS.search(text) is not None


def read(text: str, progress: Progress) -> Page | None:
    """Read its documents and the words about them; None where it has no document.

    Raises Unreadable where one is damaged, and nothing else is an article.
    """
    text = text.removeprefix("\ufeff")
    parts = list(_parts(text))
    if all(isinstance(part, str) for part in parts):
        _refuse_damaged(text)
        return None
    found, waiting = list[Article](), list[str]()
    for part in parts:
        if not isinstance(part, str):
            found += api.articles(part, progress)
        elif _is_page(part):
            found += read_page(part, progress).articles
        elif words := canonical(part).strip():
            waiting.append(words)
        if found and waiting:
            found[-1] = kept_beside(found[-1], "\n\n".join(waiting))
            waiting = []
        refuse_crowds(len(found))
    return Page(None, tuple(found))


def _parts(text: str) -> Iterator[str | Documents]:
    """Walk the documents, and the words between."""
    at = wrong = 0
    for opens in _OPENS.finditer(text):
        if opens.start() < at:
            continue
        try:
            values, end = api.in_a_row(text, opens.end())
        except (ValueError, RecursionError):
            wrong += 1
            if wrong > _MOST_WRONG:
                break
            continue
        objects = [value for value in values if isinstance(value, dict)]
        documents = list(filter(_is_article, api.documents_of(objects)))
        if documents:
            yield text[at : opens.start()]
            yield documents
            closes = _CLOSES.match(text, end)
            at = closes.end() if closes else end
    yield text[at:]


def _refuse_damaged(text: str) -> None:
    """Say where JSON of articles goes wrong, unless that only illustrates a page."""
    opens = _OPENS.search(text)
    while opens is not None and _DOCUMENT.match(text, opens.end()) is None:
        opens = _OPENS.search(text, opens.end())
    if opens is None or _is_page(text):
        return
    above, inside = text.count("\n", 0, opens.end()), text[opens.end() :].split("\n```", 1)[0]
    try:
        api.in_a_row(inside, 0)
    except (ValueError, RecursionError) as error:
        raise api.damaged("\n" * above + inside) from error


def _is_article(document: Mapping[str, Any]) -> bool:
    """Tell whether it is surely one: other objects have names and texts as well."""
    return any(document.get(name) for name in _TITLES) and any(map(document.get, _TELLS))


def _is_page(text: str) -> bool:
    return any(line.look in (Look.META, Look.FLAT) for line in read_lines(canonical(text)))
