"""Draws the tally mark, two halves joined, as the icons beside this file: python3 draw.py"""

import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent
PAPER, INK, CINNABAR = (0xFB, 0xFA, 0xF7), (0x1B, 0x1F, 0x24), (0xC2, 0x3B, 0x22)
GRID = 512
CORNER = 96
LEFT = [(104, 96), (241, 96), (241, 160), (198, 205), (241, 256), (198, 307), (241, 352), (241, 416), (104, 416)]
RIGHT = [(285, 96), (408, 96), (408, 416), (285, 416), (285, 352), (242, 307), (285, 256), (242, 205), (285, 160)]
SAMPLES = 4


def inside(shape, x, y):
    hit = False
    for (ax, ay), (bx, by) in zip(shape, shape[1:] + shape[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            hit = not hit
    return hit


def on_paper(x, y):
    dx = max(CORNER - x, x - (GRID - CORNER), 0)
    dy = max(CORNER - y, y - (GRID - CORNER), 0)
    return dx * dx + dy * dy <= CORNER * CORNER


def colour(x, y):
    if not on_paper(x, y):
        return None
    if inside(LEFT, x, y):
        return INK
    return CINNABAR if inside(RIGHT, x, y) else PAPER


def pixel(column, row, size):
    step = GRID / size / SAMPLES
    points = [
        colour((column * SAMPLES + i + 0.5) * step, (row * SAMPLES + j + 0.5) * step)
        for i in range(SAMPLES)
        for j in range(SAMPLES)
    ]
    seen = [point for point in points if point]
    if not seen:
        return bytes(4)
    mixed = [round(sum(point[channel] for point in seen) / len(seen)) for channel in range(3)]
    return bytes([*mixed, round(255 * len(seen) / len(points))])


def png(size):
    rows = b"".join(b"\0" + b"".join(pixel(x, y, size) for x in range(size)) for y in range(size))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def ico(pictures):
    offset = 6 + 16 * len(pictures)
    entries, data = b"", b""
    for size, picture in pictures:
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset + len(data))
        data += picture
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + data


def icns(pictures):
    data = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(data)) + data


drawn = {size: png(size) for size in (16, 32, 48, 128, 256, 512)}
for size in (32, 128, 256, 512):
    (HERE / f"{size}.png").write_bytes(drawn[size])
(HERE / "hefu.ico").write_bytes(ico([(size, drawn[size]) for size in (16, 32, 48, 256)]))
(HERE / "hefu.icns").write_bytes(icns([(b"ic07", drawn[128]), (b"ic08", drawn[256]), (b"ic09", drawn[512])]))
