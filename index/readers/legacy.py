"""Encodings from before Unicode: which of them turn some bytes into text that looks like text.

Statistical detectors name one encoding too readily (French in Windows-1252 was taken for
Windows-1250, with other letters), so that here each reading has to show a sign of its language,
and the caller refuses when two readings do.
"""

import re
from collections.abc import Callable

SAMPLE = 200_000
"""Characters that are looked at; the whole file must decode all the same."""

_FEWEST = 8
"""Foreign letters that a reading in another script must have to be judged at all."""

_FEWEST_PLAIN = 12
"""Plain letters that a reading in Latin script must have to be judged at all."""

_LATIN_LETTERS = re.compile(r"[^\W\d_]+")
_CASE_BREAK = re.compile(r"[a-zà-öø-ÿ][À-ÖØ-Þ]")
_LONG_ACCENTED = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽž]{4}")
_SYMBOL_IN_WORD = re.compile(r"[^\W\d_][¹²³¼½¾¿¡¢£¤¥¦§¨©¬®¯±´µ¶¸º‚„ƒ†‡ˆ‰‹›˜¨«»÷×][^\W\d_]")
_LOW_QUOTE_LOST = re.compile(r"[^\W\d_][‚„‹ƒ†ˆ]|[‚„‹](?![^\W\d_]|[\d\"'“‘])")
_SYMBOL_AFTER = re.compile(r"[^\W\d_][±¶¦¬¼µ]")
_LONE_SYMBOL = re.compile(r"(?<![^\W\d_])[£¥¹²³¼½¾](?![^\W\d_])")
_ENGLISH_ACCENT = re.compile(r"[aeou]ï|ñ[aeo]|[èê][b-df-hj-np-tv-z]{1,2}e|\bà\b|\bvoilà\b")
_CYRILLIC_CASE_BREAK = re.compile(r"[а-яёіїєґў][А-ЯЁІЇЄҐЎ]")
_MIXED_WORD = re.compile(r"[a-zA-Z][Ѐ-ӿ]|[Ѐ-ӿ][a-zA-Z]")
_NOT_EAST_SLAVIC = re.compile(r"[\x80-\x9f\u2500-\u259f]|[ЀЂЃЅЈ-ЍЏѐђѓѕј-ѝџѠ-ҏҒ-ӿ]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")

_ENGLISH = frozenset("the of and to in a is that for".split())
_WEST = frozenset(
    """à è où là déjà très après même être première père était mère frère près dès grâce âge
    più può così già è però perciò città año años niño niños señor señora mañana español españa
    não são então estão também à às mãe irmão på så är når også være først för måste även
    fürs über für nicht größe""".split()
)
_CENTRAL = frozenset(
    """że się są już być także który która które więc będzie przez może łódź też jeśli
    že při už její který která které ještě může však proč či než bude také něco člověk
    să că şi şau ca în până după meg hogy és egy ő őket főleg könyű sť čo ešte môže keď
    že pri než še več če prav še što više već može""".split()
)
_RUSSIAN = frozenset("оеаинтсрвлі")
_HIRAGANA = frozenset("のはをにがでとたるいしてなもれこさかっらあり")
_CHINESE = frozenset(
    "的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會"
    "自着去之过過家学學对對可里后後小么多天而能好都然没日于於起还還发發成事只作当當与與关關系係明春"
)
_HANGUL = frozenset("이다는을에의가고하은로지사도한")


def readings(data: bytes) -> dict[str, str]:
    """The convincing readings of `data`, by the name of the encoding."""
    candidates = _WIDE if utf8_share(data) > 0.1 else _WIDE | _SINGLE_BYTE
    found = {}
    for encoding, convinces in candidates.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if convinces(text[:SAMPLE]):
            found[encoding] = text
    return found


def utf8_share(data: bytes) -> float:
    """How much of what is not ASCII in `data` is valid UTF-8, from 0 to 1."""
    high = sum(map(len, _NOT_ASCII.findall(data)))
    return sum(map(len, _UTF8_SEQUENCE.findall(data))) / high if high else 1.0


