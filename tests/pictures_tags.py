"""Tags for tests/pictures.py: what one is called and used by, and which stand together."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from core import annotate
from core.annotate import findings, vocabulary
from core.annotate.findings import Draft
from core.finding import Evidence
from core.library import Library
from core.model import Colour, Tag
from gui import work
from gui.dialogs.tags import TagsDialog
from gui.dialogs.together import TogetherDialog
from gui.sidebar import Shelf
from gui.window import Window
from tests.generate import articles, mark
from tests.pictures_dress import DRESS

Save = Callable[[QWidget, str], None]
PATHS = (
    *("claim/forecast", "claim/figure", "rare-earths", "policy/export controls", "battery/lithium"),
    *("稀土永磁", "risk", "company/Lynas", "考虑/对中国出口管制的长期影响以及其他问题", "gallium"),
)
NAMES = ("REE", "稀土类", "rare earth elements", "lanthanides", "希土類")
PAGES = ("稀土矿产", "锂电池", "Earnings ESP", "Zhong Hui Qi Huo")
RULE = '["rare earth", "duration", "rare-earths"]'
SIZE = 6  # words of a highlight


def fill(library: Library) -> None:
    """Put articles of several pages on the shelf, each with a few tags."""
    chance, some = random.Random(3), list(articles(48))
    paged = [replace(one, page=(*PAGES, "")[n % 5]) for n, one in enumerate(some)]
    library.commit(library.add(paged).change)
    one = ""
    for article in some[:40]:
        one = library.commit(mark(article, SIZE)).edits[0].record
        for path in chance.sample(PATHS, chance.choice((1, 2, 2, 3, 4))):
            library.commit(annotate.tag([library.highlight(one)], path, library.tags()))
    tag = _at(library, "rare-earths")
    library.commit(vocabulary.call(tag, NAMES, library.tags()))
    library.commit(vocabulary.describe(tag, zh="稀土", en="rare earths", colour=Colour.GREEN))
    draft = Draft("A chain of one's own takes ten to twenty years", (Evidence(one),))
    library.commit(findings.find(replace(draft, tags=("rare-earths",)), library.tags()))
    library.commit(annotate.keep_search("Rare earths since June", "tag:ree after:2025-06"))


def _at(library: Library, path: str) -> Tag:
    return next(tag for tag in library.tags() if tag.path == path)


def take_tags(app: QApplication, window: Window, save: Save, modes: Iterable[str]) -> None:
    """Take the list of tags with one chosen, and the table and the square of pairs."""
    for mode in modes:
        window.dress(mode)
        window.actions_["tags"].trigger()
        tags = window.findChild(TagsDialog)
        assert tags is not None
        place = next(row for row, one in enumerate(tags.model.all()) if one.path == "rare-earths")
        tags.list.setCurrentIndex(tags.model.index(place))
        _settle(app)
        save(tags, f"tags-{mode}")
        tags.close()
        window.actions_["tags_together"].trigger()
        both = window.findChild(TogetherDialog)
        assert both is not None
        _settle(app)
        save(both, f"tags-together-{mode}")
        both.as_square.setChecked(True)
        _settle(app)
        save(both, f"tags-square-{mode}")
        both.as_table.setChecked(True)
        both.close()
        _take_many(app, window, save, f"tags-many-{mode}")
    window.dress(DRESS.usual)


def _take_many(app: QApplication, window: Window, save: Save, name: str) -> None:
    """Take the side bar of many tags, of which some are looked for."""
    window.shelving.fill()
    bar = window.shelving.bar
    assert bar is not None
    _settle(app)
    paths = sorted((*PATHS, "claim", "battery", *(f"battery/cell {n:02}" for n in range(60))))
    tags = [Shelf(one.rpartition("/")[2], f'tag:"{one}"', "tag", tag=one) for one in paths]
    bar.show_found({"tags": tags})
    bar.count({one.query: place * 7 % 60 for place, one in enumerate(tags)})
    assert bar.finder is not None
    bar.finder.setText("cell 1")
    _settle(app)
    save(bar, name)
    bar.finder.clear()


def _settle(app: QApplication) -> None:
    for _ in range(8):
        app.processEvents()
    while work._running:
        app.processEvents()
    app.processEvents()
