"""The page of a finding in the inspector: what the reader wants of each of its fields, done.

A finding being written is changed here, and nowhere else, until it is made; of one that is made
every change is a deed. The commands that lead here are in `concluding`.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.annotate import findings, segments
from core.change import Change, Record
from core.errors import NotFound, Refused
from core.finding import Bearing, Finding, Outcome, Result
from core.model import Conflict
from gui import work
from gui.insights import counted
from gui.tongue import phrase, tr
from gui.verbs.findings import gathering
from gui.verbs.findings.gathering import Writing
from gui.verbs.findings.grounds import Ground, grounds_of

if TYPE_CHECKING:
    from gui.highlights.finding.page import FindingPage
    from gui.window import Window

WRITING = phrase("A finding is being written ›")
DISCARDED = phrase("The finding was discarded.")


class Stating(QObject):
    """The finding that is shown, and the one that is being written, if there is one."""

    def __init__(self, window: "Window", today: Callable[[], date]) -> None:
        super().__init__(window)
        self._window, self._desk, self._today = window, window.desk, today
        self._inspector = window.inspector
        self.writing: Writing | None = None
        self.page: FindingPage = self._inspector.finding_page()
        self._tie()
        self._inspector.writing_asked.connect(self._show_writing)

    def _tie(self) -> None:
        page = self.page
        for told, does in (
            *((page.edited, self._edit), (page.noted, self._note), (page.judged, self._judge)),
            *((page.tagged, self._tag), (page.untagged, self._untag), (page.made, self._make)),
            *((page.borne, self._bear), (page.withdrawn, self._withdraw)),
            *((page.jumped, self._jump), (page.discarded, self._discard)),
            *((page.removed, self._remove), (page.settled, self._settle)),
            (page.back, self.leave),
        ):
            told.connect(does)

    # What is shown

    def show(self, finding: str) -> None:
        """Show a finding in the inspector, and that; a finding that is gone is put away."""
        if self.lay(finding):
            self._window.show_inspector()

    def lay(self, finding: str) -> bool:
        """Have the inspector show a finding, seen or not; False where it is gone."""
        self.page.flush()
        try:
            self._fill(finding)
        except NotFound as error:
            self._window.notice.warn(error)
            self.leave()
            return False
        self._come_forward()
        return True

    def note(self, finding: str) -> None:
        """Let the reader write in the note of a finding."""
        self.show(finding)
        if self.page.current() == finding:
            self.page.write_note()

    def again(self) -> None:
        """Show anew what is shown, after a deed; a finding that is gone is put away."""
        try:
            self._fill(self.page.current())
        except NotFound:
            self.leave()

    def _fill(self, finding: str) -> None:
        """Let the page show a finding, or the one that is being written."""
        reader = self._desk.reader
        if finding:
            one = reader.finding(finding)
            self.page.show_shown(gathering.show(reader, one, grounds_of(reader, one)))
        elif self.writing:
            self.page.show_shown(self.writing.shown(reader))
        if not counted.is_loaded():
            work.run(lambda _progress: counted.load(), self._read, self._window.notice.warn)

    def _read(self, _none: None) -> None:
        """Show what the passages count, once that can be read."""
        self.writing = self.writing and self.writing.read(self._desk.reader)
        if self._inspector.shows_finding():
            self.again()

    def leave(self) -> None:
        """Make room for the highlights."""
        self._inspector.put_finding_away()
        self._inspector.say_writing(tr(WRITING) if self.writing else "")

    def _show_writing(self) -> None:
        if self.page.current():
            self.page.flush()
        self._fill("")
        self._come_forward()
        self._window.show_inspector()

    def _come_forward(self) -> None:
        self._inspector.show_finding()
        self._window.linking.look()

    # A finding being written

    def write(self, grounds: Sequence[Ground]) -> None:
        """Begin a finding on passages; one that is being written rests on them as well."""
        if self.writing:
            self._change(self.writing.with_grounds(grounds))
            many = len(self.writing.grounds)
            self._window.notice.say(
                tr("The finding rests on {many} passages now.").format(many=many)
            )
        else:
            self._window.notice.clear()  # what was discarded before cannot be taken up beside it
            self._change(gathering.begin(self._desk.reader, grounds))
            self.page.begin_to_write()

    def _change(self, writing: Writing) -> None:
        self.writing = writing.read(self._desk.reader) if counted.is_loaded() else writing
        self._show_writing()

    def _written(self) -> Writing | None:
        """Give what is being written, if that is what the page shows."""
        return None if self.page.current() else self.writing

    def _make(self) -> None:
        """Make the finding that was being written, as one deed."""
        reader = self._desk.reader
        assert self.writing is not None, "the button is there only for one that is being written"
        counted.load()
        writing, known = self.writing.read(reader), reader.tags()
        change = self._desk.commit(lambda: findings.find(writing.draft(known), known))
        if change:
            self.writing = None
            self.show(change.records(Record.FINDING)[0])
            self._window.insights.view.setFocus()

    def keep(self) -> None:
        """Make what is being written, if the reader wrote anything of it: nobody may come back.

        What cannot be read is kept in the note.
        """
        self.page.flush()
        for finding, words in list(self.page.unread()):
            note = "\n\n".join(filter(None, (self._noted(finding), words)))
            self._mend(finding, "note", note)
        if self.writing and self.writing.says_more(self._desk.reader):
            self._make()

    def unkept_texts(self) -> list[str]:
        """Give what the reader wrote of the finding that is not made yet."""
        if self.writing is None:
            return []
        one, page = self.writing.finding, self.page
        said = (one.statement, one.note)
        if not page.current():
            said = (page.statement.text(), page.note.editor.toPlainText())
        return [text for text in said if text and text != self.writing.proposed]

    def _noted(self, finding: str) -> str:
        """Give the note of a finding; one that is gone comes back by what is written of it."""
        if not finding:
            return self.writing.finding.note if self.writing else ""
        with suppress(NotFound):
            return self._desk.reader.finding(finding).note
        return ""

    def _discard(self) -> None:
        self.page.flush()
        discarded, self.writing = self.writing, None
        self.page.forget()
        self.leave()
        self._window.insights.view.setFocus()
        if discarded:
            again = partial(self._change, discarded)
            self._window.notice.offer(tr(DISCARDED), tr("Undo"), again)

    # What the reader wants of its fields

    def _one(self) -> Finding:
        return self._desk.reader.finding(self.page.current())

    def _commit(self, make: Callable[[], Change]) -> bool:
        """Do a deed; where it cannot be done, show how it stands."""
        return self._stand(done=self._desk.commit(make) is not None)

    def _stand(self, *, done: bool) -> bool:
        if not done and self._inspector.shows_finding():
            self.again()
        return done

    def _edit(self, field: str, value: object) -> None:
        if self._mend(self.page.current(), field, value) and self._written():
            self.again()

    def _note(self, finding: str, text: str) -> None:
        if self._mend(finding, "note", text):
            self.page.note_kept(finding)

    def _mend(self, finding: str, field: str, value: object) -> bool:
        said: dict[str, object] = {field: value}
        if not finding:
            self.writing = self.writing and self._saying(self.writing, field, value)
            return True

        def change() -> Change:
            one = self._desk.reader.finding(finding)
            return findings.mend(one, replace(one, **said))  # type: ignore[arg-type]

        kind = Record.FINDING if value else None
        return self._stand(done=self._desk.write(kind, finding, change))

    def _saying(self, writing: Writing, field: str, value: object) -> Writing:
        """Have a field of what is being written say this; a statement may name a horizon."""
        if field == "statement" and counted.is_loaded():
            return writing.stated(str(value), self._desk.reader)
        return writing.saying(field, value)

    def _judge(self, result: Result | None) -> None:
        outcome = Outcome(result, self._today()) if result else None
        self._commit(lambda: findings.judge(self._one(), outcome))

    def _tag(self, path: str) -> None:
        written, known = self._written(), self._desk.reader.tags()
        if not written:
            self._commit(lambda: findings.tag([self._one()], path, known))
            return
        try:
            segments(path)
        except Refused as error:
            self._desk.failed.emit(error)
        else:
            self._change(written.with_tag(path, known))

    def _untag(self, tag: str) -> None:
        written = self._written()
        if written:
            self._change(written.without_tag(tag))
        else:
            self._commit(lambda: findings.untag([self._one()], tag))

    def _bear(self, key: str, bearing: Bearing) -> None:
        written = self._written()
        if written:
            self._change(written.bearing(key, bearing))
        else:
            self._commit(lambda: findings.support(self._one(), [key], bearing))

    def _withdraw(self, key: str) -> None:
        written = self._written()
        if written:
            self._change(written.without(key))
        else:
            self._commit(lambda: findings.unsupport(self._one(), [key]))

    def _remove(self) -> None:
        self.page.flush()
        if self._commit(lambda: findings.remove([self._one()])):
            self.page.forget()

    def _settle(self, conflict: Conflict, value: str | None) -> None:
        if self._desk.settle(conflict, value):
            self.page.versions.forget(conflict)
            self.again()

    def _jump(self, key: str) -> None:
        """Show a passage in the text; the finding stays beside it."""
        written = self._written()
        try:
            there = written.grounds if written else grounds_of(self._desk.reader, self._one())
        except NotFound as error:
            self._window.notice.warn(error)
            return
        ground = next((one for one in there if one.key == key), None)
        if ground:
            self._window.readers.show_article(ground.passage.article)
            self._go_to(ground)

    def _go_to(self, ground: Ground) -> None:
        window, at = self._window, ground.passage
        shown = window.insights.view.annotated
        if shown is None or shown.article.id != at.article:
            return
        if ground.highlight:
            window.choose_highlight(ground.highlight)
        elif at.edition == shown.article.edition.id:
            window.insights.view.go_to(at.node)
        window.insights.view.setFocus()
