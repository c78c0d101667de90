"""A handful of tags as a library holds them, and a field that knows them."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core import annotate
from core.library import Library
from core.model import Passage, Tag
from gui.tags import TagField
from tests.given import made

NAMES = {"claim": ("论断", ""), "claim/forecast": ("预测", "Outlook"), "rare earth": ("稀土", "")}
PATHS = ["claim/forecast", "claim/figure", "rare earth", "supply chain/Forward", "policy"]


@pytest.fixture
def tags(library: Library) -> list[Tag]:
    """Tags of which claim/figure is used twice, the others once."""
    article = made("稀土", "Ten to twenty years")
    library.commit(library.add([article]).change)
    passage = Passage(article.id, article.edition.id, 1, 0, 3, "Ten")
    library.commit(annotate.highlight(passage, tags=PATHS))
    library.commit(annotate.highlight(passage, tags=["claim/figure"], known=library.tags()))
    return [_named(tag, *NAMES.get(tag.path, ("", ""))) for tag in library.tags()]


def _named(tag: Tag, zh: str, en: str) -> Tag:
    return replace(tag, zh=zh, en=en)


@pytest.fixture
def field(qtbot: QtBot, tags: list[Tag]) -> TagField:
    field = TagField()
    field.set_tags(tags)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.resize(300, 400)
        field.show()
    field.setFocus()
    return field
