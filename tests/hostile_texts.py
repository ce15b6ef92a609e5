"""Hostile text files, and what a hostile file is: see `tests.hostile_files`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.documents import page

FRENCH = "Les élèves ont été reçus à l'école, où ils étaient déjà après la fête."
RUSSIAN = "Министр сообщил, что переговоры о границе будут продолжены весной."
JAPANESE = "大臣は、来年の春に交渉を続けると述べた。両国の関係は重要である。"
CHINESE = "外务大臣表示，谈判将在明年春天继续进行。两国的关系非常重要。"
KOREAN = "외무상은 내년 봄에 협상을 계속할 것이라고 말했다. 두 나라의 관계는 중요하다."


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file, by its name below the folder, and what has to become of it.

    `made` is its bytes, or makes the file at a path. `words` stand in the article or in the reason.
    """

    name: str
    made: bytes | Callable[[Path], None]
    verdict: str
    words: str = ""
    slow: bool = False

    def write(self, folder: Path) -> None:
        """Make the file."""
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(self.made, bytes):
            path.write_bytes(self.made)
        else:
            self.made(path)


def read(
    name: str, made: bytes | Callable[[Path], None], words: str = "", *, slow: bool = False
) -> Hostile:
    return Hostile(name, made, "read", words, slow)


def skipped(
    name: str, made: bytes | Callable[[Path], None], words: str, *, slow: bool = False
) -> Hostile:
    return Hostile(name, made, "skipped", words, slow)


def unseen(name: str, made: bytes | Callable[[Path], None]) -> Hostile:
    return Hostile(name, made, "unseen")


def sparse(size: int) -> Callable[[Path], None]:
    """A file that claims a size and takes no room."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def encodings() -> list[Hostile]:
    wide = "Words and more words of English in wide letters."
    return [
        read("encodings/mark-utf8.txt", FRENCH.encode("utf-8-sig"), FRENCH),
        read("encodings/mark-utf16.txt", RUSSIAN.encode("utf-16"), RUSSIAN),
        read("encodings/mark-utf16-be.md", b"\xfe\xff" + FRENCH.encode("utf-16-be"), FRENCH),
        read("encodings/mark-utf32.txt", FRENCH.encode("utf-32"), FRENCH),
        read("encodings/utf16-unmarked.txt", wide.encode("utf-16-le"), wide),
        read("encodings/cp1252.txt", FRENCH.encode("cp1252"), FRENCH),
        read("encodings/cp1251.md", RUSSIAN.encode("cp1251"), RUSSIAN),
        read("encodings/koi8.txt", RUSSIAN.encode("koi8-r"), RUSSIAN),
        read("encodings/shift-jis.txt", JAPANESE.encode("shift_jis"), JAPANESE),
        read("encodings/gb18030.txt", CHINESE.encode("gb18030"), CHINESE),
        read("encodings/euc-kr.txt", KOREAN.encode("euc-kr"), KOREAN),
        read("encodings/border.txt", b"x" * 65_535 + "é is over the border.".encode(), "é is over"),
        read("encodings/declared.html", b"<meta charset=windows-1251><p>" + RUSSIAN.encode("cp1251"), RUSSIAN),
        read("encodings/declared-falsely.html", b"<meta charset=windows-1251><p>" + RUSSIAN.encode(), RUSSIAN),
        skipped("encodings/iso-2022.txt", JAPANESE.encode("iso2022_jp"), "seven-bit"),
        skipped("encodings/mac.txt", ("“" + FRENCH + "” …").encode("mac-roman"), "not UTF-8"),
        skipped("encodings/cut.txt", (FRENCH * 5).encode()[:-1] + b"\xc3", "damaged at byte"),
        skipped("encodings/overlong.txt", FRENCH.encode() * 3 + b"\xc0\xaf", "damaged at byte"),
        skipped("encodings/surrogates.txt", FRENCH.encode() * 3 + b"\xed\xa0\x80", "damaged at byte"),
        skipped("encodings/all-bytes.txt", bytes(range(256)) * 9, "."),
        skipped("encodings/broken-mark.txt", b"\xff\xfea", "its mark says"),
    ]  # fmt: skip


def characters() -> list[Hostile]:
    return [
        read("characters/nul.txt", b"A NUL \0 stands here, in the middle of a sentence.", "NUL \0 stands"),
        skipped("characters/nuls.txt", b"\0" * 5_000, "control characters"),
        read("characters/bell.md", b"A bell \x07 and an escape \x1b[31m red.", "\x1b[31m"),
        read("characters/bidi.txt", "Turn \u202eti dnuora\u202c again.".encode(), "\u202e"),
        read("characters/zero-width.md", "In\u200bvis\u2060ible\ufeff marks.".encode(), "\u200b"),
        read("characters/zalgo.txt", ("Z" + "\u0301" * 50_000 + " is one letter.").encode(), "is one letter"),
        read("characters/emoji.md", "A 👩‍👩‍👧‍👦 family and a 🏴󠁧󠁢󠁥󠁮󠁧󠁿 flag.".encode(), "👩‍👩‍👧‍👦"),
        read("characters/nonchar.txt", "It has \ufffe and \U0010ffff in it.".encode(), "\U0010ffff"),
        read("characters/separators.txt", "one\u2028two\u2029three\x85four\x0bfive\x0csix".encode(), "two\u2029three"),
        read("characters/old-mac-lines.txt", b"First line of it.\rSecond line of it.", "line of it.\nSecond"),
        skipped("characters/empty.md", b"", "no text"),
        skipped("characters/blank.txt", b" \n\t\r\n\x0c" * 999, "no text"),
        read("characters/one.txt", b"a", "a"),
    ]  # fmt: skip


def sizes() -> list[Hostile]:
    return [
        skipped("sizes/fifty-megabyte-line.txt", sparse(50_000_000), "more than the limit"),
        skipped("sizes/terabyte.md", sparse(1 << 40), "more than the limit"),
        skipped("sizes/terabyte.csv", sparse(1 << 40), "more than the limit"),
        read("sizes/long-word.txt", b"a" * 300_000, "a" * 1_000),
        read("sizes/long-line.txt", b"word " * 100_000, "word word"),
        read("sizes/many-lines.txt", b"\n" * 300_000 + b"The last line of it.", "last line"),
        read("sizes/million-words.txt", b"Words are many here. " * 250_000, "Words are many", slow=True),
        read("sizes/million-words.html", page("<p>" + "Words are many here. " * 250_000), "Words are many", slow=True),
    ]  # fmt: skip
