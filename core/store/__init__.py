"""Records to rows and back: the only room, with `schema`, that speaks SQL.

`connect` opens the file, `read` asks it, `write` puts one Change in one transaction, `fold` keeps
the current state, a cache of the log's heads.
"""
