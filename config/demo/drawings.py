"""Drawings for a few proposals of Lindhaven, made here stroke by stroke: nobody's photographs."""

import io
import math
import random
from collections.abc import Callable

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000
SKY, GRASS, STONE, WOOD = "#dbe8ee", "#9bb98a", "#d9cfc0", "#8a6a4a"
LEAVES = ("#4f7f52", "#628f5b", "#3f6d4a")
WALLS = ("#e6c7a0", "#d9a58b", "#c9c3b4", "#b9c4c9", "#e8d9b5")
ROOF, DARK, WATER = "#8c4a3c", "#3d4650", "#7fa9bd"


def drawn(scene: str) -> bytes:
    """The drawing of this name as a PNG file."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), SKY)
    SCENES[scene](ImageDraw.Draw(picture), random.Random(scene))  # noqa: S311 - a drawing
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def square(draw, chance) -> None:
    """The market square with plane trees and stalls in their shade."""
    houses(draw, chance, 560)
    draw.rectangle((0, 560, WIDTH, HEIGHT), fill=STONE)
    for line in range(600, HEIGHT, 60):
        draw.line((0, line, WIDTH, line), fill="#cabfad", width=3)
    for at in range(140, WIDTH, 330):
        draw.ellipse((at - 170, 820, at + 190, 900), fill="#b9ae9c")
        tree(draw, chance, at, 850, 1.5)
    for at, colour in ((320, "#a24100"), (660, "#1d4e9e"), (1010, "#015c5c")):
        stall(draw, at, 900, colour)


def river(draw, chance) -> None:
    """Benches along the river, lime trees behind them."""
    houses(draw, chance, 430)
    draw.rectangle((0, 430, WIDTH, 640), fill=WATER)
    for line in range(455, 640, 34):
        points = [(x, line + 6 * math.sin(x / 45 + line)) for x in range(0, WIDTH, 20)]
        draw.line(points, fill="#9cc0d0", width=4)
    draw.rectangle((0, 640, WIDTH, HEIGHT), fill=GRASS)
    draw.polygon(((0, 860), (WIDTH, 780), (WIDTH, 900), (0, 990)), fill=STONE)
    for at in (180, 640, 1120, 1500):
        tree(draw, chance, at, 760, 1.3)
    for at in (330, 830, 1290):
        bench(draw, at, 850)


def street(draw, chance) -> None:
    """A street with a bed of flowers and bicycles where cars had stood."""
    houses(draw, chance, 600)
    draw.polygon(((0, 600), (WIDTH, 600), (WIDTH, HEIGHT), (0, HEIGHT)), fill="#c4c2bd")
    draw.polygon(((0, 700), (WIDTH, 640), (WIDTH, 780), (0, 900)), fill=GRASS)
    for _ in range(160):
        x = chance.randrange(20, WIDTH - 20)
        y = 720 + (WIDTH - x) // 20 + chance.randrange(-20, 70)
        colour = chance.choice(("#c8553d", "#e3b23c", "#f4f1e8", "#7b5ea7"))
        draw.ellipse((x, y, x + 16, y + 16), fill=colour)
    for at in (260, 720, 1240):
        tree(draw, chance, at, 800, 1.2)
    for at in (460, 960, 1420):
        bicycle(draw, at, 930)


def houses(draw, chance, ground: int) -> None:
    at = -30
    while at < WIDTH:
        width, height = chance.randrange(130, 230), chance.randrange(220, 360)
        top = ground - height
        draw.rectangle((at, top, at + width, ground), fill=chance.choice(WALLS))
        draw.polygon(((at - 8, top), (at + width / 2, top - 90), (at + width + 8, top)), fill=ROOF)
        for x in range(at + 22, at + width - 40, 52):
            for y in range(top + 30, ground - 60, 74):
                draw.rectangle((x, y, x + 26, y + 42), fill=DARK)
        at += width + chance.randrange(4, 14)


def tree(draw, chance, at: int, ground: int, size: float) -> None:
    trunk = 14 * size
    draw.rectangle((at - trunk, ground - 190 * size, at + trunk, ground), fill=WOOD)
    for _ in range(26):
        x, y = at + chance.gauss(0, 48 * size), ground - 230 * size + chance.gauss(0, 36 * size)
        radius = chance.uniform(36, 62) * size
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=chance.choice(LEAVES))


def stall(draw, at: int, ground: int, colour: str) -> None:
    draw.rectangle((at, ground - 70, at + 220, ground), fill=WOOD)
    for stripe in range(8):
        x = at - 20 + stripe * 32
        fill = colour if stripe % 2 else "#fcfbf8"
        draw.polygon(
            ((x, ground - 150), (x + 32, ground - 150), (x + 32, ground - 100), (x, ground - 100)),
            fill=fill,
        )
    draw.line((at, ground - 100, at, ground), fill=DARK, width=6)
    draw.line((at + 220, ground - 100, at + 220, ground), fill=DARK, width=6)


def bench(draw, at: int, ground: int) -> None:
    for line in range(3):
        draw.rectangle((at, ground - 96 + 26 * line, at + 190, ground - 80 + 26 * line), fill=WOOD)
    for x in (at + 18, at + 164):
        draw.rectangle((x, ground - 40, x + 10, ground + 10), fill=DARK)


def bicycle(draw, at: int, ground: int) -> None:
    for x in (at, at + 110):
        draw.ellipse((x - 42, ground - 84, x + 42, ground), outline=DARK, width=7)
    frame = (
        (at, ground - 42),
        (at + 40, ground - 110),
        (at + 95, ground - 110),
        (at + 110, ground - 42),
    )
    draw.line(frame, fill="#a24100", width=8)
    draw.line(
        (at + 40, ground - 110, at + 55, ground - 42, at + 95, ground - 110),
        fill="#a24100",
        width=8,
    )
    draw.line((at + 88, ground - 128, at + 112, ground - 128), fill=DARK, width=7)


SCENES: dict[str, Callable] = {"square": square, "river": river, "street": street}
