"""The verbs that put tags in order: the list of them, and what it asks."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.change import Change, Record
from core.errors import MeipiError, NotFound
from core.library import Library, Reader
from core.progress import Progress
from gui import work
from gui.dialogs.words import deed_words
from gui.parts.telling import Telling
from gui.tongue import tr
from gui.verbs import turning
from gui.verbs.beside import Beside
from gui.verbs.lending import PATIENCE, committed
from gui.work.connection import looking

if TYPE_CHECKING:
    from core.annotate.vocabulary import Use
    from core.model import Tag
    from core.search.rule import Rule
    from core.search.uses import Used
    from gui.dialogs.tags import TagsDialog
    from gui.verbs.pinning import Pinning
    from gui.window import Window

Make = Callable[[Reader], Change]
SHOWN = (Record.TAG, Record.HIGHLIGHT, Record.FINDING)


class Tagging(QObject):
    """The command over tags, for `actions` to tie by its name."""

    def __init__(self, window: "Window", pinning: "Pinning") -> None:
        super().__init__(window)
        self._window, self._desk, self._pinning = window, window.desk, pinning
        self._beside = Beside(self._make)
        self._job: work.Job[Used] | None = None
        self._rules: list[Rule] = []
        self._telling = Telling[Change]()  # what is done just now as the list asked for it
        self._desk.failed.connect(self._hear)
        self._desk.changed.connect(self._follow)
        self._desk.refreshed.connect(self._show)

    def tags(self) -> None:
        """Show every tag, beside the window; once more brings the list to the front."""
        dialog = self._beside.get()
        self._fill(dialog)
        self._beside.show()

    def show(self, path: str) -> None:
        """Show every tag, and one of them chosen."""
        self.tags()
        self._beside.get().choose(path)

    def move(self, path: str, wanted: str) -> bool:
        """Call a tag otherwise, or move it, where it stands in the side bar; tell whether it is."""
        from core.annotate import vocabulary

        reader = self._desk.reader

        def deed() -> Change:
            known = reader.tags()
            one, *twins = _called(known, path)
            return vocabulary.rename(one, wanted, known, reader.searches(), twins)

        return self._desk.commit(deed) is not None

    def join_twins(self, path: str) -> None:
        """Make one tag of all that have this name, as they stand for one in the side bar."""
        twins = (tag for tag in self._desk.reader.tags() if tag.path == path)
        uses = sum(tag.uses + tag.findings for tag in twins)
        self._do(partial(_one_of, path=path), "join tags", uses)

    def _make(self) -> "TagsDialog":
        from gui.dialogs.tags import TagsDialog

        dialog = TagsDialog(self._window)
        dialog.renamed.connect(self._rename)
        dialog.described.connect(self._describe)
        dialog.joined.connect(self._join)
        dialog.removed.connect(self._remove)
        dialog.looked_for.connect(self._look_for)
        dialog.pinned.connect(self._pin)
        dialog.called.connect(self._call)
        dialog.together_asked.connect(self._window.together.tags_together)
        dialog.used_asked.connect(self._ask_uses)
        dialog.opened.connect(self._open)
        dialog.addActions([self._window.actions_[way] for way in ("undo", "redo")])
        if self._desk.closed:
            dialog.close_to_writing(self._desk.closed)
        return dialog

    def close(self) -> None:
        """Close the list with the window."""
        self._beside.close()

    # What the list asks

    def _rename(self, tag: str, path: str) -> None:
        from core.annotate import vocabulary

        def renamed(reader: Reader) -> Change:
            known = reader.tags()
            return vocabulary.rename(_one(reader, tag), path, known, reader.searches())

        self._do(renamed)

    def _describe(self, tag: str, said: dict[str, str]) -> None:
        from core.annotate import vocabulary

        self._do(lambda reader: vocabulary.describe(_one(reader, tag), **said))

    def _join(self, tag: str, path: str) -> None:
        self._do(partial(_joined, tag=tag, path=path), "join tags", self._uses(tag))

    def _remove(self, tag: str) -> None:
        self._do(partial(_removed, tag=tag), "remove tag", self._uses(tag))

    def _uses(self, tag: str) -> int:
        """Count what carries a tag or one below it."""
        from core.annotate import vocabulary

        known = self._desk.reader.tags()
        found = [each for one in known if one.id == tag for each in vocabulary.family(one, known)]
        return sum(one.uses + one.findings for one in found)

    def _call(self, tag: str, names: tuple[str, ...]) -> None:
        from core.annotate import vocabulary

        self._do(lambda reader: vocabulary.call(_one(reader, tag), names, reader.tags()))

    def _ask_uses(self, tag: str) -> None:
        """Find out what uses a tag, on a worker; only the last answer is shown."""
        from core.settings import load  # as the dialog is
        from gui.verbs.ruling import kept_rules

        if self._job is not None:
            self._job.cancel()
        path, rules = self._desk.reader.path, list(kept_rules(load()))
        self._job = work.run(
            lambda progress: _used(path, tag, rules, progress),
            self._show_used,
            self._window.notice.warn,
        )

    def _show_used(self, used: "Used") -> None:
        if self._beside.there is not None:
            self._rules = list(used.rules)
            self._beside.there.used.show_used(used)

    def _open(self, kind: str, one: str) -> None:
        """Show what uses the tag, where it is."""
        window, dialog = self._window, self._beside.there
        assert dialog is not None
        if kind == "articles":
            self._look_for(dialog.form.path.text())
        elif kind == "search":
            found = next((each for each in self._desk.reader.searches() if each.id == one), None)
            self._search(found.query if found else "")
        elif kind == "rule":
            window.several.tag_by(self._rules[int(one)])
        else:
            window.linking.go(one)
            window.activateWindow()

    def _search(self, query: str) -> None:
        self._window.articles.search.setText(query)
        self._window.activateWindow()
        self._window.show_list()
        self._window.articles.focus_search()

    def _pin(self, tag: str, place: int) -> None:
        self._pinning.pin(tag, place)
        self._show()

    def _look_for(self, path: str) -> None:
        from gui.search.refine import with_tag  # not for the first picture

        self._search(with_tag("", path))

    def _do(self, make: Make, name: str = "", uses: int = 0) -> None:
        """Do a deed; say in the list why it cannot be done. What is large is done on a worker."""
        reader = self._desk.reader
        if uses > turning.LARGE and isinstance(reader, Library):
            deed = partial(committed, reader.path, reader.author, make)
            what, show = deed_words(name, uses), lambda _change: self._show()
            lending = self._window.turning.lending
            lending.begin(what, deed, show, revisions=uses, patience=PATIENCE)
            return
        try:
            change = make(reader)
        except MeipiError as error:
            if not self._refuse(error):
                self._desk.failed.emit(error)
            return
        if not change:
            self._show()
            return
        with self._telling.of(change):
            self._desk.commit(lambda: change)

    def _hear(self, error: MeipiError) -> None:
        if self._telling.refuse():
            self._refuse(error)

    def _refuse(self, error: MeipiError) -> bool:
        """Say in the list why something is not done, if there is one; what was typed is kept."""
        from gui.tongue.said import in_words  # when something went wrong

        self._show()
        if self._beside.there is not None:
            self._beside.there.refuse(in_words(error))
        return self._beside.there is not None

    # What is shown

    def _follow(self, change: Change) -> None:
        if any(change.records(kind) for kind in SHOWN):
            self._show()

    def _show(self) -> None:
        dialog = self._beside.there
        if dialog is not None and dialog.isVisible():
            self._fill(dialog)

    def _fill(self, dialog: "TagsDialog") -> None:
        reader = self._desk.reader
        tags = reader.tags()
        many = Counter(tag.path for tag in tags)
        makers = reader.makers(tag.id for tag in tags if many[tag.path] > 1)
        dialog.show_tags(tags, self._pinning.pins(), makers)


def _used(path: Path, tag: str, rules: "Sequence[Rule]", progress: Progress) -> "Used":
    from core.search.uses import used  # on the worker

    progress(0, 0)
    with looking(path) as reader:
        return used(reader, tag, rules)


def _one(reader: Reader, tag: str) -> "Tag":
    return _first(one for one in reader.tags() if one.id == tag)


def _first(tags: "Iterable[Tag]") -> "Tag":
    for tag in tags:
        return tag
    raise NotFound("This tag is no longer there.", "Undo may bring it back.")


def _called(known: "Iterable[Tag]", path: str) -> "list[Tag]":
    """Give the tags at a path: mostly one, and after a merge several that have one name."""
    found = [tag for tag in known if tag.path == path]
    return found or [_first(found)]


def _one_of(reader: Reader, path: str) -> Change:
    from core.annotate import vocabulary

    known = reader.tags()
    twins = _called(known, path)
    return vocabulary.join_twins(twins, {one.id: reader.tagged(one.id) for one in twins}, known)


def _joined(reader: Reader, tag: str, path: str) -> Change:
    from core.annotate import vocabulary

    known = reader.tags()
    keep = next((one for one in known if one.path == path and one.id != tag), None)
    if keep is None:
        raise NotFound(
            tr("There is no tag “{path}”.").format(path=path), tr("Choose one from the list.")
        )
    return vocabulary.join(keep, _one(reader, tag), reader.tagged(tag), known)


def _removed(reader: Reader, tag: str) -> Change:
    from core.annotate import vocabulary

    one, known = _one(reader, tag), reader.tags()
    uses: dict[str, Use] = {}
    for each in vocabulary.family(one, known):
        uses |= {use.id: use for use in reader.tagged(each.id)}
    return vocabulary.remove(one, uses.values(), known)
