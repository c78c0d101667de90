"""The ledger: findings in a table, in pictures, in an inbox; and pairs of claims to judge."""

from gui.ledger.pane import LedgerPane
from gui.ledger.row import Row
from gui.ledger.tab import Tab

__all__ = ["LedgerPane", "Row", "Tab"]
