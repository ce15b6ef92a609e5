"""OpenDocument texts: every word that is printed, in order, and none that is not."""

import pytest

from index.articles import Article
from index.readers import NothingToRead, ReadError, Unreadable
from index.readers.archives import Encrypted, Expanded
from index.readers.odt import read_odt
from tests.documents import LONG, OTHER, are_exact, blocks, no_sockets, odt, words_of, zipped

__all__ = ["no_sockets"]
pytestmark = pytest.mark.usefixtures("no_sockets")

ROOM = 100_000_000
STYLES = (
    '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="away"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="struck"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
)
META = "<dc:title>Two Piers</dc:title><meta:initial-creator>Ada Lind</meta:initial-creator><meta:creation-date>2025-05-03T10:00:00</meta:creation-date>"


def read(body: str, meta: str = "") -> Article:
    article = read_odt("a.odt", odt(body, styles=STYLES, meta=meta), expanded_bytes=ROOM)
    assert are_exact(article)
    return article


def cells(*words: str) -> str:
    inner = "".join(f"<table:table-cell><text:p>{w}</text:p></table:table-cell>" for w in words)
    return f"<table:table-row>{inner}</table:table-row>"


def test_headings_lists_and_tables_come_in_the_documents_order() -> None:
    article = read(
        f'<text:p text:style-name="P1">Two Piers</text:p><text:p>{LONG}</text:p>'
        '<text:h text:outline-level="2">The plan</text:h><text:p>Three things:</text:p>'
        "<text:list><text:list-item><text:p>A pier</text:p><text:list><text:list-item><text:p>of stone"
        "</text:p></text:list-item></text:list></text:list-item></text:list>"
        f"<table:table><table:table-header-rows>{cells('Year', 'Ships')}</table:table-header-rows>"
        f"{cells('2024', '31')}</table:table><text:section><text:p>{OTHER}</text:p></text:section>"
    )
    assert blocks(article) == [
        ("title", "Two Piers"),
        ("paragraph", LONG),
        ("heading", "The plan"),
        ("paragraph", "Three things:"),
        ("list item", "A pier"),
        ("list item", "of stone"),
        ("table header", "Year | Ships"),
        ("table row", "2024 | 31"),
        ("paragraph", OTHER),
    ]
    assert [b.level for b in article.blocks if b.kind == "list item"] == [1, 2]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('10<text:span text:style-name="up">6</text:span> m', "10⁶ m"),
        ('seen<text:span text:style-name="away"> hidden</text:span>', "seen"),
        ('seen<text:span text:style-name="struck"> struck</text:span>', "seen"),
        ("a<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note> b", "a b"),
        ("a<office:annotation><text:p>said</text:p></office:annotation>b", "ab"),
        ('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d', "a  b\tc\nd"),
        ("a\n   <text:a>link</text:a>\n b", "a link b"),
    ],
    ids="raised hidden struck note comment signs link".split(),
)
def test_a_paragraph_has_the_words_that_are_printed(inside: str, shown: str) -> None:
    assert words_of(read(f"<text:p>{inside}</text:p>")) == [shown]


ASIDE = "<text:p>said aside</text:p>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (f"<text:p>Pier<text:note><text:note-body>{ASIDE}</text:note-body></text:note></text:p>", "Pier"),
        (f"<text:p>so<office:annotation>{ASIDE}</office:annotation>und</text:p>", "sound"),
        ('<text:p>seen</text:p><text:p text:style-name="away">hidden</text:p>', "seen"),
        (f"<text:p>a<draw:frame><draw:text-box>{ASIDE}</draw:text-box></draw:frame></text:p>", "a said aside"),
        ("<text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>", "a b"),
    ],
    ids="note comment hidden box list".split(),
)  # fmt: skip
def test_a_cell_has_the_words_that_are_printed(inside: str, shown: str) -> None:
    cell = f"<table:table-cell>{inside}</table:table-cell>"
    article = read(f"<table:table><table:table-row>{cell * 2}</table:table-row></table:table>")
    assert words_of(article) == [f"{shown} | {shown}"]


def test_a_cell_that_holds_a_table_keeps_its_own_words() -> None:
    inner = f"<table:table>{cells('Year', 'Ships')}{cells('2024', '31')}</table:table>"
    cell = f"<table:table-cell><text:p>{LONG}</text:p>{inner}</table:table-cell>"
    other = f"<table:table-cell><text:p>{OTHER}</text:p></table:table-cell>"
    article = read(f"<table:table><table:table-row>{cell}{other}</table:table-row></table:table>")
    assert words_of(article) == [LONG, "Year | Ships", "2024 | 31", OTHER]


