"""Equations and signs of Word documents: each in its sentence, on one line, as it is typed."""

import pytest

from index.articles import Article
from index.readers.docx import read_docx
from tests.documents import are_exact, docx, no_sockets, run, words_of

__all__ = ["no_sockets"]
pytestmark = pytest.mark.usefixtures("no_sockets")


def read(body: str) -> Article:
    article = read_docx("a.docx", docx(body), expanded_bytes=100_000_000)
    assert are_exact(article)
    return article


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def math(inside: str) -> str:
    return f"<m:oMath {MATH}>{inside}</m:oMath>"


def sign(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


def power(base: str, up: str) -> str:
    return f"<m:sSup><m:e>{sign(base)}</m:e><m:sup>{sign(up)}</m:sup></m:sSup>"


def ratio(over: str, under: str, properties: str = "") -> str:
    return f"<m:f>{properties}<m:num>{over}</m:num><m:den>{under}</m:den></m:f>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (sign("E=m") + power("c", "2"), "E=mc²"),
        (power("e", "−x"), "e^(−x)"),
        (ratio(sign("1"), sign("2")), "1/2"),
        (ratio(sign("a+b"), power("c", "2")), "(a+b)/c²"),
        (sign("2") + ratio(sign("1"), sign("2")) + sign("m"), "2 1/2 m"),
        (ratio(sign("n"), sign("k"), '<m:fPr><m:type m:val="noBar"/></m:fPr>'), "(n k)"),
        (f"<m:sSub><m:e>{sign('x')}</m:e><m:sub>{sign('1')}</m:sub></m:sSub>", "x_1"),
        (f"<m:rad><m:deg/><m:e>{sign('2')}</m:e></m:rad>", "√2"),
        (f"<m:rad><m:deg>{sign('3')}</m:deg><m:e>{sign('a+b')}</m:e></m:rad>", "³√(a+b)"),
        (f"<m:d><m:e>{sign('x')}</m:e></m:d>", "(x)"),
        (
            '<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e><m:eqArr>'
            f"<m:e>{sign('a')}</m:e><m:e>{sign('&amp;b')}</m:e></m:eqArr></m:e></m:d>",
            "{a; b",
        ),
        (
            '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
            f"<m:sub>{sign('i=1')}</m:sub><m:sup>{sign('n')}</m:sup><m:e>{sign('i')}</m:e></m:nary>",
            "∑_(i=1)ⁿ i",
        ),
        (f"<m:func><m:fName>{sign('sin')}</m:fName><m:e>{sign('x')}</m:e></m:func>", "sin x"),
    ],
    ids="energy power half fraction mixed binomial index root cube-root brackets cases sum sine".split(),
)
def test_an_equation_stands_in_its_sentence_as_it_is_typed(inside: str, shown: str) -> None:
    article = read(f"<w:p>{run('It is ')}{math(inside)}{run(' here.')}</w:p>")
    assert words_of(article) == [f"It is {shown} here."]


def test_an_equation_on_a_line_of_its_own_is_read() -> None:
    lines = math(sign("a=1")) + math(sign("b=2"))
    article = read(f"<w:p><m:oMathPara {MATH}>{lines}</m:oMathPara></w:p>")
    assert words_of(article) == ["a=1\nb=2"]


EMOJI = (
    '<mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="http://schemas.'
    'microsoft.com/office/word/2015/wordml/symex" w16se:font="Segoe UI Emoji" w16se:char="1F60A"/>'
    "</mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('<w:sym w:font="Symbol" w:char="F062"/>', "β"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "→"),
        ('<w:sym w:font="Wingdings" w:char="F028"/>', "\ufffd"),
        ('<w:sym w:font="Times New Roman" w:char="2013"/>', "–"),
        ('<w:sym w:font="Webdings" w:char="F061"/>', "\ufffd"),
        ('<w:sym w:font="Symbol" w:char="none"/>', "\ufffd"),
        (EMOJI, "😊"),
    ],
    ids="greek relation arrow unknown character private broken emoji".split(),
)
def test_a_sign_leaves_no_gap_in_its_sentence(inside: str, shown: str) -> None:
    article = read(f"<w:p><w:r><w:t>a </w:t>{inside}<w:t> b</w:t></w:r></w:p>")
    assert words_of(article) == [f"a {shown} b"]
