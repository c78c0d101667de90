"""The colours of highlights, of readers and of words that were found, in each of the four themes.

What is behind them is in `tones`.
"""

from core.model import Colour

#: Behind highlighted text, and the same for edges, dots and lines; one for each of `tones.ALL`.
FILLS = {
    Colour.YELLOW: ("#fff78a", "#726600", "#fce151", "#735400"),
    Colour.RED: ("#febfb3", "#680f1f", "#ff9c85", "#660318"),
    Colour.GREEN: ("#d1f19b", "#15753a", "#adfc8d", "#056736"),
    Colour.BLUE: ("#c2e9ff", "#1f4b7a", "#a9d4ff", "#154679"),
    Colour.PURPLE: ("#c8c8ff", "#3e237f", "#b2b3ff", "#4e2e94"),
    Colour.MAGENTA: ("#efc3e2", "#680057", "#ee9dd9", "#750068"),
    Colour.ORANGE: ("#ffe3b5", "#643904", "#f4c365", "#662e08"),
    Colour.GREY: ("#dcdad6", "#4c524d", "#cec9c2", "#4d4d4d"),
}
STRONG = {
    Colour.YELLOW: ("#9a7600", "#f2cf3b", "#6b5200", "#ffe14d"),
    Colour.RED: ("#cf3f39", "#ff8a84", "#a8140e", "#ff9d94"),
    Colour.GREEN: ("#43892a", "#86cf62", "#1f5c12", "#9fe07a"),
    Colour.BLUE: ("#1a7fb8", "#63bdf0", "#00559b", "#8fcbff"),
    Colour.PURPLE: ("#7a5fd0", "#b5a3f2", "#4a2bb0", "#c3b0ff"),
    Colour.MAGENTA: ("#b53bbc", "#ee93f3", "#86108d", "#ff9df2"),
    Colour.ORANGE: ("#b8620b", "#f7b062", "#8a4200", "#ffbd6b"),
    Colour.GREY: ("#7a7772", "#b9b6b0", "#55524d", "#c9c6c1"),
}
#: The inks of readers, on light and on dark: told apart by who cannot see red, green or blue.
INKS = (
    ("#0072b2", "#56b4e9"),
    ("#d55e00", "#e69f00"),
    ("#00856a", "#1fb58c"),
    ("#3b2a8c", "#f0e442"),
    ("#b5478f", "#e28fc3"),
    ("#7a5c1e", "#cfc8bd"),
)
#: The tint over words that a search has found, and how much of it, for each of `ALL`.
LIT = (("#a93a29", 0.24), ("#8f3a28", 0.55), ("#7d1808", 0.26), ("#8f3018", 0.7))
