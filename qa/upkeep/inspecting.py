"""The commands that look into a library: check, sources and show."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from index.articles import Article
from index.checking import faults
from index.choosing import engine_faults
from index.engine import EngineName
from index.library import Library
from index.passages import Passage
from index.storage import LibraryDamaged, LibraryError
from qa.exit_status import ExitStatus
from qa.render.styled import BLANK, Line, Look, Piece, Style, laid_out
from qa.render.terminal import MARGIN, flat
from qa.render.visible import one_line, visible

Show = Callable[[list[Line]], None]


def run_check(path: Path, engine: EngineName, out: TextIO) -> ExitStatus:
    """Reads all of a library, and of what its engine keeps; prints what is wrong with them."""
    try:
        library = Library.opened(path)
    except LibraryError as error:
        print(one_line(str(error)), file=out)
        return ExitStatus.FAILED
    found = list(faults(library))
    for fault in found:
        print(one_line(str(LibraryDamaged(path, fault))), file=out)
    if not found:
        found = list(engine_faults(library, engine))
        for fault in found:
            print(one_line(f"the library's index {fault}. {_REMEDY}"), file=out)
    if not found:
        held = f"{library.article_count:,} articles, {library.passage_count:,} passages"
        print(f"{one_line(str(path))} is sound: {held}", file=out)
    return ExitStatus.FAILED if found else ExitStatus.ANSWERED


_REMEDY = "Make it anew: pullquote index --force"


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is listed."""

    article: Article
    passages: int


def sources(library: Library, words: str) -> Iterator[Source]:
    """The articles whose title, author, date, link or file hold every one of `words`."""
    wanted = words.casefold().split()
    for article in library.articles:
        known = (article.id, article.title, article.author, article.date, article.source)
        text = "\n".join(part for part in known if part).casefold()
        if all(word in text for word in wanted):
            yield Source(article, library.passages_from(article.id))


def run_sources(
    library: Library, words: str, *, look: Look, show: Show, json_out: TextIO | None
) -> ExitStatus:
    """Lists the articles, a line each."""
    found = False
    for source in sources(library, words):
        found = True
        if json_out:
            print(json.dumps(_record(source)), file=json_out)
        else:
            show(_source_lines(source, look))
    if not found and not json_out:
        show([(Piece(f"No article's title, author, date or file holds “{flat(words)}”."),)])
    return ExitStatus.ANSWERED if found else ExitStatus.NOT_ANSWERED


def _record(source: Source) -> dict[str, object]:
    article = source.article
    return {
        "article": article.id,
        "title": article.title,
        "author": article.author,
        "date": article.date,
        "source": article.source,
        "sha256": article.sha256,
        "passages": source.passages,
        "notes": article.notes,
    }


def _source_lines(source: Source, look: Look) -> list[Line]:
    article = source.article
    facts = (article.author, article.date, article.id, f"{source.passages:,} passages")
    rest = "".join(f" {look.dash} {one_line(fact)}" for fact in facts if fact)
    pieces = [Piece(flat(article.label)), Piece(rest, Style.CITATION)]
    return laid_out(pieces, look, hanging=(MARGIN,))


def run_show(library: Library, passage_id: str, *, look: Look, show: Show) -> ExitStatus:
    """Prints a passage in its surroundings, or what has become of it."""
    words_id = passage_id.partition("-")[0].partition(".")[0]
    there = library.with_words(words_id) if words_id.isalnum() else []
    if passage := next((p for p in there if p.id == passage_id), None):
        show(_passage_lines(library, passage, "found", look))
        return ExitStatus.ANSWERED
    if there:
        for passage in there:
            show(_passage_lines(library, passage, f"moved, and is now {passage.id}", look))
        return ExitStatus.ANSWERED
    show(_lost_lines(library, passage_id, look))
    return ExitStatus.FAILED


def _lost_lines(library: Library, passage_id: str, look: Look) -> list[Line]:
    """What is known of a passage whose words stand in no article."""
    former = library.former(passage_id)
    if former is None:
        return _said(f"{passage_id} is not known here: no passage has this id.", look)
    article_id, paragraph = former
    stood = f"it stood in {article_id}, paragraph {paragraph}"
    around = [p for p in library.passages_in(article_id) if p.paragraph == paragraph]
    if not around:
        return _said(f"{passage_id} is gone: {stood}.", look)
    lines = _said(f"{passage_id} has changed: {stood}, where now there is:", look)
    return [*lines, *_passage_lines(library, around[0], "there", look)]


def _passage_lines(library: Library, passage: Passage, what: str, look: Look) -> list[Line]:
    article = library.article(passage.article_id)
    section = passage.context.section
    parts = [flat(article.label), f"section “{flat(section)}”" if section else ""]
    parts += [f"paragraph {passage.paragraph}", f"page {passage.page}" if passage.page else ""]
    parts += [one_line(part) for part in (article.author, article.date, article.id) if part]
    lines = _said(f"{what}: {', '.join(part for part in parts if part)}", look, Style.CITATION)
    for other in library.around(passage.id):
        itself = other.id == passage.id
        bar = (MARGIN, Piece(look.bar, Style.BAR), Piece(" ")) if itself else (MARGIN, MARGIN)
        style = Style.QUOTED if itself else Style.CONTEXT
        lines += [BLANK, *laid_out([Piece(visible(other.text), style)], look, indent=bar)]
    return lines


def _said(text: str, look: Look, style: Style = Style.PLAIN) -> list[Line]:
    return laid_out([Piece(one_line(text), style)], look)