def _western(text: str) -> bool:
    """Latin letters with a few accents where accents belong, and a sign of a Western language."""
    if not _latin_fits(text) or re.search(r"[\x80-\x9fðþÐÞ]", text):
        return False
    if _same_elsewhere(text):
        return True
    words = _words(text)
    west, central = _hits(words, _WEST), _hits(_reread(words), _CENTRAL)
    if west or central:
        return west > central
    plain = _ENGLISH_ACCENT.sub("", _LONE_SYMBOL.sub("", text))
    return _hits(words, _ENGLISH) * 12 >= len(words) and _same_elsewhere(plain)


def _central(text: str) -> bool:
    """Latin letters of Central Europe with some of its commonest words."""
    if not _latin_fits(text) or _SYMBOL_AFTER.search(text) or re.search(r"[\x80-\x9f]", text):
        return False
    accented = frozenset(word for word in _words(text) if not word.isascii())
    return len(accented & _CENTRAL) >= 2


def _latin_fits(text: str) -> bool:
    if _CASE_BREAK.search(text) or _SYMBOL_IN_WORD.search(text) or _LOW_QUOTE_LOST.search(text):
        return False
    letters = "".join(_LATIN_LETTERS.findall(text))
    accented = sum(not c.isascii() for c in letters)
    enough = len(letters) - accented >= _FEWEST_PLAIN
    return enough and accented * 10 <= len(letters) * 3 and not _LONG_ACCENTED.search(text)


def _same_elsewhere(text: str) -> bool:
    """Whether the neighbouring code pages would give the same characters: none is in doubt."""
    data = text.encode("cp1252")
    return all(data.decode(other, "replace") == text for other in ("cp1250", "cp1254"))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _LATIN_LETTERS.findall(text)]


def _reread(words: list[str]) -> list[str]:
    return [w.encode("cp1252", "replace").decode("cp1250", "replace") for w in words]


def _hits(words: list[str], known: frozenset[str]) -> int:
    return sum(word in known for word in words)


def _cyrillic(text: str) -> bool:
    """Russian, Ukrainian or Belarusian; the rarer alphabets cannot be told from garbled Russian."""
    letters = [c for c in text if not c.isascii() and c.isalpha()]
    cyrillic = [c for c in letters if "Ѐ" <= c <= "ӿ"]
    return (
        len(cyrillic) >= _FEWEST
        and len(cyrillic) * 10 >= len(letters) * 9
        and len(_CYRILLIC_CASE_BREAK.findall(text)) * 500 <= len(cyrillic)
        and not _MIXED_WORD.search(text)
        and not _NOT_EAST_SLAVIC.search(text)
        and _common(cyrillic, _RUSSIAN, 0.4)
    )


def _japanese(text: str) -> bool:
    wide = _foreign(text)
    kana = [c for c in wide if "ぁ" <= c <= "ヿ"]
    narrow = sum("｡" <= c <= "ﾟ" for c in wide)
    return (
        len(wide) >= _FEWEST
        and len(kana) * 5 >= len(wide)
        and narrow * 20 <= len(wide)
        and _common(kana, _HIRAGANA, 0.3)
    )


def _chinese(text: str) -> bool:
    wide = _foreign(text)
    han = [c for c in wide if "一" <= c <= "鿿"]
    return len(han) >= _FEWEST and len(han) * 10 >= len(wide) * 7 and _common(han, _CHINESE, 0.12)


def _korean(text: str) -> bool:
    wide = _foreign(text)
    hangul = [c for c in wide if "가" <= c <= "힣"]
    return (
        len(hangul) >= _FEWEST
        and len(hangul) * 10 >= len(wide) * 7
        and _common(hangul, _HANGUL, 0.15)
    )


def _foreign(text: str) -> list[str]:
    return [c for c in text if not c.isascii()]


def _common(letters: list[str], known: frozenset[str], share: float) -> bool:
    return bool(letters) and sum(c in known for c in letters) >= share * len(letters)


_SINGLE_BYTE: dict[str, Callable[[str], bool]] = {
    "windows-1252": _western,
    "windows-1250": _central,
    "iso8859-2": _central,
    "windows-1251": _cyrillic,
    "koi8-r": _cyrillic,
    "koi8-u": _cyrillic,
}
_WIDE: dict[str, Callable[[str], bool]] = {
    "cp932": _japanese,
    "euc-jp": _japanese,
    "gb18030": _chinese,
    "big5": _chinese,
    "euc-kr": _korean,
}
