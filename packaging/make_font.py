"""Make the last-resort Chinese font in resources/fonts out of Noto Sans CJK SC.

    python packaging/make_font.py [NotoSansCJK-Regular.ttc]

Needs `fonttools` and Debian's `fonts-noto-cjk`; the result is committed, so that only somebody who
wants other characters runs this. The font keeps its licence (OFL 1.1) and takes another name.

Characters that are met often stand together at its beginning, outlines and all, so that a page of
Chinese touches a tenth of the file; jieba's dictionary tells which they are.
"""

import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.cffLib.transforms import desubroutinizeCharString  # type: ignore[import-untyped, import-not-found, unused-ignore]
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped, import-not-found, unused-ignore]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped, import-not-found, unused-ignore]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped, import-not-found, unused-ignore]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped, import-not-found, unused-ignore]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped, import-not-found, unused-ignore]
from fontTools.ttLib.reorderGlyphs import reorderGlyphs  # type: ignore[import-untyped, import-not-found, unused-ignore]

SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
RESULT = Path(__file__).parents[1] / "resources" / "fonts" / "MeipiSansSC-Regular.otf"
ORIGINAL = "Noto Sans CJK SC"
FAMILY = "Meipi Sans SC"
POSTSCRIPT = "MeipiSansSC-Regular"
#: Latin, punctuation, currency, arrows, mathematics, shapes, kana, full and half width; and
#: radicals, which text out of PDF files has for characters.
BLOCKS = (
    (0x20, 0x24F), (0x2B0, 0x3FF), (0x400, 0x45F), (0x2000, 0x206F), (0x20A0, 0x20CF),
    (0x2100, 0x22FF), (0x2460, 0x24FF), (0x2500, 0x27BF), (0x2E80, 0x2FDF), (0x3000, 0x312F),
    (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
)  # fmt: skip

#: What every page has, whatever it is in: Latin, punctuation, full width.
FIRST = ((0x20, 0x24F), (0x2000, 0x206F), (0x3000, 0x303F), (0xFF00, 0xFFEF))
OFTEN = 4000  # characters that stand first


#: What stands between Latin words is as narrow as they are: glyphs of the feature "pwid", and for
#: the middle dot that of its half-width twin.
NARROW = {0x2018: "cid63129", 0x2019: "cid63130", 0x201C: "cid63132", 0x201D: "cid63133",
          0x2026: "cid63163", 0xB7: "cid59146"}  # fmt: skip
#: Small triangles, which the original has large alone, and the glyphs that they are drawn on: of
#: signs before Latin that are never shown.
SMALLER = {0x25B4: (0x25B2, "cid63134"), 0x25BE: (0x25BC, "cid63135")}
SCALE, WIDTH = 0.42, 500  # of the large ones; thousandths of the size


def main(source: Path = SOURCE, result: Path = RESULT) -> None:
    font = next(f for f in TTCollection(source).fonts if f["name"].getDebugName(1) == ORIGINAL)
    font.recalcTimestamp = False
    for table in font["cmap"].tables:
        table.cmap.update({code: glyph for code, glyph in NARROW.items() if code in table.cmap})
    for small, (large, glyph) in SMALLER.items():
        shrink(font, large, glyph)
        for table in font["cmap"].tables:
            if large in table.cmap:
                table.cmap[small] = glyph
    subset(font)
    rename(font)
    result.parent.mkdir(parents=True, exist_ok=True)
    font.save(result)
    font = TTFont(result, recalcTimestamp=False, lazy=False)
    gather(font)
    font.save(result)
    print(f"{result.name}: {len(font.getBestCmap())} characters, {result.stat().st_size:,} bytes")


def characters() -> set[int]:
    """Give all of GBK and Big5 (names use more than GB2312), and what stands between words."""
    wanted = {code for low, high in BLOCKS for code in range(low, high + 1)}
    return wanted | decoded("gbk", range(0x81, 0xFF)) | decoded("big5", range(0xA1, 0xFA))


def decoded(encoding: str, leads: range) -> set[int]:
    """Give the characters that two bytes of an encoding, the first of these, can stand for."""
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(0x40, 0xFF))
    found = {char for pair in pairs for char in pair.decode(encoding, "ignore")}
    return {ord(char) for char in found if not char.isascii() and char.isprintable()}


def shrink(font: Any, large: int, glyph: str) -> None:
    """Draw a sign smaller on the glyph: as high over the line as it was, in its middle."""
    drawn, top = font.getGlyphSet()[font.getBestCmap()[large]], font["CFF "].cff.topDictIndex[0]
    bounds = BoundsPen(None)
    drawn.draw(bounds)
    left, low, right, high = bounds.bounds
    x, y = WIDTH / 2 - SCALE * (left + right) / 2, (1 - SCALE) * (low + high) / 2 - 60
    pen = T2CharStringPen(WIDTH, None)
    drawn.draw(TransformPen(pen, (SCALE, 0, 0, SCALE, x, y)))
    private = top.FDArray[top.FDSelect[font.getGlyphID(glyph)]].Private
    top.CharStrings[glyph] = pen.getCharString(private, top.GlobalSubrs)
    font["hmtx"][glyph] = (WIDTH, round(SCALE * left + x))


def subset(font: Any) -> None:
    options = Options()
    options.hinting = False
    options.desubroutinize = False
    options.layout_features = ["kern", "ccmp", "mark", "mkmk"]  # "locl" doubles the glyphs
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)


def rename(font: Any) -> None:
    """Give the font its own name, in its name table and inside its outlines."""
    names = font["name"]
    names.names = [n for n in names.names if n.langID == 1033 and n.nameID in range(15)]
    for number, text in {
        1: FAMILY,
        3: f"1;{POSTSCRIPT}",
        4: FAMILY,
        5: f"Version 1.000; a subset of {ORIGINAL} 2.004, renamed",
        6: POSTSCRIPT,
        7: "",
    }.items():
        names.setName(text, number, 3, 1, 1033)
    names.names = [n for n in names.names if n.toUnicode()]
    outlines = font["CFF "].cff
    outlines.fontNames[0] = POSTSCRIPT
    top = outlines.topDictIndex[0]
    top.FullName = top.FamilyName = FAMILY


def gather(font: Any) -> None:
    """Put the characters that are met most often first, each with all of its outline."""
    before = font.getGlyphOrder()
    first = [before[0], *often(font.getBestCmap())]
    order = list(dict.fromkeys((*first, *before)))
    places = {glyph: place for place, glyph in enumerate(before)}
    moved = [places[glyph] for glyph in order]
    top = font["CFF "].cff.topDictIndex[0]
    outlines, kinds = top.CharStrings.charStringsIndex, list(top.FDSelect.gidArray)
    drawn = [outlines[place] for place in range(len(before))]
    for glyph in first:
        desubroutinizeCharString(drawn[places[glyph]])
    reorderGlyphs(font, order)
    top.FDSelect.gidArray = [kinds[place] for place in moved]
    outlines.items = [drawn[place] for place in moved]
    for outline, kind in zip(outlines.items, top.FDSelect.gidArray, strict=True):
        outline.fdSelectIndex = kind
    top.CharStrings.charStrings = {glyph: place for place, glyph in enumerate(order)}
    top.charset = order


def often(glyphs: dict[int, str]) -> list[str]:
    """Give the glyphs of Latin and punctuation, and of the Chinese that is met most often."""
    met: Counter[str] = Counter()
    for line in files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines():
        word, count, _ = line.split()
        met.update(dict.fromkeys(word, int(count)))
    latin = [code for low, high in FIRST for code in range(low, high + 1) if code in glyphs]
    chinese = [ord(char) for char, _ in met.most_common() if ord(char) in glyphs]
    return list(dict.fromkeys(glyphs[code] for code in (*latin, *chinese)))[:OFTEN]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
