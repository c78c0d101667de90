"""What comes by itself: watched folders and followed feeds, their new articles put on the shelf.

What is in files, and what `following` heard of feeds, is read on a worker, one after the other, and
becomes one deed for each folder or feed, told in the notice. A file that is still being written is
waited for.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from core.change import Change
from core.errors import MeipiError
from core.progress import Progress
from core.share.words import visible
from gui import work
from gui.parts.later import every, later
from gui.tongue import tr
from gui.verbs.clipping import Clipping
from gui.verbs.following import AT_ONCE, Following, beside, feed_name
from gui.work.connection import looking

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

    from core.model import Article
    from core.settings import Settings
    from core.watch.folder import Found
    from core.watch.follow import Came, News
    from core.watch.kept import Kept
    from gui.window import Window

SETTLED = 1500  # milliseconds without being written to after which a file is whole
AGAIN = 60_000  # milliseconds until folders are looked at anew: no system tells of all that changes
ASKED = 300_000  # milliseconds until it is asked again whether a feed is due
SAVED = 1000  # milliseconds after which what was seen is remembered, with what else was seen
SAID = 250  # milliseconds after which it is told how it went, with what else there is to tell
ERRORS = 3  # of the files of a folder, that are told at once
There = dict[str, dict[str, str] | str]  # by folder: its pages, or why it cannot be looked at
Piece = tuple[Callable[[Progress], Any], Callable[[Any], None]]


class Watching(QObject):
    """Begun once the window is painted, and whenever the preferences name other places."""

    told = Signal()  # how it went with a folder or a feed

    def __init__(self, window: "Window", settings: "Settings") -> None:
        super().__init__(window)
        self._window, self._settings, self._desk = window, settings, window.desk
        self.clipping = Clipping(window, settings)
        self._kept: Kept | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._busy = self._to_look = self._closed = False
        self._job: work.Job[Any] | None = None
        self.following = Following(self, settings, lambda: self.kept, window.notice.warn)
        self.following.told.connect(self._say)
        self._answers: list[Came] = []  # of feeds, to be read
        self.following.came.connect(self._answers.append)
        self.following.answered.connect(self._on_answered)
        self._desk.freed.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._by_hand = self._came = False  # whether the reader asked; whether anything came of it
        self._away: dict[str, str] = {}  # folders that cannot be looked at, and why
        self._pending: dict[str, str] = {}  # files that may still be written to
        self._whole: list[tuple[str, str]] = []  # files to be read
        self._settling = later(self, SETTLED, self.look)
        self._often = every(self, AGAIN, self.look)
        self._rarely = every(self, ASKED, self._go_on)
        self._saving = later(self, SAVED, self._save_now)
        self._saying = later(self, SAID, self.told.emit)

    @property
    def kept(self) -> "Kept":
        """What is remembered of folders and feeds."""
        if self._kept is None:
            from core.watch import kept  # not for the first picture

            self._kept = kept.load()
        return self._kept

    def begin(self) -> None:
        """Watch and follow what the settings name; where they name nothing, nothing is done."""
        self.clipping.begin()
        wanted = self._settings.folders or self._settings.feeds
        if self._desk.reader.writable and (wanted or self._kept):
            self._forget()
            for timer, places in (
                (self._often, self._settings.folders),
                (self._rarely, self._settings.feeds),
            ):
                timer.start() if places else timer.stop()
            self.look()

    def close(self) -> None:
        """Look at nothing any more; what is being read or fetched just now is let go."""
        for timer in (self._settling, self._often, self._rarely):
            timer.stop()
        self._closed = True
        self.following.close()
        if self._saving.isActive():
            self._saving.stop()
            self._save_now()
        if self._job is not None:
            self._job.cancel()

    def _forget(self) -> None:
        """Remember no more of a place that is no longer named: named again, it is new."""
        named = {*self._settings.folders, *self._settings.feeds}
        gone = self.kept.places.keys() - named
        if gone:
            for place in gone:
                del self.kept.places[place]
            self._forget_files(gone)
            self._save()

    def _forget_files(self, folders: Iterable[str]) -> None:
        from core.watch.kept import lies_in  # as above

        for folder in folders:
            self.kept.forget([one for one in self.kept.files if lies_in(one, folder)])

    def status(self, place: str) -> str:
        """Say how it went with a folder or a feed the last time."""
        from gui.highlights.words import moment  # with the preferences
        from gui.tongue.said import retold

        one = self.kept.places.get(place)
        if self.following.is_asked(place):
            return tr("Being looked at…")
        if place in self._away:
            return self._away[place]
        if one is None:
            return tr("Not looked at yet")
        when = tr("Looked at {when}").format(when=moment(round(one.when * 1000)))
        went = f"{retold(one.error)}\n{when}" if one.error else ""
        went = went or " · ".join(filter(None, (visible(one.name), when)))
        return "\n".join(filter(None, (went, *beside(place, one))))

    # When the reader asks

    def look_now(self) -> None:
        """See what is new in the folders and feeds, whenever that was seen last."""
        notice = self._window.notice
        if not self._desk.reader.writable:
            notice.warn(self._desk.why)
        elif not (self._settings.folders or self._settings.feeds):
            self._point_to_preferences(tr("No folder is watched, and no feed is followed."))
        elif not (self._is_at_it() and self._by_hand):
            self._by_hand, self._came = True, False
            self.following.ask_all()
            notice.say(tr("Looking for new articles…"))
            self.look()

    def _is_at_it(self) -> bool:
        return self._busy or self.following.waits or bool(self._answers)

    def _tell_nothing(self) -> None:
        """Answer the reader who asked, where nothing came that would: news can be undone there."""
        if not self._by_hand or self._pending or self._is_at_it():
            return
        self._by_hand = False
        if self._came:
            return
        told = (self.kept.places.get(one) for one in self._settings.feeds)
        failed = sum(one is not None and bool(one.error) for one in told)
        away = len(self._away.keys() & set(self._settings.folders))
        if failed:
            self._point_to_preferences(tr("%n feed(s) could not be read.", "", failed))
        elif away:
            self._point_to_preferences(tr("%n folder(s) could not be looked at.", "", away))
        else:
            self._window.notice.say(tr("Nothing new."))

    def _point_to_preferences(self, words: str) -> None:
        show = self._window.actions_["preferences"].trigger
        self._window.notice.offer(words, tr("Preferences…"), show)

    # Folders: one piece of work after the other

    def look(self) -> None:
        """See what is new in the folders."""
        self._to_look = bool(self._settings.folders)
        if self._to_look or self._watcher:
            self._watch(self._settings.folders)
        self._go_on()

    def _watch(self, folders: Sequence[str]) -> None:
        from PySide6.QtCore import QFileSystemWatcher  # slow to load

        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._settling.start)
        watched = self._watcher.directories()
        gone, new = set(watched) - set(folders), set(folders) - set(watched)
        if gone:
            self._watcher.removePaths(list(gone))
        if new:
            self._watcher.addPaths(list(new))

    def _go_on(self) -> None:
        if self._closed:
            return
        if len(self._answers) < AT_ONCE:  # else they would be held for as long as the desk is lent
            self.following.ask()
        if self._busy or not self._desk.free:
            return
        piece = self._next()
        if piece is None:
            self._tell_nothing()
        else:
            self._busy, (job, then) = True, piece
            self._job = work.run(
                job,
                partial(self._hear, then),
                self._window.notice.warn,
                ended=self._ended,
            )

    def _hear(self, then: Callable[[Any], None], value: object) -> None:
        if not self._closed:  # and the library with it
            then(value)

    def _ended(self) -> None:
        self._busy = False
        self._go_on()

    def _next(self) -> Piece | None:
        from core.watch import folder  # where something is watched

        if self._whole:
            whole, self._whole = self._whole, []
            return partial(folder.read, whole), self._take_files
        if self._to_look:
            self._to_look, folders = False, tuple(self._settings.folders)
            return lambda _progress: _look(folders), self._sort_out
        if self._answers:
            came = partial(_read, self._answers.pop(0), self._desk.reader.path)
            return lambda progress: work.letting_go(came, progress), self._take_news
        return None

    def _sort_out(self, there: There) -> None:
        """Read what has not changed since the last look; note what lies in a new folder."""
        from core.watch import folder

        waiting = dict[str, str]()
        for place, files in there.items():
            if isinstance(files, str):
                self._away[place] = files
                continue
            self._away.pop(place, None)
            self._note(place, files)
            if self.kept.look_through(place, files.keys(), time.time()):
                self._save()
            for path, mark in folder.unseen(files, self.kept.files).items():
                if self._pending.get(path) == mark:
                    self._whole.append((path, mark))
                else:
                    waiting[path] = mark
        self._pending = waiting
        if waiting:
            self._settling.start()
        self._say()

    def _note(self, place: str, files: dict[str, str]) -> None:
        """Remember when a folder was looked at; what lies in a new one counts as seen."""
        before = self.kept.places.get(place)
        if before is None:
            self.kept.files |= files
            self._tell(place)
        else:
            self.kept.places[place] = replace(before, when=time.time())

    def _take_files(self, found: "Sequence[Found]") -> None:
        """Put on the shelf what was in the files, a deed for each folder."""
        for place in dict.fromkeys(str(Path(one.path).parent) for one in found):
            mine = [one for one in found if str(Path(one.path).parent) == place]
            articles = [article for one in mine for article in one.articles]
            self._add(articles, Path(place).name or place, partial(self._seen, place, mine))

    def _seen(self, place: str, files: "Sequence[Found]") -> None:
        self.kept.files |= {one.path: one.mark for one in files}
        errors = [one.error for one in files if one.error]
        self._tell(place, "\n".join(errors[:ERRORS]) + ("\n…" if errors[ERRORS:] else ""))

    def _tell(self, place: str, error: str = "") -> None:
        """Remember how it went with a folder."""
        from core.watch.kept import Told

        self.kept.places[place] = Told(time.time(), error)
        self._save()

    # Feeds

    def _on_answered(self) -> None:
        self._say()
        self._go_on()

    def _take_news(self, news: "News") -> None:
        if news.address in self._settings.feeds:  # it may have been removed meanwhile
            self._add(news.articles, feed_name(news), partial(self._heard, news))

    def _heard(self, news: "News") -> None:
        if news.address in self._settings.feeds:
            self.kept.places[news.address] = news.told
            if news.moved:
                self.following.move(news)
            self._save()

    # What both do

    def _add(self, articles: "Sequence[Article]", place: str, heard: Callable[[], None]) -> None:
        """Put articles on the shelf, but not what was taken from it; then they are `heard` of.

        So they are when the reader calls it off. What fails, or cannot be now, comes again.
        """
        from gui.verbs.arriving import shelve  # where something arrives

        articles = self._desk.reader.recognised(articles)
        known = self._desk.reader.known(one.id for one in articles)
        wanted = [one for one in articles if one.id not in known or known[one.id].present]
        new = len({one.id for one in wanted} - known.keys())

        def done(change: Change) -> None:
            heard()
            if change:
                self._came = True
                self._tell_new(place, new, change)

        if not wanted:
            heard()
        elif self._desk.free:
            shelve(wanted, self._desk, self._window.turning.lending, done, off=heard)

    def _tell_new(self, place: str, new: int, change: Change) -> None:
        said = (
            tr("%n new article(s) from {place}.", "", new)
            if new
            else tr("%n article(s) changed in {place}.", "", change.count)
        )
        self._window.notice.say(said.format(place=visible(place)), undo=True)

    def _save(self) -> None:
        """Remember soon what was seen; until then, it would be seen once more."""
        if not self._saving.isActive():
            self._saving.start()
        self._say()

    def _say(self) -> None:
        if not self._saying.isActive():
            self._saying.start()

    def _save_now(self) -> None:
        from core.watch import kept

        try:
            kept.save(self.kept)
        except MeipiError as error:
            self._window.notice.warn(error)


def _read(came: "Came", library: Path) -> "News":
    """Read what came of a feed, and know again what the library has of it."""
    from core.watch.follow import at_home, read  # on the worker: it loads all that reads

    news = read(came)
    with looking(library) as reader:
        return at_home(news, reader)


def _look(folders: Sequence[str]) -> There:
    return {folder: _pages(folder) for folder in folders}


def _pages(folder: str) -> dict[str, str] | str:
    from core.watch import folder as pages  # on the worker

    try:
        return pages.look(folder)
    except OSError as error:
        from gui.tongue.reasons import why  # when something went wrong

        return tr("This folder cannot be looked at: {why}.").format(why=why(error))
