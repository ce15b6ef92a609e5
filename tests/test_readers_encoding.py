"""Bytes become the text they were written as, or are refused: never a wrong letter."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.readers import NothingToRead, ReadError, UnknownEncoding, Unreadable
from index.readers.encoding import decode

ENGLISH = "It’s a small café – the owner of it said “no” to the town, and that is that."
FRENCH = "Les élèves ont été reçus à l'école, où ils étaient déjà après la fête."
SPANISH = "El niño llegó mañana a España, donde el señor vivía hace años."
GERMAN = "Die Straße nach München führt über Köln; das Öl wird täglich teurer."
POLISH = "Łukasz powiedział, że się spóźni, bo są korki, i że już nie może czekać."
RUSSIAN = "Министр сообщил, что переговоры о границе будут продолжены весной."
UKRAINIAN = "Прем'єр-міністр заявив, що переговори буде продовжено навесні."
JAPANESE = "大臣は、来年の春に交渉を続けると述べた。両国の関係は重要である。"
SIMPLIFIED = "外务大臣表示，谈判将在明年春天继续进行。两国的关系非常重要。"
TRADITIONAL = "外務大臣表示，談判將在明年春天繼續進行。兩國的關係非常重要。"
KOREAN = "외무상은 내년 봄에 협상을 계속할 것이라고 말했다. 두 나라의 관계는 중요하다."
TURKISH = "İki ülke arasındaki ilişkiler son yıllarda gelişmiştir, değil mi?"
LITHUANIAN = "Lietuvos žmonės gyvena prie jūros ir kalba lietuviškai, tačiau ne visi."
GREEK = "Οι δύο χώρες έχουν στενές σχέσεις εδώ και πολλά χρόνια."

LEGACY = {
    "cp1252-en": ("cp1252", ENGLISH),
    "cp1252-fr": ("cp1252", FRENCH),
    "latin-1-fr": ("latin-1", FRENCH),
    "cp1252-es": ("cp1252", SPANISH),
    "cp1252-de": ("cp1252", GERMAN),
    "cp1250-pl": ("cp1250", POLISH),
    "iso8859-2-pl": ("iso8859-2", POLISH),
    "cp1251-ru": ("cp1251", RUSSIAN),
    "cp1251-uk": ("cp1251", UKRAINIAN),
    "koi8-r": ("koi8-r", RUSSIAN),
    "shift-jis": ("shift_jis", JAPANESE),
    "euc-jp": ("euc-jp", JAPANESE),
    "gb18030": ("gb18030", SIMPLIFIED),
    "big5": ("big5", TRADITIONAL),
    "euc-kr": ("euc-kr", KOREAN),
}
OTHERS = {
    "cp1254-tr": ("cp1254", TURKISH),
    "cp1257-lt": ("cp1257", LITHUANIAN),
    "cp1253-el": ("cp1253", GREEK),
    "cp866-ru": ("cp866", RUSSIAN),
    "mac-cyrillic": ("mac-cyrillic", RUSSIAN),
    "iso8859-5": ("iso8859-5", RUSSIAN),
    "mac-roman": ("mac-roman", ENGLISH),
    "cp850": ("cp850", FRENCH),
    "iso2022-jp": ("iso2022-jp", JAPANESE),
}


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
@pytest.mark.parametrize("text", [ENGLISH, JAPANESE, "😀 a"], ids=["english", "japanese", "emoji"])
def test_unicode_is_read_without_its_mark(bom: bytes, encoding: str, text: str) -> None:
    assert decode(bom + text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN], ids=["english", "russian"])
def test_utf_16_without_a_mark_is_read_and_noted(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.note is not None


@pytest.mark.parametrize(("encoding", "text"), LEGACY.values(), ids=LEGACY)
@pytest.mark.parametrize("times", [1, 30], ids=["short", "long"])
def test_a_legacy_encoding_is_read_rightly_and_noted(encoding: str, text: str, times: int) -> None:
    decoded = decode((text * times).encode(encoding))
    assert decoded.text == text * times
    assert decoded.note is not None
    assert "not UTF-8" in decoded.note


@pytest.mark.parametrize(("encoding", "text"), OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("times", [1, 30], ids=["short", "long"])
def test_an_encoding_that_is_not_certain_is_refused(encoding: str, text: str, times: int) -> None:
    with pytest.raises(UnknownEncoding, match="UTF-8"):
        decode((text * times).encode(encoding))


@pytest.mark.parametrize(("encoding", "text"), (LEGACY | OTHERS).values(), ids=LEGACY | OTHERS)
def test_no_prefix_of_a_text_is_ever_garbled(encoding: str, text: str) -> None:
    for length in range(1, len(text) + 1):
        try:
            decoded = decode(text[:length].encode(encoding))
        except ReadError:
            continue
        assert decoded.text == text[:length]


def test_damaged_utf_8_is_refused_where_it_is_damaged() -> None:
    with pytest.raises(UnknownEncoding, match="damaged at byte 4"):
        decode(b"abc\xff" + JAPANESE.encode())


def test_a_mark_that_lies_is_refused() -> None:
    with pytest.raises(UnknownEncoding, match="byte 6"):
        decode(codecs.BOM_UTF8 + b"ab\xff")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        b"PK\x03\x04rest",
        b"{\\rtf1 text}",
        bytes(range(32)) * 9,
        b"\x89PNG\r\n",
        b"a\0\0\0" * 50,
    ],
    ids=["pdf", "zip", "rtf", "controls", "png", "utf-32-without-mark"],
)
def test_data_is_no_text(data: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", codecs.BOM_UTF8], ids=["empty", "blank", "mark"]
)
def test_a_text_of_white_space_is_nothing_to_read(data: bytes) -> None:
    with pytest.raises(NothingToRead):
        decode(data)


def test_only_line_ends_are_changed() -> None:
    text = "a\r\nb\rc\n\x0cd\u2028e\u202ef\x85g \x00 \u00a0\ufeff h"
    assert decode(text.encode()).text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(min_size=1).filter(str.strip))
def test_utf_8_text_is_kept_or_refused_as_data(text: str) -> None:
    try:
        decoded = decode(b"\xef\xbb\xbf" + text.encode())
    except Unreadable:
        return
    assert decoded.text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(ReadError):
        assert decode(data).text.strip()
