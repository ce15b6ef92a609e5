"""The verify command: whether the quotations of an answer's JSON stand in the articles, offline."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any, TextIO

from index.articles import Article
from index.library import Library
from qa.exit_status import ExitStatus
from qa.render.visible import one_line

LIKE = 70.0
"""Of 100, from which on words are taken for the quoted ones in another form."""


class Standing(StrEnum):
    """What has become of a quotation."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one quotation."""

    standing: Standing
    article: str
    detail: str


class NoQuotations(Exception):
    """What was given is no answer as JSON; the message says where and why."""


def run_verify(text: str, library: Library, out: TextIO) -> ExitStatus:
    """Prints a line a quotation; answered when every one stands exactly at its place."""
    findings = [found(quote, library) for quote in quotes_in(text)]
    for finding in findings:
        line = f"{finding.standing:<7} {finding.article}: {finding.detail}"
        print(one_line(line), file=out)
    exact = sum(finding.standing is Standing.EXACT for finding in findings)
    print(f"{exact:,} of {len(findings):,} quotations stand exactly where they should", file=out)
    return ExitStatus.ANSWERED if exact == len(findings) else ExitStatus.FAILED


def quotes_in(text: str) -> Iterator["Quoted"]:
    """The quotations of an answer, or of an answer a line; NoQuotations for anything else."""
    for number, record in _records(text):
        if not isinstance(record, dict) or not isinstance(record.get("quotes"), list):
            if isinstance(record, dict) and "error" in record:
                continue
            raise NoQuotations(f"line {number} is no answer as JSON (docs/json.md)")
        for quote in [*record["quotes"], *(record.get("closest") or [])]:
            yield _quoted(quote, number)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as it is claimed."""

    text: str
    article: str
    start: int
    end: int
    sha256: str


def _records(text: str) -> Iterator[tuple[int, Any]]:
    try:
        yield 1, json.loads(text)
        return
    except (ValueError, RecursionError):
        pass
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                raise NoQuotations(f"line {number} is not JSON") from None


def _quoted(quote: Any, number: int) -> Quoted:
    try:
        values = [quote[name] for name in ("text", "article", "start", "end", "sha256")]
    except (TypeError, KeyError):
        raise NoQuotations(f"line {number} has a quotation without its place") from None
    if [type(value) for value in values] != [str, str, int, int, str] or not values[0]:
        raise NoQuotations(f"line {number} has a quotation whose place makes no sense")
    return Quoted(*values)


def found(quoted: Quoted, library: Library) -> Finding:
    """What has become of a quotation."""
    try:
        article = library.article(quoted.article)
    except KeyError:
        article = None
    if article and quoted.start >= 0 and _at_its_place(quoted, article):
        same = article.sha256 == quoted.sha256
        detail = "as it was" if same else "the article has changed elsewhere since"
        return Finding(Standing.EXACT, quoted.article, f"{quoted.start}-{quoted.end}, {detail}")
    for other in chain([article] if article else [], library.articles):
        if (start := other.text.find(quoted.text)) >= 0:
            return _moved(quoted, other, start)
    return _changed(quoted, library) if article else _missing(quoted, "there is no such article")


def _at_its_place(quoted: Quoted, article: Article) -> bool:
    return article.text[quoted.start : quoted.end] == quoted.text


def _moved(quoted: Quoted, article: Article, start: int) -> Finding:
    where = f"it stands in {article.id} at {start}-{start + len(quoted.text)}"
    return Finding(Standing.MOVED, quoted.article, where)


def _missing(quoted: Quoted, why: str) -> Finding:
    return Finding(Standing.MISSING, quoted.article, why)


def _changed(quoted: Quoted, library: Library) -> Finding:
    """The words of the article that are most like the quoted ones."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    best = None
    for passage in library.passages_in(quoted.article):
        like = partial_ratio_alignment(quoted.text, passage.text, score_cutoff=LIKE)
        if like and (best is None or like.score > best[0]):
            best = (like.score, passage.text[like.dest_start : like.dest_end])
    if best is None:
        return _missing(quoted, "nothing like it stands there")
    here, there = _difference(quoted.text, best[1])
    return Finding(Standing.CHANGED, quoted.article, f"“{here}” is quoted, “{there}” stands there")


def _difference(quoted: str, stands: str) -> tuple[str, str]:
    """Where two texts part, with a few characters around it."""
    pairs = zip(quoted, stands, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(quoted), len(stands)))
    start = max(at - 20, 0)
    return quoted[start : at + 20], stands[start : at + 20]
