"""Data that travels with the program: fonts, icons, samples, templates."""

from pathlib import Path

HERE = Path(__file__).parent
