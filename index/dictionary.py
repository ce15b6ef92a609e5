"""Whether a word is English: the list that the library pyspellchecker brings along.

Only its list is used. Its own corrections know nothing of the articles, and its dictionary of
160,000 words takes a quarter of a second and 40 MB to make; looking for a word in the text it is
made from takes a thousandth, and 3 MB.
"""

import gzip
import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path

logger = logging.getLogger(__name__)


def is_english(word: str) -> bool:
    """Whether the folded `word` is in the list: American spellings, with inflected forms."""
    return f'"{word}": '.encode() in _listed()


@cache
def _listed() -> bytes:
    """The list as it is stored: a JSON object of words with their frequencies."""
    package = find_spec("spellchecker")
    if package is None or package.origin is None:
        logger.warning("there is no list of English words: pip install pyspellchecker")
        return b""
    return gzip.decompress((Path(package.origin).parent / "resources/en.json.gz").read_bytes())
