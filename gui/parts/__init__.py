"""What several panes are made of: small widgets, and how lines of text are painted."""
