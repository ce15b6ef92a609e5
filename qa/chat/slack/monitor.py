"""What the bot counts, in Prometheus' terms, and what it says of its own health."""

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

HEALTH, READY, METRICS = "/healthz", "/readyz", "/metrics"

_SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """Counters of one bot; nothing in them tells who asked or what."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._questions = Counter(
            "pullquote_questions", "Questions taken", ["surface"], registry=self.registry
        )
        self._answered = Counter("pullquote_answered", "Answers", registry=self.registry)
        self._refused = Counter(
            "pullquote_refused", "Refusals by reason", ["reason"], registry=self.registry
        )
        self._failed = Counter("pullquote_failed", "Questions that failed", registry=self.registry)
        self._seconds = Histogram(
            "pullquote_answer_seconds",
            "From taken in hand to posted",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._errors = Counter(
            "pullquote_slack_errors", "Slack's errors", ["method", "kind"], registry=self.registry
        )
        self._in_hand = Gauge("pullquote_in_hand", "Work in hand", registry=self.registry)

    def question(self, surface: str, result: str, seconds: float) -> None:
        """Count a question that was dealt with; `result` is as in its log line."""
        self._questions.labels(surface).inc()
        self._seconds.observe(seconds)
        kind, _, reason = result.partition(" reason=")
        if kind.startswith("answered"):
            self._answered.inc()
        elif reason:
            self._refused.labels(reason).inc()
        elif kind == "failed":
            self._failed.inc()

    def slack_error(self, method: str, kind: str) -> None:
        """Count an error of Slack's."""
        self._errors.labels(method, kind).inc()

    def text(self, in_hand: int) -> bytes:
        """All of it, as Prometheus reads it."""
        self._in_hand.set(in_hand)
        return generate_latest(self.registry)


@dataclass(frozen=True, slots=True)
class Monitor:
    """What can be asked about the bot over HTTP: alive, ready, and counted."""

    metrics: Metrics
    is_open: Callable[[], bool]
    is_connected: Callable[[], bool]
    in_hand: Callable[[], int]

    def routes(self) -> list[web.RouteDef]:
        """The routes of a server that is asked."""
        return [
            web.get(HEALTH, self._health),
            web.get(READY, self._ready),
            web.get(METRICS, self._metrics),
        ]

    async def _health(self, _: web.Request) -> web.Response:
        return _said(self.is_open(), "ok", "stopping")

    async def _ready(self, _: web.Request) -> web.Response:
        ready = self.is_open() and self.is_connected()
        return _said(ready, "ready", "not connected" if self.is_open() else "stopping")

    async def _metrics(self, _: web.Request) -> web.Response:
        body = self.metrics.text(self.in_hand())
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})


def _said(well: bool, yes: str, no: str) -> web.Response:
    return web.Response(text=f"{yes}\n") if well else web.Response(status=503, text=f"{no}\n")
