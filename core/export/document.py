"""Articles to Markdown: one document of several, a note for each, or a folder of notes.

Same articles, same text, byte for byte. What a note looks like is the template's.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import DiskTrouble
from core.export import template as templates
from core.export.conclude import conclude, resting
from core.export.draw import draw, name
from core.export.links import has_links, places, places_of, settled
from core.export.name import Names
from core.export.sandbox import target
from core.export.sheet import Conclusion, Document, Entry, Sheet, hashtags
from core.export.template import Template
from core.export.write import Beside, FolderOfFiles, folder_of_files
from core.finding import Row as Finding
from core.model import Annotated

ARTICLE, INDEX, FINDINGS = "article.md.j2", "index.md.j2", "findings.md.j2"
INDEX_TITLE, FINDINGS_TITLE = "Meipi index", "Meipi findings"
#: What the front matter of such a note begins with, so that we know our own.
OURS = {title: f"---\nmeipi: {title.split()[1]}\n" for title in (INDEX_TITLE, FINDINGS_TITLE)}


Pages = Callable[[str], Sequence[str]]


def nowhere(_article: str) -> Sequence[str]:
    """Tell of no page."""
    return ()


@dataclass(frozen=True, slots=True)
class Note:
    """The note of one article, and the name its file has among the others."""

    article: str
    file: str
    text: str
    sheet: Sheet


def markdown(
    articles: Iterable[Annotated],
    *,
    findings: Sequence[Finding] = (),
    pages: Pages = nowhere,
    mine: str = "",
    template: Template | None = None,
) -> str:
    """Give one document of these articles, each with those of the findings that rest on it.

    `pages` tells the names of the pages that an article came from. `mine` is the id of the author
    whose notes stay Markdown; everybody else's are shown as text.
    """
    sheets = [draw(one, mine, pages(one.article.id)) for one in articles]
    here = {mark.id: "" for sheet in sheets for mark in sheet.marks}
    whole = [resting(sheet, findings, mine, here) for sheet in sheets]
    known = dict[str, str]()
    for sheet in whole:
        known |= places(sheet, "") | places_of(sheet.findings, "")
    return settled(_rendered(whole, template), known)


def notes(
    articles: Iterable[Annotated],
    *,
    findings: Sequence[Finding] = (),
    pages: Pages = nowhere,
    mine: str = "",
    template: Template | None = None,
) -> Iterator[Note]:
    """Give a note for each article, its file named unlike any other, and its links unsettled."""
    names = Names(*_names(INDEX_TITLE), *_names(FINDINGS_TITLE))
    for one in articles:
        sheet = draw(one, mine, pages(one.article.id))
        sheet = resting(sheet, findings, mine, {mark.id: "" for mark in sheet.marks})
        file = names.give(sheet.name, sheet.id)
        yield Note(sheet.id, file, _rendered([sheet], template), sheet)


def file_name(one: Annotated) -> str:
    """Give the name of an article's file where no other is in its way."""
    return Names().give(name(one), one.article.id)


def write_notes(
    folder: Path,
    articles: Iterable[Annotated],
    *,
    findings: Sequence[Finding] = (),
    pages: Pages = nowhere,
    mine: str = "",
    template: Template | None = None,
    edited: Callable[[Beside], object] = lambda _one: None,
) -> list[Path]:
    """Write a note for each article into a folder, and an index of them; give their paths.

    Where there are findings, a note tells them all. A note exported before is written anew, unless
    it was edited: then `edited` hears where the new one lies beside it. No other file is touched,
    and where it ends halfway none that is new stays. The index comes last in the list.
    """
    made = notes(articles, findings=findings, pages=pages, mine=mine, template=template)
    with folder_of_files(folder) as files:
        paths = _written(files, made, findings, mine)
    for one in files.beside:
        edited(one)
    return paths


def _written(
    into: FolderOfFiles, made: Iterable[Note], findings: Sequence[Finding], mine: str
) -> list[Path]:
    entries, files, marks = list[Entry](), dict[str, str](), dict[str, str]()
    known, linking = dict[str, str](), list[Note]()
    for note in made:
        if has_links(note.text):  # whose places are known once all notes are
            linking.append(note)
        else:
            into.put(note.file, note.text)
        entries.append(_entry(note))
        files[note.article] = note.file
        marks |= {mark.id: note.file for mark in note.sheet.marks}
        known |= places(note.sheet, target(note.file))
    paths = [into.place / file for file in files.values()]
    told = (one for one in findings if not one.cited or not files.keys().isdisjoint(one.articles))
    concluded = [conclude(one, mine, marks) for one in told]
    if concluded:
        paths.append(_place(into.place, FINDINGS_TITLE))
        known |= places_of(concluded, target(paths[-1].name))
        into.put(paths[-1].name, settled(_findings(concluded), known))
    for note in linking:
        into.put(note.file, settled(note.text, known))
    index = _place(into.place, INDEX_TITLE)
    told_of = (paths[-1].name, len(concluded)) if concluded else None
    into.put(index.name, _index(entries, told_of))
    return [*paths, index]


def _rendered(sheets: Sequence[Sheet], template: Template | None) -> str:
    used = template or templates.built_in(ARTICLE)
    return used.render(document=_document(sheets), articles=sheets)


def _document(sheets: Sequence[Sheet]) -> Document:
    if len(sheets) == 1:
        return Document(sheets[0].name, sheets[0].properties)
    title = f"Meipi: {len(sheets):,} articles"
    marks = sum(len(sheet.marks) for sheet in sheets)
    tags = hashtags(label for sheet in sheets for label in sheet.tags)
    found = len({one.id for sheet in sheets for one in sheet.findings}) or None
    counts = {"articles": len(sheets), "highlights": marks, "findings": found}
    return Document(title, {"title": title, **counts, "tags": tags})


def _entry(note: Note) -> Entry:
    sheet = note.sheet
    return Entry(sheet.name, note.file, sheet.origin, len(sheet.marks), sheet.tags)


def _index(entries: Sequence[Entry], findings: tuple[str, int] | None) -> str:
    """Give the index; `findings` are the file of their note, and how many there are."""
    held = {"meipi": "index", "title": INDEX_TITLE, "articles": len(entries)}
    document = Document(INDEX_TITLE, held)
    used = templates.built_in(INDEX)
    return used.render(document=document, entries=entries, findings=findings)


def _findings(findings: Sequence[Conclusion]) -> str:
    held = {"meipi": "findings", "title": FINDINGS_TITLE, "findings": len(findings)}
    document = Document(FINDINGS_TITLE, held)
    return templates.built_in(FINDINGS).render(document=document, findings=findings)


def _names(title: str, most: int = 10) -> list[str]:
    return [f"{title}.md", *(f"{title} {number}.md" for number in range(2, most))]


def _place(folder: Path, title: str) -> Path:
    """Give the place of a note of ours: a name that is free, or whose file is such a note."""
    for place in map(folder.joinpath, _names(title)):
        if _is_free(place, OURS[title].encode()):
            return place
    raise DiskTrouble(f"There is no free name for {title} in {folder}.", "Choose another folder.")


def _is_free(path: Path, ours: bytes) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(2 * len(ours)).replace(b"\r\n", b"\n")  # as some editors end lines
            return head.startswith(ours)
    except FileNotFoundError:
        return not path.is_symlink()
    except OSError:
        return False
