"""Data that travels with the program: fonts, icons, samples, templates."""
