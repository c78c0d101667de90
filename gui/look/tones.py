"""The colours of the four themes, by what they are for.

Which theme is in force is `theme`'s; the colours of highlights and of readers are in `dyes`.
`tests/gui/look/test_tones.py` measures every pair that meets.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one theme, by what they are for."""

    dark: bool
    contrast: bool
    window: QColor  # behind the panes
    base: QColor  # behind what is read
    text: QColor
    faint: QColor  # what comes second: sources, times, hints
    line: QColor  # borders
    accent: QColor  # cinnabar, the ink of marginal notes
    chosen: QColor  # behind the chosen row
    chip: QColor  # behind citations and tags
    edge: QColor  # of what is written in or chosen from, and of bars that scroll

    @property
    def place(self) -> int:
        """Where the colours of this theme stand in the tables below."""
        return self.dark + 2 * self.contrast


def _tones(*colours: str, dark: bool, contrast: bool = False) -> Tones:
    return Tones(dark, contrast, *map(QColor, colours))


LIGHT = _tones(
    *(
        "#f4f2ee",
        "#fffefb",
        "#24211d",
        "#68635b",
        "#dfdad1",
        "#a93a29",
        "#f3e4dc",
        "#efebe3",
        "#8f8a81",
    ),
    dark=False,
)
DARK = _tones(
    *(
        "#1b1a19",
        "#232221",
        "#e8e4dd",
        "#a8a298",
        "#3a3835",
        "#ea8a77",
        "#43312c",
        "#33312e",
        "#726e69",
    ),
    dark=True,
)
CONTRAST_LIGHT = _tones(
    *(
        "#ffffff",
        "#ffffff",
        "#000000",
        "#38352f",
        "#5f5b54",
        "#7d1808",
        "#f2ded6",
        "#eceae5",
        "#5f5b54",
    ),
    dark=False,
    contrast=True,
)
CONTRAST_DARK = _tones(
    *(
        "#000000",
        "#000000",
        "#ffffff",
        "#dcd8d0",
        "#a09c94",
        "#ffb9aa",
        "#4a2a20",
        "#2a2927",
        "#a09c94",
    ),
    dark=True,
    contrast=True,
)
ALL = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
#: Their names, in the same order.
NAMED = ("light", "dark", "contrast_light", "contrast_dark")
