"""The measures of how the window looks: colours of the four themes, and how large letters are."""
