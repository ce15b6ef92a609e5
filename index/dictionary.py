"""Whether a word is English: the list that the library pyspellchecker brings along.

Only its list is used. Its own corrections know nothing of the articles, and its dictionary of
160,000 words takes a quarter of a second and 40 MB to make; the text that it is made from takes
3 MB, and is sorted.
"""

import gzip
import logging
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from index.sorted_lines import value_in

logger = logging.getLogger(__name__)


def is_english(word: str) -> bool:
    """Whether the folded `word` is in the list: American spellings, with inflected forms."""
    return english_frequency(word) > 0


@lru_cache(maxsize=65_536)
def english_frequency(word: str) -> int:
    """How often the folded `word` stands in the texts that the list was counted in, in small
    letters; 50 where it is only known to be a word, 0 where it is none."""
    value = value_in(_listed(), f'"{word}'.encode(), b'": ')
    return int(value.rstrip(b",")) if value else 0


@cache
def _listed() -> bytes:
    """The list as it is stored, but for its closing bracket: a JSON object of sorted words with
    their frequencies, one in a line."""
    package = find_spec("spellchecker")
    if package is None or package.origin is None:
        logger.warning("there is no list of English words: pip install pyspellchecker")
        return b""
    stored = (Path(package.origin).parent / "resources/en.json.gz").read_bytes()
    return gzip.decompress(stored).rstrip(b"}")
