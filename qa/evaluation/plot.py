"""Risk against coverage as an SVG drawing, from plain numbers."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from qa.evaluation.measures import RiskPoint

WIDTH, HEIGHT = 640, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 20, 44, 56


@dataclass(frozen=True, slots=True)
class Curve:
    """A named run: its curve, and the point at which it draws the line itself."""

    name: str
    points: Sequence[RiskPoint]
    as_set: RiskPoint | None = None


_INKS = (("#0b5cad", ""), ("#8a8a8a", ' stroke-dasharray="6 4"'))
"""Colour and dashes of the run and of the one it is compared with."""


def risk_coverage_svg(now: Curve, before: Curve | None = None) -> str:
    """A drawing of one or two risk-coverage curves; lower is better."""
    curves = [now, before] if before else [now]
    highest = max((point.risk for c in curves for point in c.points), default=0.0)
    top = max(math.ceil(highest * 10), 1) / 10
    drawn = [part for c, ink in zip(curves, _INKS, strict=False) for part in _curve(c, top, *ink)]
    legend = [
        part
        for i, (c, ink) in enumerate(zip(curves, _INKS, strict=False))
        for part in _legend(c.name, i, *ink)
    ]
    return "\n".join([*_frame(), *_grid(top), *drawn, *legend, "</svg>", ""])


def _frame() -> Iterable[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" font-family="sans-serif" font-size="12" role="img">'
    )
    yield "<title>Risk against coverage</title>"
    yield (
        "<desc>Share of wrong first quotes among the answered questions, against the share of"
        " questions answered, as the confidence threshold moves.</desc>"
    )
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    middle = (TOP + HEIGHT - BOTTOM) // 2
    yield _words((LEFT + WIDTH - RIGHT) // 2, HEIGHT - 16, "coverage: questions answered", "middle")
    yield (
        f'<text x="16" y="{middle}" text-anchor="middle" fill="#333333"'
        f' transform="rotate(-90 16 {middle})">risk: wrong among the answered</text>'
    )


def _grid(top: float) -> Iterable[str]:
    """Five lines each way with their percentages."""
    for i in range(6):
        x, y = _x(i / 5), _y(top * i / 5, top)
        yield _stroke(f"M{x} {TOP}V{HEIGHT - BOTTOM}", "#dddddd")
        yield _stroke(f"M{LEFT} {y}H{WIDTH - RIGHT}", "#dddddd")
        yield _words(x, HEIGHT - BOTTOM + 18, f"{20 * i} %", "middle")
        yield _words(LEFT - 8, y + 4, f"{100 * top * i / 5:g} %", "end")


def _curve(curve: Curve, top: float, ink: str, dashes: str) -> Iterable[str]:
    places = dict.fromkeys(f"{_x(p.coverage)} {_y(p.risk, top)}" for p in curve.points)
    if places:
        yield _stroke(f"M{'L'.join(places)}", ink, f' stroke-width="2"{dashes}')
    if curve.as_set:
        x, y = _x(curve.as_set.coverage), _y(curve.as_set.risk, top)
        yield f'<circle cx="{x}" cy="{y}" r="5" fill="{ink}"/>'


def _legend(name: str, row: int, ink: str, dashes: str) -> Iterable[str]:
    x = LEFT + row * 260
    yield _stroke(f"M{x} 22h28", ink, f' stroke-width="2"{dashes}')
    yield f'<circle cx="{x + 14}" cy="22" r="5" fill="{ink}"/>'
    yield _words(x + 36, 26, f"{name} (dot: as set)", "start")


def _stroke(path: str, ink: str, more: str = "") -> str:
    return f'<path d="{path}" fill="none" stroke="{ink}"{more}/>'


def _words(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="#333333">{escape(text)}</text>'


def _x(coverage: float) -> float:
    return round(LEFT + coverage * (WIDTH - LEFT - RIGHT), 1)


def _y(risk: float, top: float) -> float:
    return round(HEIGHT - BOTTOM - risk / top * (HEIGHT - TOP - BOTTOM), 1)
