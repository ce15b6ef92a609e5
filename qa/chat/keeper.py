"""The newest shelf of a folder: renewed when the folder changes, swapped whole, never mended.

Whoever asks goes on with the old one meanwhile, also where a renewal fails: it then says why.
"""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event, Lock, Thread

from qa.answers import NoAnswer, Outcome, Question, ReasonCode
from qa.chat.shelf import Shelf, ShelfError

logger = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds after which a renewal that failed is tried again, at first."""

MOST_PATIENCE = 60.0
"""Seconds after which a folder is looked at, also when nothing told that it changed."""

Renew = Callable[[Shelf | None, bool], Shelf]
"""Gives the shelf after this one, or this one where nothing changed; `True` reads all anew.
ShelfError when it cannot."""


class Keeper:
    """Holds a shelf and answers from it; may be shared between threads."""

    def __init__(self, renew: Renew) -> None:
        self._renew = renew
        self._renewing = Lock()
        self._stop = Event()
        self._held = renew(None, False)

    @property
    def shelf(self) -> Shelf:
        """The newest shelf; it stays whole for whoever holds it."""
        return replace(self._held, answer=self.answer, latest=lambda: self.shelf)

    def answer(self, question: Question) -> Outcome:
        """The newest shelf's answer; where its library is damaged, that of the one made anew."""
        asked = self._held
        outcome = asked.answer(question)
        if isinstance(outcome, NoAnswer) and outcome.reason.code is ReasonCode.LIBRARY_DAMAGED:
            self.renew(instead_of=asked)
            if self._held.library is not asked.library:
                return self._held.answer(question)
        return outcome

    def renew(self, *, instead_of: Shelf | None = None) -> bool:
        """Whether the shelf is up to date now; `instead_of` one that is damaged, all is read."""
        with self._renewing:
            held = self._held
            if instead_of is not None and held.library is not instead_of.library:
                return True  # another thread was faster
            try:
                self._held = self._renew(held, instead_of is not None)
            except ShelfError as error:
                self._held = replace(held, problem=str(error))
            if self._held.problem not in (None, held.problem):
                logger.warning("the articles are kept as they were: %s", self._held.problem)
            return self._held.problem is None

    def start(self, changes: Callable[[Path, Event], Iterable[bool]]) -> None:
        """Keeps up with the folder from now on. `changes` yields again and again, and whether
        something changed."""
        Thread(target=self._keep_up, args=(changes,), name="keeper", daemon=True).start()

    def stop(self) -> None:
        """Leaves the shelf as it is."""
        self._stop.set()

    def _keep_up(self, changes: Callable[[Path, Event], Iterable[bool]]) -> None:
        patience, last = PATIENCE, time.monotonic()
        well = self._held.problem is None
        for changed in changes(self._held.folder, self._stop):
            waited = time.monotonic() - last
            if changed or waited > (MOST_PATIENCE if well else patience):
                well = self.renew()
                patience = PATIENCE if changed or well else min(2 * patience, MOST_PATIENCE)
                last = time.monotonic()
            if self._stop.is_set():
                return
