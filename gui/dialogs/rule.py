"""A rule, and the claims it proposes for a tag or a colour: each is ticked or not; one deed.

What is done with them is decided outside.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.errors import MeipiError
from core.finding import Claim
from core.library import Reader
from core.model import Colour
from core.progress import Progress
from core.search.rule import Rule, proposed
from gui import work
from gui.dialogs.parts import GAP, MARGIN, Unfilled, beside, cancel, room
from gui.dialogs.ticks import Choices, Row, TickList
from gui.parts import strokes
from gui.parts.labels import faint
from gui.parts.labels import words as plain
from gui.parts.pressed import by_itself
from gui.parts.telling import Telling
from gui.tags import TagChoice
from gui.tongue import phrase, tr
from gui.tongue.names import COLOURS, KINDS, colour_name, kind_name
from gui.tongue.said import in_words
from gui.work.connection import looking

SHOWN_HERE = phrase("The claims it finds are shown here. Nothing is tagged before you say so.")


class ClaimRows(Choices[Claim]):
    """The claims that a rule proposes, all ticked at first."""

    def show(self, claims: Sequence[Claim]) -> None:
        self.offer(claims, [True] * len(claims))

    def wanted(self) -> list[Claim]:
        return list(self.chosen())

    def row(self, number: int) -> Row:
        one = self._offered[number]
        return Row(one.text, one.title, tick=self.tick(number))


class RuleDialog(QDialog):
    """Tells by `accepted_rule` the rule, and the claims to be tagged by article."""

    accepted_rule = Signal(object, object)  # Rule, tuple[Place, ...]

    def __init__(self, reader: Reader, rules: Sequence[Rule], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tag by Rule"))
        room(self, 640, 560)
        self._library, self._rules = reader.path, rules
        self._job: work.Job[list[Claim]] | None = None
        self._asked = Rule()
        self.giving = Telling[Rule]()
        self.rows = ClaimRows(self)
        self.rows.ticked.connect(self._offer)
        self._make_fields()
        self.tag.recent = reader.recent_tags
        self.tag.set_tags(reader.tags())
        self._lay_out()
        if rules:
            self.take(0)
        self._offer()

    def _make_fields(self) -> None:
        self.before = QComboBox()
        self.before.addItems([_spoken(rule) for rule in self._rules])
        self.before.activated.connect(self.take)
        self.words, self.tag, self.kind = QLineEdit(), TagChoice(), QComboBox()
        self.words.setPlaceholderText(tr("Any words"))
        self.tag.setPlaceholderText("claim/forecast")
        self.tag.setAccessibleName(tr("Tag"))
        self.colour = QComboBox()
        self.colour.addItem(tr("The one used last"), "")
        for colour in Colour:
            self.colour.addItem(strokes.dot(colour), tr(COLOURS[colour]), colour.value)
        self.kind.addItem(tr("Anything"), "")
        for kind in KINDS:
            self.kind.addItem(kind_name(kind), kind)
        asked = (
            self.words.textEdited,
            self.tag.textEdited,
            self.tag.given,
            self.kind.activated,
            self.colour.activated,
        )
        for changed in asked:
            changed.connect(self._forget)
        self.list = TickList(self.rows, tr("Claims proposed"))
        self.told = Unfilled(self.list, tr(SHOWN_HERE))
        self.found = faint()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(GAP)
        fields = (
            (tr("Used before"), self.before),
            (tr("Every claim that says"), self.words),
            (tr("and counts"), self.kind),
            (tr("gets the tag"), self.tag),
            (tr("and the colour"), self.colour),
        )
        for said, field in fields if self._rules else fields[1:]:
            form.addRow(beside(plain(said), field), field)
        buttons, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self.look_button = buttons.addButton(tr("Show the Claims"), role.ActionRole)
        self.give_button = buttons.addButton(tr("Tag the Claims"), role.AcceptRole)
        self.look_button.clicked.connect(self.look)
        by_itself(self.give_button)
        cancel(buttons, self)
        self.look_button.setDefault(True)
        buttons.accepted.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addWidget(self.found)
        column.addWidget(buttons)

    def take(self, number: int) -> None:
        """Put a rule that was used before into the fields."""
        rule = self._rules[number]
        self.words.setText(rule.words)
        self.tag.setText(rule.tag)
        self.kind.setCurrentIndex(max(0, self.kind.findData(rule.kind)))
        self.colour.setCurrentIndex(max(0, self.colour.findData(str(rule.colour))))
        self._forget()

    def rule(self) -> Rule:
        """Give the rule that the fields say."""
        given = self.tag.path(), self.colour.currentData()
        return Rule(self.words.text().strip(), self.kind.currentData(), *given)

    def look(self) -> None:
        """Look for the claims beside the window."""
        rule, library = self.rule(), self._library
        if not (rule.tag or rule.colour) or not (rule.words or rule.kind):
            self.told.setText(tr("Say which claims, and a tag or a colour."))
            return
        self._forget()
        self._asked = rule
        self.told.setText(tr("Looking…"))
        self._job = work.run(
            lambda progress: _proposed(library, rule, progress),
            self._show,
            self._fail,
            self._tell_far,
        )

    def _tell_far(self, done: int, total: int) -> None:
        if total:
            far = tr("{done:,} of {0}").format(tr("%n claim(s)", "", total), done=done)
            self.told.setText(f"{tr('Looking…')} {far}")

    def _show(self, claims: list[Claim]) -> None:
        none = tr("No claim matches, or all that do are marked like this already.")
        self.told.setText("" if claims else none)
        self.rows.show(claims)

    def _fail(self, error: MeipiError) -> None:
        self.told.setText(in_words(error))

    def _offer(self) -> None:
        many = len(self.rows.wanted())
        self.give_button.setEnabled(bool(many))
        self.give_button.setDefault(bool(many))
        self.look_button.setDefault(not many)
        if self._asked.tag or not many:
            said = tr("Tag %n Claim(s)", "", many) if many else tr("Tag the Claims")
        else:
            said = tr("Colour %n Claim(s)", "", many)
        self.give_button.setText(said)
        all_ = self.rows.rowCount()
        self.told.show_if(empty=not all_)
        self.found.setText(tr("%n claim(s) proposed.", "", all_) if all_ else "")

    def _give(self) -> None:
        places = dict[tuple[str, str], list[int]]()
        for one in (claim.passage for claim in self.rows.wanted()):
            places.setdefault((one.article, one.edition), []).append(one.node)
        given = tuple((*one, tuple(nodes)) for one, nodes in places.items())
        with self.giving.of(self._asked):
            self.accepted_rule.emit(self._asked, given)
        if not self.giving.refused:
            self.accept()

    def refuse(self, error: MeipiError) -> None:
        """Hear that something is not done; where it is what was asked for here, stay and say so."""
        if self.giving.refuse():
            self.found.setText(in_words(error))

    def _forget(self, _new: object = None) -> None:
        """Propose nothing of what the fields said before, unless they say the same still."""
        if self.rows.rowCount() and self.rule() == self._asked:
            return
        self._call_off()
        self.told.setText(tr(SHOWN_HERE))
        self.rows.show(())

    def _call_off(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def done(self, result: int) -> None:
        self._call_off()
        super().done(result)


def _spoken(rule: Rule) -> str:
    kind = kind_name(rule.kind) if rule.kind else ""
    colour = colour_name(Colour(rule.colour)) if rule.colour else ""
    given = " · ".join(filter(None, (rule.tag, colour)))
    return " → ".join((" · ".join(filter(None, (rule.words, kind))), given))


def _proposed(library: Path, rule: Rule, progress: Progress) -> list[Claim]:
    with looking(library) as reader:
        return proposed(reader, rule, progress)
