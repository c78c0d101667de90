"""Keeping a library safe: its copies, the way back to one, and whether all of it is sound.

`said` puts copies into words, `copies` lists them; `backups`, `checking`, `rescue`, `restoring` and
`owning` are the dialogs, each loaded when it is asked for.
"""
