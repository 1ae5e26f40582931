"""`python -m benchmarks.plotting MEASURED.json FIGURE.svg`: the growth of Equal Shares as a figure.

MEASURED is what `dev.py bench budgets --json` printed. Both axes are logarithmic; the broken line is
what linear growth from the smallest number on would be.
"""

import json
import math
import sys
from pathlib import Path

WIDTH, HEIGHT, LEFT, BOTTOM = 640, 380, 70, 330
X = (4.0, 6.0)  # from 10,000 to a million voters


def figure(growth: dict[str, float]) -> str:
    points = [(int(key[:-2]), value) for key, value in growth.items() if key[:-2].isdecimal()]
    low = math.floor(math.log10(min(value for _n, value in points)))
    high = math.ceil(math.log10(max(value for _n, value in points) * 1.05))

    def at(voters: float, seconds: float) -> tuple[float, float]:
        x = LEFT + (math.log10(voters) - X[0]) / (X[1] - X[0]) * (WIDTH - LEFT - 30)
        y = BOTTOM - (math.log10(seconds) - low) / (high - low) * (BOTTOM - 30)
        return round(x, 1), round(y, 1)

    first, last = points[0], points[-1]
    line = " ".join("{},{}".format(*at(*point)) for point in points)
    (x1, y1), (x2, y2) = at(*first), at(last[0], first[1] * last[0] / first[0])
    marks = [
        f'<circle cx="{at(*point)[0]}" cy="{at(*point)[1]}" r="4" fill="#0b5c6b"/>'
        for point in points
    ]
    names = [
        f'<text x="{at(*point)[0]}" y="{at(*point)[1] - 10}" text-anchor="end">{point[1]} s</text>'
        for point in points
    ]
    ticks = [
        f'<text x="{at(n, 1)[0]}" y="{BOTTOM + 22}" text-anchor="middle">{n:,}</text>'
        for n, _seconds in points
    ]
    grid = [
        f'<path d="M{LEFT} {at(1e4, 10.0**k)[1]}H{WIDTH - 30}" stroke="#ccc"/>'
        f'<text x="{LEFT - 8}" y="{at(1e4, 10.0**k)[1] + 4}" text-anchor="end">{10.0**k:g} s</text>'
        for k in range(low, high + 1)
    ]
    said = ", ".join(f"{n:,} voters {seconds} s" for n, seconds in points)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="13" fill="#222">',
            f"<title>Equal Shares, 150 projects, from ballots to winners: {said}.</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            *grid,
            f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#888" stroke-dasharray="6 5" fill="none"/>',
            f'<polyline points="{line}" stroke="#0b5c6b" stroke-width="2.5" fill="none"/>',
            *marks,
            *names,
            *ticks,
            f'<text x="{WIDTH / 2}" y="{HEIGHT - 6}" text-anchor="middle">voters</text>',
            "</svg>\n",
        ]
    )


if __name__ == "__main__":
    measured = json.loads(Path(sys.argv[1]).read_text())
    measured = measured.get("voting", measured)
    growth = measured.get("budgets", measured)["growth"]
    Path(sys.argv[2]).write_text(figure(growth))
