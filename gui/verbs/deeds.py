"""What each command does, given what is chosen: the verbs of the window, one method each.

Nothing is painted here and nothing written: panes say what is chosen, the desk commits.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from core.change import Change
from core.errors import Unreadable
from core.model import Annotated, Article, Colour, Passage, Stance
from core.settings import Settings
from gui.insights.title import Title
from gui.tongue import phrase, tr
from gui.verbs.overlapping import none_here
from gui.verbs.pasting import files_in, text_in
from gui.verbs.remember import remember

if TYPE_CHECKING:
    from gui.dialogs.exported import Exported
    from gui.dialogs.importing import ImportDialog
    from gui.insights.view import InsightView
    from gui.window import Window

KEEP, SHARE = phrase("Keep Private"), phrase("Share Again")
NOWHERE = phrase("Go to a claim first, or select words in it.")


class Deeds(QObject):
    """The commands, for `actions` to tie by their names."""

    quit_asked = Signal()
    library_asked = Signal(object)  # the path of another library

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._desk = window.desk
        self._list = window.articles
        self._inspector = window.inspector
        for colour in Colour:
            setattr(self, f"colour_{colour.value}", self._in_colour(colour))

    @property
    def _tree(self) -> "InsightView":
        return self._window.insights.view

    # File

    def import_files(self, paths: Sequence[Path] | None = None) -> None:
        chosen = paths or self._window.ask.files_to_import(self._window)
        if chosen:
            self._take_in(chosen)

    def import_folder(self) -> None:
        chosen = self._window.ask.folder_to_import(self._window)
        if chosen:
            self._take_in([chosen])

    def _take_in(self, paths: Sequence[Path]) -> None:
        """Preview pages, and after them look at Meipi's own files, which are merged."""
        from gui.verbs.sharing import split

        ours, pages = split(paths)
        merge = self._window.sharing.merge_files
        if pages:
            self._preview(pages).finished.connect(lambda _code: merge(ours))
        else:
            merge(ours)

    def paste(self) -> None:
        copied = QGuiApplication.clipboard().mimeData()
        if paths := files_in(copied):
            self._take_in(paths)
        elif (text := text_in(copied)).strip():
            self._preview(text)
        else:
            self._window.notice.warn(
                Unreadable(tr("There is no text to paste."), tr("Copy the text of a page first."))
            )

    def import_text(self, text: str) -> None:
        self._preview(text)

    def _preview(self, source: list[Path] | str) -> "ImportDialog":
        from gui.dialogs.importing import ImportDialog

        dialog = ImportDialog(source, self._desk.reader.path, self._window, self._settings.zone)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.add(dialog.accepted_articles))
        dialog.open()
        return dialog

    def add(self, articles: Sequence[Article]) -> None:
        """Put articles on the shelf and show the first of them in the list."""
        from gui.verbs.arriving import shelve

        show = partial(self._show_first, [one.id for one in articles])
        shelve(articles, self._desk, self._window.turning.lending, show)

    def _show_first(self, articles: Sequence[str], change: Change) -> None:
        if not change:  # another window, or program, was first
            self._desk.look_again()
            self._window.notice.say(tr("There was nothing new to add."))
        self._list.choose_first([edit.record for edit in change.edits] or articles)

    def add_sample(self) -> None:
        from core.parse import parse_text
        from core.samples import sample_texts

        self.add([article for text in sample_texts() for article in parse_text(text).articles])

    def export(self, articles: Sequence[str] = (), claims: str = "") -> None:
        """Offer to export the articles given, else those that are chosen.

        `claims` is the query of claims that are collected, which are offered first.
        """
        from gui.dialogs.exporting import ExportDialog

        self._inspector.flush()
        dialog = ExportDialog(
            self._desk.reader,
            articles[0] if articles else self._list.current() or self._window.insights.article(),
            list(articles) or self._list.selected(),
            self._window.ask,
            self._window,
            claims,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exported.connect(self._tell_exported)
        dialog.open()

    def _tell_exported(self, done: "Exported") -> None:
        place = done.place
        many = tr("%n note(s)", "", done.files) if place.is_dir() else tr("one file")
        told = tr("Exported {many} to {place}.").format(many=many, place=place)
        if done.left:
            told = tr(
                "Left %n file(s) that you had edited; the new text is beside, in “… new.md”.",
                "",
                done.left,
            )
        self._window.notice.say(told)

    def open_library(self) -> None:
        path = self._window.ask.library_to_open(self._window)
        if path:
            self.library_asked.emit(path)

    def quit(self) -> None:
        self.quit_asked.emit()

    # Edit

    def same_passage(self) -> None:
        """Light the claims on the passages of the current one, and go to the next."""
        from gui.verbs import citing  # not for the first picture

        self._window.notice.say(citing.go_on(self._tree))

    def copy(self) -> None:
        self._copy(with_citation=False)

    def copy_cited(self) -> None:
        self._copy(with_citation=True)

    def _copy(self, *, with_citation: bool) -> None:
        text, node = selected_text() if not with_citation else "", None
        annotated = self._tree.annotated
        if not text and annotated:
            text, node = self._quoted(annotated)
        if not text or not annotated:
            self._window.notice.say(tr(NOWHERE))
            return
        if with_citation:
            text = cited(text, node, annotated.article)
        QGuiApplication.clipboard().setText(text)
        self._window.notice.say(tr("Copied with its citation.") if with_citation else tr("Copied."))

    def _quoted(self, annotated: Annotated) -> tuple[str, int | None]:
        """Give what is to be copied, and its node: words, the chosen highlight, or the claim."""
        chosen = self._inspector.current()
        if chosen and not self._tree.has_words():
            for one in annotated.placed:
                if one.highlight.id == chosen:
                    return one.highlight.passage.quote, one.node
        passage = self._tree.passage()
        return (passage.quote, passage.node) if passage else ("", None)

    def search(self) -> None:
        self._window.show_list()
        self._list.focus_search()

    # Mark

    def highlight(self) -> None:
        """Mark the chosen words, else the whole claim."""
        if self._marked_already():
            return
        self._mark(self._tree.passage(), Colour(self._settings.colour))

    def _marked_already(self) -> bool:
        """Choose the highlight of the very same words where there is one, instead of a second."""
        passage, annotated = self._tree.passage(), self._tree.annotated
        if not passage or not annotated:
            return False
        span = (passage.node, passage.start, passage.end)
        same = [p for p in annotated.placed if (p.node, p.start, p.end) == span]
        if same:
            self._tree.drop_words()
            self._window.choose_highlight(same[0].highlight.id)
        return bool(same)

    def _mark(self, passage: Passage | None, colour: Colour) -> str | None:
        if passage is None:
            self._window.notice.say(tr(NOWHERE))
            return None
        words = self._tree.chosen_words()
        self._tree.drop_words()
        new = self._desk.highlight(passage, colour)
        if new:
            self._window.choose_highlight(new)
        elif words:
            self._tree.choose_words(words.position, words.begun, words.now)
        return new

    def _in_colour(self, colour: Colour) -> Callable[[], None]:
        return lambda: self.mark_in(colour)

    def mark_in(self, colour: Colour) -> None:
        """Mark chosen words in a colour, recolour the chosen highlight, or mark the claim."""
        self._prefer("colour", colour.value)
        if not self._chosen():
            self._marked_already()
        chosen = self._chosen()
        if chosen:
            self._desk.recolour(chosen, colour)
        else:
            self._mark(self._tree.passage(), colour)

    def _chosen(self) -> str | None:
        """Give the highlight chosen, unless words are."""
        return None if self._tree.has_words() else self._inspector.current()

    def target(self) -> str | None:
        """Give the highlight a command is about, marking words or the claim if there is none."""
        here = [] if self._tree.has_words() else self._tree.highlights_here()
        if here and not self._chosen():
            self._window.choose_highlight(here[0])
        if not self._chosen() and not self._marked_already():
            self._mark(self._tree.passage(), Colour(self._settings.colour))
        return self._chosen()

    def tag(self) -> None:
        target = self.target()
        if target:
            self._window.ask_for_tag(lambda path: self._desk.tag(target, path))

    def note(self) -> None:
        finding = self._window.bookkeeping.finding_with_keys()
        if not self._desk.reader.writable:
            self._window.notice.warn(self._desk.why)
        elif finding:
            self._window.concluding.note(finding)
        elif self.target():
            self._window.show_inspector()
            self._inspector.focus_note()

    def keep_private(self) -> None:
        """Keep a highlight at home when a share is made, or let it go along again."""
        target = self.target()
        if target:
            now = self._desk.reader.highlight(target).private
            self._desk.keep_private(target, not now)

    def offer_private(self, annotated: Annotated, highlight: str | None) -> None:
        """Say in the menu what the command would do to the highlight chosen."""
        marks = (placed.highlight for placed in annotated.placed)
        private = any(one.private for one in marks if one.id == highlight)
        self._window.actions_.offer("keep_private", tr(SHARE if private else KEEP), possible=True)

    def agree(self) -> None:
        self._judge(Stance.AGREE)

    def doubt(self) -> None:
        self._judge(Stance.DOUBT)

    def check(self) -> None:
        self._judge(Stance.CHECK)

    def _judge(self, stance: Stance) -> None:
        target = self.target()
        if target:
            now = self._desk.reader.highlight(target).stance
            self._desk.judge(target, Stance.NONE if now is stance else stance)

    def remove(self) -> None:
        chosen = self._inspector.current()
        here = self._tree.highlights_here()
        if chosen or len(here) == 1:
            self._inspector.flush()
            self._desk.remove([chosen or here[0]])
        elif here:
            self._window.notice.say(tr("Click the highlight to remove: there are several here."))
        else:
            self._window.notice.say(none_here(in_list=self._list.has_keys()))

    # Article

    def next_claim(self) -> None:
        self._window.one_pane.go_on()
        if not self._tree.step(1):
            self._list.step(1)

    def previous_claim(self) -> None:
        """Go one claim back; from the first, to the last of the article before."""
        self._window.one_pane.go_on()
        if not self._tree.step(-1):
            here = self._list.current()
            self._list.step(-1)
            if self._list.current() != here:
                self._tree.go_to_last()

    def next_article(self) -> None:
        self._list.step(1)

    def previous_article(self) -> None:
        self._list.step(-1)

    def next_unread(self) -> None:
        if not self._list.step_to_unread():
            self.say_all_read()

    def say_all_read(self) -> None:
        self._window.notice.say(tr("Nothing else is left to read here."))

    def read_on(self) -> None:
        annotated = self._tree.annotated
        if annotated:
            self._desk.read({annotated.article.id: annotated.read}, now=True)
            self._list.step(1)

    def open_article(self) -> None:
        if not self._window.searching.open_finding():
            self._tree.setFocus()

    # View and help

    def fold(self) -> None:
        self._tree.fold_all()

    def unfold(self) -> None:
        self._tree.expandAll()

    def show_inspector(self) -> None:
        self._window.split.turn(self._inspector)

    def _prefer(self, name: str, value: str) -> None:
        """Keep a preference, for now and for the next time."""
        if getattr(self._settings, name) == value:
            return
        setattr(self._settings, name, value)
        remember(self._settings, self._window.notice)
        self._window.show_state()

    def about(self) -> None:
        self._window.ask.about(self._window)


def selected_text() -> str:
    """Give the words selected in a label or a read-only text that has the focus."""
    from PySide6.QtWidgets import QTextBrowser  # not before it is asked for

    focused = QApplication.focusWidget()
    if isinstance(focused, Title):
        return focused.selected()
    if isinstance(focused, QLabel):
        return focused.selectedText()
    if isinstance(focused, QTextBrowser):
        return focused.textCursor().selection().toPlainText()
    return ""


def cited(text: str, node: int | None, article: Article) -> str:
    """Put marks of quotation, the claim's citations and the article behind a text."""
    head = article.masthead
    numbers = article.edition.nodes[node].citations if node is not None else ()
    marks = "".join(f"[{number}]" for number in numbers)
    where = ", ".join(filter(None, (head.title, head.source, head.published)))
    return " ".join(filter(None, (f"“{text}”", marks, f"({where})" if where else "")))
