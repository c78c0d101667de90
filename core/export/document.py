"""Articles to Markdown: one document of several, a note for each, or a folder of notes.

Same articles, same text, byte for byte. What a note looks like is the template's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import DiskTrouble
from core.export import template as templates
from core.export.draw import draw, name
from core.export.name import Names
from core.export.sheet import Document, Entry, Sheet, hashtags
from core.export.template import Template
from core.export.write import put, settle, trouble
from core.model import Annotated

ARTICLE, INDEX = "article.md.j2", "index.md.j2"
INDEX_TITLE = "Meipi index"
#: What the front matter of an index begins with, so that we know our own.
OURS = "---\nmeipi: index\n"


@dataclass(frozen=True, slots=True)
class Note:
    """The note of one article, and the name its file has among the others."""

    article: str
    file: str
    text: str
    sheet: Sheet


def markdown(
    articles: Iterable[Annotated], *, mine: str = "", template: Template | None = None
) -> str:
    """Give one document of these articles.

    `mine` is the id of the author whose notes stay Markdown; everybody else's are shown as text.
    """
    return _rendered([draw(one, mine) for one in articles], template)


def notes(
    articles: Iterable[Annotated], *, mine: str = "", template: Template | None = None
) -> Iterator[Note]:
    """Give a note for each article, its file named unlike any other."""
    names = Names(*_index_names())
    for one in articles:
        sheet = draw(one, mine)
        file = names.give(sheet.name, sheet.id)
        yield Note(sheet.id, file, _rendered([sheet], template), sheet)


def file_name(one: Annotated) -> str:
    """Give the name of an article's file where no other is in its way."""
    return Names().give(name(one), one.article.id)


def write_notes(
    folder: Path,
    articles: Iterable[Annotated],
    *,
    mine: str = "",
    template: Template | None = None,
) -> list[Path]:
    """Write a note for each article into a folder, and an index of them; give their paths.

    A note exported before is written anew; no other file is touched. The index comes last in the
    list.
    """
    paths, entries = list[Path](), list[Entry]()
    for note in notes(articles, mine=mine, template=template):
        if not paths:
            _make(folder)
        put(folder / note.file, note.text)
        paths.append(folder / note.file)
        entries.append(_entry(note))
    _make(folder)
    index = _index_place(folder)
    put(index, _index(entries))
    settle(folder)
    return [*paths, index]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble(folder, error) from error


def _rendered(sheets: Sequence[Sheet], template: Template | None) -> str:
    used = template or templates.built_in(ARTICLE)
    return used.render(document=_document(sheets), articles=sheets)


def _document(sheets: Sequence[Sheet]) -> Document:
    if len(sheets) == 1:
        return Document(sheets[0].name, sheets[0].properties)
    title = f"Meipi: {len(sheets):,} articles"
    marks = sum(len(sheet.marks) for sheet in sheets)
    tags = hashtags(label for sheet in sheets for label in sheet.tags)
    held = {"title": title, "articles": len(sheets), "highlights": marks, "tags": tags}
    return Document(title, held)


def _entry(note: Note) -> Entry:
    sheet = note.sheet
    return Entry(sheet.name, note.file, sheet.origin, len(sheet.marks), sheet.tags)


def _index(entries: Sequence[Entry]) -> str:
    held = {"meipi": "index", "title": INDEX_TITLE, "articles": len(entries)}
    document = Document(INDEX_TITLE, held)
    return templates.built_in(INDEX).render(document=document, entries=entries)


def _index_names(most: int = 10) -> list[str]:
    return [f"{INDEX_TITLE}.md", *(f"{INDEX_TITLE} {number}.md" for number in range(2, most))]


def _index_place(folder: Path) -> Path:
    """Give the place of our index: a name that is free, or whose file is an index of ours."""
    for place in map(folder.joinpath, _index_names()):
        if _is_free(place):
            return place
    raise DiskTrouble(f"There is no free name for an index in {folder}.", "Choose another folder.")


def _is_free(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(OURS)) == OURS.encode()
    except FileNotFoundError:
        return not path.is_symlink()
    except OSError:
        return False