FORMULA = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>E</mi><mo>=</mo><mfrac>'
    "<mn>1</mn><mn>2</mn></mfrac><mi>m</mi><msup><mi>v</mi><mn>2</mn></msup></mrow>"
    '<annotation encoding="StarMath 5.0">E = 1 over 2 m v^2</annotation></semantics></math>'
)


@pytest.mark.parametrize(
    ("members", "shown"),
    [
        ({"Object 1/content.xml": FORMULA}, "E=1/2 mv²"),
        ({"Object 1/content.xml": f'<!DOCTYPE math PUBLIC "-//X" "m.dtd">{FORMULA}'}, "E=1/2 mv²"),
        ({"Object 1/content.xml": "<chart/>"}, ""),
        ({"Object 1/content.xml": "<broken"}, ""),
        ({}, ""),
    ],
    ids="formula with-a-type chart broken lost".split(),
)
def test_a_formula_stands_in_its_sentence(members: dict[str, str], shown: str) -> None:
    link = '<draw:object xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="./Object 1"/>'
    data = odt(f"<text:p>It is <draw:frame>{link}</draw:frame> here.</text:p>", others=members)
    assert words_of(read_odt("a.odt", data, expanded_bytes=ROOM)) == [f"It is {shown} here."]


def test_a_formula_within_the_text_itself_is_read() -> None:
    frame = f"<draw:frame><draw:object>{FORMULA}</draw:object></draw:frame>"
    assert words_of(read(f"<text:p>It is {frame} here.</text:p>")) == ["It is E=1/2 mv² here."]


@pytest.mark.parametrize("shape", ["custom-shape", "rect", "g"])
def test_the_words_in_a_shape_stand_beside_the_sentence_that_it_is_anchored_in(shape: str) -> None:
    inside = "<svg:title xmlns:svg='x'>alt</svg:title><text:p>shaped</text:p>"
    inside = f"<draw:ellipse>{inside}</draw:ellipse>" if shape == "g" else inside
    article = read(f"<text:p>It is <draw:{shape}>{inside}</draw:{shape}>so.</text:p>")
    assert words_of(article) == ["It is so.", "shaped"]


def test_a_box_in_a_note_is_not_read_and_a_box_in_a_box_once() -> None:
    def box(inside: str) -> str:
        return f"<draw:frame><draw:text-box><text:p>{inside}</text:p></draw:text-box></draw:frame>"

    note = (
        f"<text:note><text:note-body><text:p>{box('noted')}</text:p></text:note-body></text:note>"
    )
    article = read(f"<text:p>flow{note}{box('outer' + box('inner'))}</text:p>")
    assert words_of(article) == ["flow", "outer", "inner"]


def test_a_tracked_deletion_is_not_read() -> None:
    gone = "<text:tracked-changes><text:changed-region><text:p>gone</text:p></text:changed-region></text:tracked-changes>"
    assert words_of(read(f"{gone}<text:p>kept</text:p>")) == ["kept"]


def test_properties_are_kept() -> None:
    article = read(f"<text:p>{LONG}</text:p>", META)
    assert (article.title, article.author, article.date) == ("Two Piers", "Ada Lind", "2025-05-03")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (zipped({"content.xml": "<!DOCTYPE d [<!ENTITY x 'y'>]><d>&x;</d>"}), Unreadable),
        (zipped({"content.xml": "<d/>"}), Unreadable),
        (zipped({"other.xml": "<d/>"}), Unreadable),
        (odt("<text:p/>"), NothingToRead),
        (odt("<text:p>x</text:p>", manifest="<manifest:encryption-data/>"), Encrypted),
        (odt(f"<text:p>{'a' * 3_000_000}</text:p>"), Expanded),
        (odt("<text:section>" * 300 + "<text:p>x</text:p>" + "</text:section>" * 300), Unreadable),
        (b"PK\x03\x04", Unreadable),
    ],
    ids="entities no-body no-content empty locked bomb deep garbage".split(),
)
def test_what_is_no_document_says_what_it_is(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error):
        read_odt("a.odt", data, expanded_bytes=2_000_000)
