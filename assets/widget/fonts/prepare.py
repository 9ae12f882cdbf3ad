#!/usr/bin/env python3
"""Makes the pop-up's fonts from their published sources. Run it only to renew them; the results are kept beside it.

    pip install fonttools brotli
    npm install inter-ui@4.1.1 @fontsource/noto-color-emoji@5.3.2
    apt-get download fonts-noto-core fonts-noto-cjk   # Debian 12; `dpkg -x` each into one folder, called NOTO below
    python3 prepare.py NODE_MODULES NOTO

Browsers and the preview must agree to the pixel, so every font gets the same vertical metrics (whole pixels at the
sizes the pop-up uses: a line never moves because a fallback font stands in it), optical size and hinting go, and the
text font loses every character that is an emoji: a text font that has a heart wins over the emoji font in one
engine and loses in the other.
"""
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
# Of the em. Inter's own descent, 0.241, shifts lines by a pixel in Chromium on Linux.
ASCENT, DESCENT = 1984 / 2048, 0.25
KEPT_FEATURES = [
    "ccmp", "locl", "kern", "mark", "mkmk", "curs", "init", "medi", "fina", "isol", "rlig", "liga", "rclt",
    "abvm", "blwm", "dist",
]  # fmt: skip
# Latin with all its extensions, Greek, Cyrillic, Vietnamese; punctuation, currency, arrows, a few shapes.
TEXT = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20C0), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2717), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
]  # fmt: skip
ARABIC = [
    (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0x200C, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069),
    (0xFB50, 0xFDFF), (0xFE70, 0xFEFC),
]  # fmt: skip


def spread(ranges):
    return {c for low, high in ranges for c in range(low, high + 1)}


def japanese():
    """Kana, full-width forms, Japanese punctuation and every kanji of JIS X 0208."""
    wanted = spread([(0x3000, 0x30FF), (0x31F0, 0x31FF), (0xFF01, 0xFF9F), (0xFFE0, 0xFFE6)])
    for row in range(0x21, 0x75):
        for cell in range(0x21, 0x7F):
            try:
                wanted.add(ord(bytes([row | 0x80, cell | 0x80]).decode("euc_jp")))
            except UnicodeDecodeError:
                continue
    # The handful of everyday kanji that JIS X 0208 lacks or writes otherwise.
    wanted |= set(map(ord, "塡剝頰𠮟髙﨑"))
    return {c for c in wanted if c >= 0x2E80 or c in spread([(0x2460, 0x24FF), (0x2500, 0x257F)])}


def emoji_of(font):
    return {c for c in font.getBestCmap() if c > 0x7F and c not in (0xA9, 0xAE, 0x2122) and c not in spread([(0x2000, 0x206F)])}


def reopened(font):
    """The subsetter reads tables that the instancer leaves half-loaded."""
    font.flavor = None
    file = BytesIO()
    font.save(file)
    file.seek(0)
    return TTFont(file)


def shrink(font, characters, features=KEPT_FEATURES):
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["SVG ", "DSIG", "vhea", "vmtx", "VORG", "BASE", "MVAR"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def level(font):
    """The same share of the em above and below the baseline, in all three places where engines look."""
    em = font["head"].unitsPerEm
    up, down = round(ASCENT * em), round(DESCENT * em)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = up, -down, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = up, -down, 0
    os2.usWinAscent, os2.usWinDescent = up, down


def save(font, name):
    font.flavor = "woff2"
    path = HERE / name
    font.save(path)
    print(f"{name}: {len(font.getGlyphOrder())} glyphs, {path.stat().st_size // 1024} KiB")


def main(modules, noto):
    modules, noto = Path(modules), Path(noto)
    emoji = TTFont(modules / "@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2")
    pictures = emoji_of(emoji)

    text = TTFont(modules / "inter-ui/variable/InterVariable.woff2")
    text = reopened(instancer.instantiateVariableFont(text, {"opsz": 14, "wght": (400, 700)}))
    shrink(text, spread(TEXT) - pictures)
    level(text)
    save(text, "inter.woff2")

    for weight in ("Regular", "Bold"):
        arabic = TTFont(next(noto.rglob(f"NotoSansArabic-{weight}.ttf")))
        shrink(arabic, spread(ARABIC))
        level(arabic)
        save(arabic, f"noto-sans-arabic-{weight.lower()}.woff2")

        kanji = TTFont(next(noto.rglob(f"NotoSansCJK-{weight}.ttc")), fontNumber=0)
        # No `locl`: it would drag in the Chinese and Korean shapes of every kanji.
        shrink(kanji, japanese() - pictures, ["ccmp", "mark"])
        level(kanji)
        save(kanji, f"noto-sans-jp-{weight.lower()}.woff2")

    # Painted layers (COLR) serve every engine here; the SVG copies of them would double the size.
    del emoji["SVG "]
    shrink(emoji, set(emoji.getBestCmap()))
    level(emoji)
    save(emoji, "noto-color-emoji.woff2")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
