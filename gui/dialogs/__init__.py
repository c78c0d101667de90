"""Longer conversations with the reader; each ends in one Change or one file.

Nothing is imported here: the window brings in a dialog when it is asked for, so that none of them
is paid for at the start.
"""
