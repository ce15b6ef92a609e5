"""How many passages speak of what a list is asked of, counted over the whole index."""

from index.searcher import Searcher
from qa.answers import Note, NoteCode
from qa.questions import WITHIN, Asked, Wanted
from qa.reasons import listed
from qa.typed import AnswerType

MOST_COUNTED = 500
"""Passages that are counted one by one; where there are more, that is said."""


def count_notes(asked: Asked, searcher: Searcher) -> tuple[Note, ...]:
    """For a question that asks for a list: in how many passages its words stand together.

    Words that only frame the question or are common in all English do not count.
    """
    wanted = [w for w in asked.wanted if w.weight == 1.0 and not w.carried]
    if asked.kind is not AnswerType.LIST or not wanted:
        return ()
    passages = searcher.holding([_stems(w) for w in wanted], limit=MOST_COUNTED + 1)
    if not passages:
        return ()
    words = listed([w.surface for w in wanted], last="and")
    if len(passages) > MOST_COUNTED:
        return (Note(NoteCode.COUNT, f"more than {MOST_COUNTED} passages speak of {words}"),)
    articles = len({passage.article_id for passage in passages})
    of_all = f"{articles:,} of {searcher.library.article_count:,} articles"
    speak = "passage speaks" if len(passages) == 1 else "passages speak"
    return (Note(NoteCode.COUNT, f"{len(passages):,} {speak} of {words}, in {of_all}"),)


def _stems(wanted: Wanted) -> list[str]:
    """The word's stem and those that are the same word written differently."""
    same = [o.stems[0] for o in wanted.alternatives if len(o.stems) == 1 and o.weight > WITHIN]
    return [wanted.stem, *same]
