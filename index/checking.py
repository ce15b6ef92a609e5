"""Everything that can be wrong with a library, found by reading all of it."""

from collections.abc import Iterator

from index.articles import Article
from index.library import Library
from index.storage import LibraryDamaged


def faults(library: Library) -> Iterator[str]:
    """A sentence for each thing in the library that is not as it was written."""
    try:
        yield from _faults_of_the_file(library)
        yield from _faults_of_articles(library)
    except LibraryDamaged as error:
        yield error.what


def _faults_of_the_file(library: Library) -> Iterator[str]:
    for (said,) in library.rows("PRAGMA integrity_check(10)"):
        if said != "ok":
            yield str(said)


def _faults_of_articles(library: Library) -> Iterator[str]:
    """Reads every row: each is compared with its digest, and each passage with its article."""
    for _ in library.articles:
        pass
    article: Article | None = None
    for passage in library.passages:
        if article is None or article.id != passage.article_id:
            article = library.article(passage.article_id)
        if passage.span.of(article.text) != passage.text:
            yield f"the passage {passage.id!r} does not stand in {article.id!r}"
    for statement, fault in _STRAYS:
        if strays := next(library.rows(statement))[0]:
            yield f"{strays:,} {fault}"


_STRAYS = (
    (
        "SELECT count(*) FROM passages WHERE article NOT IN (SELECT number FROM articles)",
        "passages belong to no article",
    ),
    (
        "SELECT count(*) FROM articles WHERE number NOT IN (SELECT article FROM contents)",
        "articles belong to no file",
    ),
    (
        "SELECT count(*) FROM contents WHERE path NOT IN (SELECT path FROM files)",
        "articles belong to files that were never seen",
    ),
    (
        "SELECT count(*) FROM left_out WHERE path NOT IN (SELECT path FROM files)",
        "records belong to files that were never seen",
    ),
    (
        "SELECT count(*) FROM explained WHERE article NOT IN (SELECT number FROM articles)",
        "abbreviations belong to no article",
    ),
)
