"""How far readers agree on what they tagged, and the claims on which they differ."""

from gui.dialogs.agreeing.dialog import AgreementDialog

__all__ = ["AgreementDialog"]
