"""What each command does, given what is chosen: the verbs of the window, by what they are about."""
