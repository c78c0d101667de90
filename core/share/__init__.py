"""Libraries made to be sent, and files that came from somebody else.

`make` writes a share. `guard` has a stranger's file looked through by a child process, which gives
back a clean library with what was sound in it; `opening` is how a window looks into one. To join
what is in it with one's own is `merge`'s.
"""
