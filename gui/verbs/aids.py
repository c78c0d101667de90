"""The verbs of reading Chinese: look a word up, keep terms, teach words, and how Chinese is shown.

Nothing here is loaded before somebody points at a word.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core import annotate, disk
from core.change import Change, Record
from core.errors import MeipiError, unread
from core.library import Library
from core.model import Author, Term
from core.progress import Progress
from core.settings import Settings
from gui.parts import chinese
from gui.tongue import phrase, tr
from gui.verbs.remember import remember
from gui.work.connection import writing

if TYPE_CHECKING:
    from core.glossary import Entry
    from core.terms import Row
    from gui.dialogs.term import TermDialog
    from gui.dialogs.terms import TermsDialog
    from gui.glossary import WordCard, WordInfo
    from gui.insights import InsightPane
    from gui.parts.aim import Aim
    from gui.window import Window

NOWHERE = phrase("There is no Chinese word here to look up.")
CHOOSE = phrase("Select Chinese characters in a claim first.")
PATIENCE = 400  # milliseconds before it is said that something takes a while
FEW = 3  # senses of each pronunciation


class Aids(QObject):
    """The commands about words, for `actions` to tie by their names."""

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings, self._desk = window, settings, window.desk
        self._card: WordCard | None = None
        self._aim: Aim | None = None
        self._span = (0, 0)  # of the word that is told of, in the text aimed at
        self._own: tuple[Term, ...] | None = None
        chinese.apply(settings)

    def tie(self) -> None:
        """Tie the panes, once they are there."""
        self._show_state()
        window = self._window
        window.articles.list.word_pointed.connect(self.point)
        self._desk.changed.connect(self._follow)
        self._desk.refreshed.connect(self._forget)

    def tie_pane(self, pane: "InsightPane") -> None:
        """Tie what a pane of an article points at."""
        pane.view.word_pointed.connect(self.point)
        pane.heading.title.word_pointed.connect(self.point)
        pane.view.laid_out.connect(self._lose_words)

    def _show_state(self) -> None:
        """Say in the menu how Chinese is shown."""
        actions = self._window.actions_
        actions.tick(f"script_{chinese.script()}")
        actions.tick("show_pinyin", on=chinese.has_pinyin())
        actions.tick("show_space", on=chinese.has_space())

    # Words

    def point(self, aim: "Aim") -> None:
        """Tell of the word that the mouse points at."""
        self._tell(aim, held=False)

    def _lose_words(self) -> None:
        if self._card is not None:
            self._card.lose_words()

    def look_up_word(self) -> None:
        """Tell of the words chosen, or of the word at the caret, on a card that has the keys."""
        aim = self._where()
        if aim is None or not self._tell(aim, held=True):
            self._window.notice.say(tr(NOWHERE))

    def term(self) -> None:
        """Put the words chosen, or the word at the caret, down as a term, or correct it there."""
        aim = self._where()
        self._edit(self._word(aim) if aim else "")

    def teach_word(self) -> None:
        """Teach that the characters chosen are one word, wherever text is cut into words."""
        from core.terms import named  # not for the first picture
        from core.words import Own

        passage = self._window.insights.view.passage()
        chosen = passage.quote if passage and self._window.insights.view.has_words() else ""
        word = "".join(chosen.split())
        if not Own.of([word]).words:
            self._window.notice.say(tr(CHOOSE))
            return
        known = named(self._terms(), word)
        if known and known.whole:
            self._window.notice.say(tr("“{word}” is one word already.").format(word=word))
            return
        self._commit(lambda: annotate.teach(word, known), cuts=True)

    def terms(self) -> None:
        """Show all terms of the reader's own."""
        from gui.dialogs.terms import TermsDialog

        dialog = TermsDialog(self._desk.reader, self._window)
        if self._desk.closed:
            dialog.close_to_writing(self._desk.closed)
        dialog.edit_asked.connect(lambda zh: self._edit(zh, dialog))
        dialog.remove_asked.connect(self._remove)
        dialog.import_asked.connect(lambda: self._import(dialog))
        dialog.export_asked.connect(lambda: self._export(dialog))
        self._desk.changed.connect(dialog.look_again)
        self._desk.refreshed.connect(dialog.look_again)
        dialog.open()

    def _where(self) -> "Aim | None":
        """Give what the keys point at: a word in the tree, else the first one of the title."""
        tree, title = self._window.insights.view, self._window.insights.heading.title
        if title.hasFocus():
            return title.aim()
        return tree.aim() or (None if tree.has_words() else title.aim())

    def _tell(self, aim: "Aim", *, held: bool) -> bool:
        """Open the card of a word; tell whether there is one."""
        from core.glossary import look_up  # when somebody points
        from gui.glossary import WordCard

        word = self._word(aim)
        if not word:
            return False
        if self._card is None:
            self._card = WordCard(self._window)
            self._card.asked.connect(lambda: self._edit(self._written()))
            self._card.stepped.connect(self._step)
        self._aim = aim
        told = self._told(look_up(word, self._terms()), word, aim.also)
        self._card.open(told, aim.words_at(*self._span), held=held)
        return True

    def _word(self, aim: "Aim") -> str:
        """Give the word that is aimed at, and note where it stands."""
        from core.glossary import word_at  # when somebody points

        if aim.chosen:
            self._span = aim.chosen
            return " ".join(aim.text[slice(*aim.chosen)].split())
        found = word_at(aim.text, aim.place, self._terms())
        self._span = (found.start, found.end) if found else self._span
        return found.text if found else ""

    def _step(self, by: int) -> None:
        """Tell of the next Chinese word of the text, or of the one before."""
        from core.glossary import word_at

        aim, (start, end) = self._aim, self._span
        assert aim is not None
        places = range(end, len(aim.text)) if by > 0 else range(start - 1, -1, -1)
        place = next((at for at in places if word_at(aim.text, at)), None)
        if place is not None:
            self._tell(replace(aim, place=place, chosen=None), held=True)

    def _written(self) -> str:
        assert self._aim is not None
        return "".join(self._aim.text[slice(*self._span)].split())

    def _told(self, entry: "Entry", word: str, also: str) -> "WordInfo":
        from gui.glossary import WordInfo  # when somebody points

        mine, shown = entry.own, chinese.shown(word)
        other = entry.word if entry.word != shown else entry.traditional
        names = mine.en if mine else ()
        field = tuple(name for name in entry.field if name not in names)
        known = {name.casefold() for name in (*names, *field)}
        senses = tuple(sense for sense in entry.told if sense.casefold() not in known)
        return WordInfo(
            shown,
            other if other != shown else "",
            entry.pinyin if entry.pinyin != word else "",
            names,
            field,
            _by_reading(entry) if " / " in entry.pinyin else senses,
            " ".join(mine.note.split()) if mine else "",
            also,
            mine=mine is not None,
            may_write=self._desk.reader.writable,
        )

    # Terms

    def _terms(self) -> tuple[Term, ...]:
        if self._own is None:
            self._own = tuple(self._desk.reader.terms())
        return self._own

    def _forget(self) -> None:
        self._own = None

    def _follow(self, change: Change) -> None:
        if change.records(Record.TERM):
            self._forget()
            if self._window.articles.search.text().strip():
                self._window.articles.reload()  # what was found may be called otherwise

    def _edit(self, zh: str, over: "TermsDialog | None" = None) -> None:
        """Ask what a word is called; a term that is there is corrected."""
        from core.glossary import look_up
        from core.terms import named
        from gui.dialogs.term import TermDialog

        known = named(self._terms(), zh)
        entry = look_up(zh, self._terms())
        dialog = TermDialog(zh, known, (*entry.field, *entry.told), over or self._window)
        dialog.given.connect(lambda row: self._take(dialog, known, row))
        self._desk.failed.connect(dialog.refuse)
        dialog.removed.connect(lambda: self._remove([known] if known else []))
        dialog.open()

    def _take(self, dialog: "TermDialog", known: Term | None, row: "Row") -> None:
        """Keep what the dialog gives, and close it then."""
        if self._keep(known, row):
            dialog.accept()

    def _keep(self, known: Term | None, row: "Row") -> bool:
        from core.terms import named, put

        if known is None:
            there = named(self._terms(), row.zh)
            cuts = row.whole and not (there and there.whole)
            return self._commit(lambda: put(there, row), cuts=cuts)
        mend = partial(annotate.redefine, known, row.en, note=row.note, whole=row.whole)
        return self._commit(mend, cuts=row.whole != known.whole)

    def _remove(self, gone: Sequence[Term]) -> None:
        if gone:
            cuts = any(one.whole for one in gone)
            self._commit(lambda: annotate.undefine(gone), cuts=cuts)

    def _commit(self, make: Callable[[], Change], *, cuts: bool) -> bool:
        """Do a deed about terms; on a worker, where it changes how text is cut into words.

        All that holds such a word is cut anew with the deed: a search right after it finds it so.
        False where it was not done, and is not being done.
        """
        reader = self._desk.reader
        if not (cuts and self._desk.free and isinstance(reader, Library)):
            return self._desk.commit(make) is not None
        try:
            deed = partial(_committed, reader.path, reader.author, make())
        except MeipiError as error:
            self._desk.failed.emit(error)
            return False
        lending = self._window.turning.lending
        lending.begin(
            tr("Cutting text into words anew"), deed, lambda _done: None, patience=PATIENCE
        )
        return True

    def _import(self, over: "TermsDialog") -> None:
        from core.terms import LARGEST, read, taken_over

        path = self._window.ask.terms_to_import(over)
        if path is None:
            return
        try:
            rows = read(_bytes(path, LARGEST), path.name)
        except MeipiError as error:
            from gui.tongue.said import in_words  # when something went wrong

            over.tell(in_words(error))
            return
        known = self._terms()
        cuts = any(row.whole for row in rows)
        self._commit(lambda: taken_over(known, rows)[0], cuts=cuts)

    def _export(self, over: "TermsDialog") -> None:
        from core.export import write_file
        from core.terms import written

        path = self._window.ask.terms_to_export(over)
        if path is None:
            return
        try:
            write_file(path, written(self._terms()))
        except MeipiError as error:
            from gui.tongue.said import in_words  # when something went wrong

            over.tell(in_words(error))
            return
        over.tell(tr("Exported your terms to {path}.").format(path=path))

    # How Chinese is shown

    def show_pinyin(self) -> None:
        """Show pinyin over titles, or no longer."""
        self._settings.pinyin = not self._settings.pinyin
        self._show_anew()

    def show_space(self) -> None:
        """Show a little space between Chinese and Latin, or no longer."""
        self._settings.spaced = not self._settings.spaced
        self._show_anew()

    def script_written(self) -> None:
        self._show_in("written")

    def script_simplified(self) -> None:
        self._show_in("simplified")

    def script_traditional(self) -> None:
        self._show_in("traditional")

    def _show_in(self, script: str) -> None:
        self._settings.script = script
        self._show_anew()

    def _show_anew(self) -> None:
        """Show all that is read as the settings say now, and remember them."""
        remember(self._settings, self._window.notice)
        chinese.apply(self._settings)
        self._show_state()
        self._window.articles.show_anew()
        for pane in self._window.panes.all():
            pane.show_anew()
        self._window.inspector.show_anew()


def _by_reading(entry: "Entry") -> tuple[str, ...]:
    """Tell what a word means as it is pronounced, on a line each."""
    said: dict[str, list[str]] = {}
    for one in entry.readings:
        said.setdefault(one.pinyin, []).extend(one.senses)
    return tuple(f"{pinyin}: {'; '.join(senses[:FEW])}" for pinyin, senses in said.items())


def _committed(path: Path, author: Author, change: Change, progress: Progress) -> Change:
    with writing(path, author, progress) as library:
        return library.commit(change)


def _bytes(path: Path, most: int) -> bytes:
    try:
        return disk.read(path, most + 1)
    except OSError as error:
        raise unread(path.name, error) from error
