"""What the pictures of several claims, a rule, groups, and the two ways to read are taken of."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from core.model import Article
from gui import work
from gui.dialogs.rule import RuleDialog
from gui.window import Window
from tests.pictures_dress import DRESS

Take = Callable[[QApplication, Window, str], None]
Save = Callable[[QWidget, str], None]


def take_desk(app: QApplication, window: Window, article: Article, take: Take, save: Save) -> None:
    """Take the list by day with several claims chosen, a rule, two articles, and one alone."""
    actions, tree = window.actions_, window.insights.view
    window.articles.choose(article.id)
    window.choose_highlight(None)
    tree.setFocus()
    tree.go_to(1)
    tree.pick_next(1)
    tree.pick_next(1)
    actions["group_day"].trigger()
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"several-{mode}")
    window.dress(DRESS.usual)
    tree.pick_none()
    actions["group_none"].trigger()
    actions["open_beside"].trigger()
    window.articles.step(1)
    take(app, window, "beside")
    actions["open_beside"].trigger()
    _collected(app, window, take)
    window.articles.choose(article.id)
    actions["focus_mode"].trigger()
    take(app, window, "focus")
    actions["focus_mode"].trigger()
    _rule(app, window, save)


def _collected(app: QApplication, window: Window, take: Take) -> None:
    window.collecting.show("rare earths")
    while work._running or not window.insights.view.is_together:
        app.processEvents()
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"collected-{mode}")
    window.dress(DRESS.usual)


def _rule(app: QApplication, window: Window, save: Save) -> None:
    window.actions_["tag_by_rule"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RuleDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("duration"))
    dialog.tag.setText("claim/forecast")
    dialog.look()
    while work._running:
        app.processEvents()
    app.processEvents()  # the button is as wide as what it says now
    save(dialog, "rule")
    dialog.reject()
