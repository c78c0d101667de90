"""A finding's page in the inspector: all that is said of it, each field changed where it stands."""
