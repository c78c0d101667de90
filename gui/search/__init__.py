"""What a search finds: articles with the places that say it, and why. Loaded at rest."""
