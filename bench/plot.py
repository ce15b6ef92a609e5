"""A log-log plot as SVG, readable on light and dark pages. A pure function of its numbers."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 44, 56
COLOURS = ("#d1495b", "#8a5fbf", "#4f6fd9", "#1b8a5a", "#b7791f", "#6b7280", "#c2410c")

_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#374151}"
    ".grid{stroke:#9ca3af;stroke-opacity:.35}.title{font-weight:600}"
    "@media(prefers-color-scheme:dark){text{fill:#d1d5db}}"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the plot; both above zero. `low` and `high` bound what was measured."""

    x: float
    y: float
    low: float
    high: float


def plot(lines: Mapping[str, Sequence[Point]], *, title: str, x: str, y: str) -> str:
    """One line a name over logarithmic axes."""
    points = [point for line in lines.values() for point in line]
    across = _Axis(min(p.x for p in points), max(p.x for p in points), LEFT, WIDTH - RIGHT)
    down = _Axis(min(p.low for p in points), max(p.high for p in points), HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<text class="title" x="{LEFT}" y="22">{escape(title)}</text>',
        *_grid(across, down),
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 12}" text-anchor="middle">'
        f"{escape(x)}</text>",
        f'<text transform="rotate(-90)" x="{-(TOP + HEIGHT - BOTTOM) / 2:.0f}" y="18" '
        f'text-anchor="middle">{escape(y)}</text>',
    ]
    labels = _apart({name: down.at(line[-1].y) for name, line in lines.items() if line})
    for i, (name, line) in enumerate(lines.items()):
        if line:
            parts += _line(line, across, down, COLOURS[i % len(COLOURS)])
            parts.append(_label(name, labels[name], COLOURS[i % len(COLOURS)]))
    return "\n".join([*parts, "</svg>", ""])


@dataclass(frozen=True, slots=True)
class _Axis:
    low: float
    high: float
    start: float
    end: float

    @property
    def decades(self) -> range:
        """Whole powers of ten that cover the values; at least one."""
        first = math.floor(math.log10(self.low) + 1e-9)
        last = math.ceil(math.log10(self.high) - 1e-9)
        return range(first, max(last, first + 1) + 1)

    def at(self, value: float) -> float:
        first, last = self.decades[0], self.decades[-1]
        return self.start + (math.log10(value) - first) / (last - first) * (self.end - self.start)


def _grid(across: _Axis, down: _Axis) -> Iterable[str]:
    for power in across.decades:
        x = across.at(10**power)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{10**power:,}</text>'
    for power in down.decades:
        y = down.at(10**power)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        label = f"{10**power:,}" if power >= 0 else f"{10.0**power:.{-power}f}"
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{label}</text>'


def _line(line: Sequence[Point], across: _Axis, down: _Axis, colour: str) -> Iterable[str]:
    path = " ".join(f"{across.at(p.x):.1f},{down.at(p.y):.1f}" for p in line)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for p in line:
        x = across.at(p.x)
        yield f'<circle cx="{x:.1f}" cy="{down.at(p.y):.1f}" r="3.5" fill="{colour}"/>'
        yield f'<path d="M{x:.1f} {down.at(p.low):.1f}V{down.at(p.high):.1f}" stroke="{colour}"/>'


def _label(name: str, y: float, colour: str) -> str:
    return (
        f'<circle cx="{WIDTH - RIGHT + 16}" cy="{y:.1f}" r="4" fill="{colour}"/>'
        f'<text x="{WIDTH - RIGHT + 26}" y="{y + 4:.1f}">{escape(name)}</text>'
    )


def _apart(heights: Mapping[str, float], *, gap: float = 17) -> dict[str, float]:
    """The labels' heights, moved down where they would overlap, and back up from the bottom."""
    placed: dict[str, float] = {}
    last = TOP - gap
    for name, y in sorted(heights.items(), key=lambda item: item[1]):
        last = placed[name] = max(y, last + gap)
    over = max(0.0, last - (HEIGHT - BOTTOM))
    return {name: y - over for name, y in placed.items()}
