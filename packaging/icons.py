#!/usr/bin/env python3
"""Draws the icon in every size that a system asks for, from the two SVG files in assets/icon.

Needs rsvg-convert (Debian: librsvg2-bin). What it writes is part of the repository, so that building needs neither.
"""

import pathlib
import struct
import subprocess

ICON = pathlib.Path(__file__).resolve().parent.parent / "assets" / "icon"
# Sizes of the hicolor theme. The small ones have a drawing of their own.
SMALL = (16, 22, 24)
LARGE = (32, 48, 64, 128, 256, 512)


def png(size: int) -> bytes:
    source = ICON / ("beckon-small.svg" if size <= max(SMALL) else "beckon.svg")
    command = ["rsvg-convert", "--width", str(size), "--height", str(size), str(source)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def ico(sizes: tuple[int, ...]) -> bytes:
    """Windows: a directory of PNGs."""
    pictures = [png(size) for size in sizes]
    head = struct.pack("<HHH", 0, 1, len(sizes))
    at = len(head) + 16 * len(sizes)
    entries = b""
    for size, picture in zip(sizes, pictures):
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + entries + b"".join(pictures)


def icns() -> bytes:
    """macOS: each type of entry stands for a size, at scale 1 or 2."""
    types = ((b"icp4", 16), (b"ic11", 32), (b"icp5", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256))
    types += ((b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024))
    pictures = {size: png(size) for _, size in types}
    entries = b"".join(kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in types)
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries


for size in SMALL + LARGE:
    (ICON / f"beckon-{size}.png").write_bytes(png(size))
(ICON / "beckon.ico").write_bytes(ico((16, 24, 32, 48, 64, 128, 256)))
(ICON / "beckon.icns").write_bytes(icns())
