"""Meipi's window: one folder a pane."""
