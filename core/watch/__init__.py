"""What comes by itself: folders that are watched, feeds that are followed. Values out, no deeds.

`folder` tells which files are new and reads them, `fetch` gets what is at an address, `follow`
makes articles of it. `kept` remembers what was seen, beside the preferences: it is of one machine,
and no part of a library.
"""
