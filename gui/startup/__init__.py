"""From nothing to a window that is lived in, and from one window to the next."""
