"""One bringing up to date of a library: what is read, removed, renamed, and what stays as it is."""

import hashlib
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from index.articles import Article
from index.changes import Changes, Found, changes, settled
from index.folder import Candidate, Extractor, FileChanged, Skipped, because, bytes_of, in_turn
from index.limits import Limits
from index.readers import ReadError, reader_for
from index.reports import Reports, Status
from index.seen import LeftOut, SeenFile
from index.storage import LibraryError
from index.writing import State, Writer


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """How a folder is brought in.

    `force` reads every file anew; `dry_run` reports and changes nothing; `allow_removal` also
    removes more than half of the articles. `extractor` reads files, `expecting` is told how many.
    """

    limits: Limits = field(default_factory=Limits)
    extractor: Extractor = in_turn
    expecting: Callable[[int], None] = lambda files: None
    force: bool = False
    dry_run: bool = False
    allow_removal: bool = False


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of it: the state of the library, and how many files became what."""

    state: State
    counts: dict[Status, int]
    renewed: str | None = None
    """Why the library was made anew, if it was."""


class RemovalRefused(LibraryError):
    """Most of the articles have gone from the folder: a mistake or a folder that is not mounted."""

    def __init__(self, folder: Path, gone: int, articles: int) -> None:
        self.gone = gone
        self.articles = articles
        super().__init__(
            f"{gone:,} of {articles:,} articles are no longer in {str(folder)!r}; they are kept."
            " If they are meant to go: pullquote index --allow-removal"
        )


class Update:
    """Brings a library up to date, by a writer that is in a transaction."""

    def __init__(
        self, root: Path, stamp: str, options: SyncOptions, writer: Writer, reports: Reports
    ) -> None:
        self._root = root
        self._stamp = stamp
        self._options = options
        self._writer = writer
        self._reports = reports
        self._force = options.force or writer.state.stamp != stamp
        self._changed = writer.is_new
        self._candidates: dict[str, Candidate] = {}
        self._contents: dict[str, bytes | None] = {}
        self._begun: set[str] = set()
        self._passed_over: dict[str, str] = {}

    def done(self, found: list[Found]) -> State:
        """Takes in the files found; the state after it, or before it when nothing was kept."""
        writer = self._writer
        self._candidates = {f.id: f for f in found if isinstance(f, Candidate)}
        known = changes(found, writer.files(), force=self._force)
        to_read = self._looked_into(known)
        self._check_removals(known.gone)
        self._options.expecting(len(to_read))
        for file in known.gone:
            self._remove(file)
        for skipped in known.skipped:
            self._skip(skipped)
        self._read(to_read)
        orphans = [path for path in writer.without_twin() if path in self._candidates]
        self._read(self._candidates[path] for path in orphans)
        known.unchanged = [file for file in known.unchanged if file.path not in orphans]
        self._reports.settled(known)
        for path, reason in self._passed_over.items():
            self._reports(path, Status.SKIPPED, reason)
        if self._options.dry_run:
            writer.roll_back()
            return writer.state
        return writer.commit(folder=str(self._root), stamp=self._stamp, new=self._changed)

    def _looked_into(self, known: Changes) -> list[Candidate]:
        """The suspects that have to be read; the others are renamed, or the same after all."""
        moved = {file.content: file for file in known.gone if file.content and not file.reason}
        to_read: list[Candidate] = []
        for candidate, then in known.suspects:
            try:
                content = self._content(candidate)
            except Unknown as unknown:
                (known.unknown if then and not then.reason else known.skipped).append(unknown.why)
                continue
            self._contents[candidate.id] = content
            origin = moved.get(content or b"") if then is None and not self._force else None
            if content and then and then.content == content and not self._force:
                self._still(candidate, then, known)
            elif origin and _ending(origin.path) == _ending(candidate.id):
                del moved[content or b""]
                known.gone.remove(origin)
                self._rename(origin, candidate)
            else:
                to_read.append(candidate)
        return to_read

    def _content(self, candidate: Candidate) -> bytes | None:
        """The hash of a file's bytes; None for what no reader takes anyway, who says why."""
        try:
            reader_for(candidate.path.name)
            data = bytes_of(candidate, self._root, self._options.limits)
        except FileChanged as error:
            raise Unknown(Skipped(candidate.id, str(error), transient=True)) from None
        except ReadError:
            return None
        except OSError as error:
            raise Unknown(Skipped(candidate.id, because(error), transient=True)) from None
        return hashlib.sha256(data).digest()

    def _still(self, candidate: Candidate, then: SeenFile, known: Changes) -> None:
        """A file that was touched, and holds what it held."""
        same = SeenFile(then.path, settled(candidate.stat), then.content, then.reason, then.twin)
        self._writer.keep_file(same)
        known.unchanged.append(same)

    def _rename(self, origin: SeenFile, candidate: Candidate) -> None:
        stat, content = settled(candidate.stat), origin.content
        self._writer.rename_file(origin.path, SeenFile(candidate.id, stat, content))
        self._reports(candidate.id, Status.INDEXED, f"It was {origin.path!r} before.")
        self._changed = True

    def _check_removals(self, gone: Iterable[SeenFile]) -> None:
        articles = self._writer.state.articles
        going = sum(self._writer.articles_in(file.path) for file in gone)
        if going * 2 > articles and not self._options.allow_removal:
            raise RemovalRefused(self._root, going, articles)

    def _remove(self, file: SeenFile) -> None:
        if self._writer.articles_in(file.path):
            self._changed = True
            self._reports(file.path, Status.REMOVED)
        self._writer.remove_file(file.path)

    def _read(self, candidates: Iterable[Candidate]) -> None:
        """Reads files; what comes of each takes the place of what came of it before."""
        files = {candidate.id: candidate for candidate in candidates}
        self._begun.clear()
        options = self._options
        for outcome in options.extractor(tuple(files.values()), self._root, options.limits):
            name = outcome.id if isinstance(outcome, Article) else outcome.path
            path = _file_of(name, files)
            if isinstance(outcome, Article):
                self._take_in(path, outcome)
            elif path == name:
                self._skip(outcome)
            else:
                self._leave_out(LeftOut(path, name, outcome.reason))
                self._reports(name, Status.SKIPPED, outcome.reason)
        for path in files.keys() - self._begun:
            self._skip(Skipped(path, "It was not read this time.", transient=True))

    def _take_in(self, path: str, article: Article) -> None:
        self._begin(path)
        if twin := self._writer.twin_of(article):
            self._pass_over(path, article, f"It has the same text as {twin!r}.", article.sha256)
            return
        if self._writer.holds(article.id):
            self._pass_over(path, article, "An article of another file has the same name.")
            return
        self._passed_over.pop(article.id, None)
        self._writer.add(path, article)
        self._changed = True
        self._keep(path)
        self._reports(article.id, Status.INDEXED)

    def _pass_over(self, path: str, article: Article, reason: str, twin: str | None = None) -> None:
        """An article is not taken in, because of one that is there."""
        if article.id == path:
            self._keep(path, reason, twin)
        else:
            self._leave_out(LeftOut(path, article.id, reason, twin))
        self._passed_over[article.id] = reason

    def _leave_out(self, record: LeftOut) -> None:
        """A record gave no article; its file was read all the same."""
        self._begin(record.path)
        self._writer.leave_out(record)
        self._keep(record.path)

    def _skip(self, skipped: Skipped) -> None:
        """A file gave no article; what it gave before is kept if it may give it again."""
        kept = skipped.transient and self._writer.articles_in(skipped.path)
        if not kept:
            self._begin(skipped.path)
            self._keep(skipped.path, skipped.reason, passing=skipped.transient)
        self._begun.add(skipped.path)
        self._reports(skipped.path, Status.SKIPPED, skipped.reason)

    def _begin(self, path: str) -> None:
        """Takes out, once, what a file gave before."""
        if path not in self._begun:
            self._begun.add(path)
            self._changed |= self._writer.articles_in(path) > 0
            self._writer.remove_articles_of(path)

    def _keep(
        self,
        path: str,
        reason: str | None = None,
        twin: str | None = None,
        *,
        passing: bool = False,
    ) -> None:
        candidate = self._candidates.get(path)
        stat = settled(candidate.stat) if candidate and not passing else ""
        content = None if passing else self._contents.get(path)
        self._writer.keep_file(SeenFile(path, stat, content, reason, twin))


class Unknown(Exception):
    """Nothing can be said of a file just now."""

    def __init__(self, why: Skipped) -> None:
        self.why = why
        super().__init__(why.reason)


def _file_of(name: str, files: Container[str]) -> str:
    """The one of `files` that an outcome of this name came from.

    Both a file's name and a record's may hold a `#`: the longest part that names a file counts.
    """
    path = name
    while path and path not in files:
        path = path.rpartition("#")[0]
    return path


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix
