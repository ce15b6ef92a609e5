"""Word documents: every word that is printed, in order, and none that is not."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.passages import passages_of
from index.readers import NothingToRead, ReadError, Unreadable
from index.readers.archives import Encrypted, Expanded
from index.readers.docx import read_docx
from tests.documents import (
    LONG,
    OTHER,
    are_exact,
    blocks,
    docx,
    no_sockets,
    para,
    run,
    words_of,
    zipped,
)

__all__ = ["no_sockets"]
pytestmark = pytest.mark.usefixtures("no_sockets")

ROOM = 100_000_000
XXE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    "<!DOCTYPE d [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {name} '{f'&{above};' * 10}'>"
        for above, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def read(body: str, **properties: object) -> Article:
    article = read_docx("a.docx", docx(body, core=properties), expanded_bytes=ROOM)
    assert are_exact(article)
    return article


def cell(words: str) -> str:
    return f"<w:tc>{para(words)}</w:tc>"


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    lines = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{lines}</w:tbl>"


LISTED = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'


def test_paragraphs_lists_and_tables_come_in_the_documents_order() -> None:
    look = '<w:tblLook w:val="04A0" w:firstRow="1"/>'
    article = read(
        para("Two Piers", "Title")
        + para("By Ada Lind")
        + para(LONG)
        + para("The plan", "Heading1")
        + para("Three things:")
        + f"<w:p>{LISTED.format(0)}{run('A pier')}</w:p><w:p>{LISTED.format(1)}{run('of stone')}</w:p>"
        + para("A pilot", "ListBullet")
        + table(("Year", "Ships"), ("2024", "31"), properties=look)
        + para("Ships a year", "Caption")
        + para(OTHER)
    )
    assert blocks(article) == [
        ("title", "Two Piers"),
        ("by-line", "By Ada Lind"),
        ("paragraph", LONG),
        ("heading", "The plan"),
        ("paragraph", "Three things:"),
        ("list item", "A pier"),
        ("list item", "of stone"),
        ("list item", "A pilot"),
        ("table header", "Year | Ships"),
        ("table row", "2024 | 31"),
        ("caption", "Ships a year"),
        ("paragraph", OTHER),
    ]
    assert (article.title, article.author) == ("Two Piers", "Ada Lind")
    row = next(p for p in passages_of(article) if p.text == "2024 | 31")
    assert (row.context.header, row.context.headings) == ("Year | Ships", ("The plan",))


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (run("It is ") + f"<w:ins>{run('not ')}</w:ins>" + run("so."), "It is not so."),
        (
            run("It is ") + "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>" + run("so."),
            "It is so.",
        ),
        (
            run("a ") + f"<w:sdt><w:sdtContent>{run('b')}</w:sdtContent></w:sdt>" + run(" c"),
            "a b c",
        ),
        (run("a ") + f"<w:hyperlink>{run('link')}</w:hyperlink>" + run(" c"), "a link c"),
        (
            run("a ")
            + f"<w:smartTag>{run('b')}</w:smartTag><w:fldSimple>{run(' 7')}</w:fldSimple>",
            "a b 7",
        ),
        (run("10") + run("6", '<w:vertAlign w:val="superscript"/>') + run(" m"), "10⁶ m"),
        (run("seen") + run(" hidden", "<w:vanish/>") + run(" struck", "<w:strike/>"), "seen"),
        (run("kept", '<w:strike w:val="0"/>'), "kept"),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>",
            "a\tb\nc‑",
        ),
        (run("a") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("b"), "ab"),
        (run("&amp; <b> &lt;"), "&amp; <b> &lt;"),
    ],
    ids="inserted deleted control link field raised hidden not-struck signs code markup".split(),
)
def test_a_paragraph_has_the_words_that_are_printed(inside: str, shown: str) -> None:
    assert words_of(read(f"<w:p>{inside}</w:p>")) == [shown]


def test_a_text_box_in_a_cell_is_read_once() -> None:
    box = f"<w:pict><w:txbxContent>{para('Boxed words')}</w:txbxContent></w:pict>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    held = f"<w:tc><w:p>{run('Pier')}<w:r>{both}</w:r></w:p></w:tc>"
    article = read(f"<w:tbl><w:tr>{held}{cell('31')}</w:tr></w:tbl>")
    assert words_of(article) == ["Pier Boxed words | 31"]


@pytest.mark.parametrize("target", ["NULL", "media/lost.png", "../../lost.xml", "#top"])
def test_a_link_that_leads_nowhere_costs_nothing(target: str) -> None:
    name, kind = "word/_rels/document.xml.rels", "relationships/image"
    with zipfile.ZipFile(io.BytesIO(docx(para("Two Piers", "Title") + para(LONG)))) as archive:
        members: dict[str, bytes | str] = {n: archive.read(n) for n in archive.namelist()}
        archived = archive.read(name)
    link = f'<Relationship Id="rId99" Type="http://x.example/{kind}" Target="{target}"/>'
    end = b"</Relationships>"
    members[name] = archived.replace(end, link.encode() + end)
    article = read_docx("a.docx", zipped(members), expanded_bytes=ROOM)
    assert blocks(article) == [("title", "Two Piers"), ("paragraph", LONG)]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:pict><w:txbxContent>{para('Boxed words')}</w:txbxContent></w:pict>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert words_of(read(f"<w:p><w:r><w:t>Before </w:t>{both}</w:r>{run('after')}</w:p>")) == [
        "Before after",
        "Boxed words",
    ]


def test_a_table_that_arranges_the_page_is_read_as_text() -> None:
    inner = table(("Year", "Ships"), ("2024", "31"))
    outer = (
        f"<w:tbl><w:tr><w:tc>{para(LONG)}{inner}</w:tc><w:tc>{para(OTHER)}</w:tc></w:tr></w:tbl>"
    )
    assert words_of(read(outer)) == [LONG, "Year | Ships", "2024 | 31", OTHER]


def test_properties_are_kept_where_a_person_wrote_them() -> None:
    article = read(
        para(LONG), title="Two Piers", author="Ada Lind", created=datetime(2025, 5, 3, tzinfo=UTC)
    )
    assert (article.title, article.author, article.date) == ("Two Piers", "Ada Lind", "2025-05-03")


def test_what_programs_write_into_properties_is_not_believed() -> None:
    article = read(para(LONG))  # the library's template: "Word Document" by "python-docx", 2013
    assert (article.title, article.author, article.date) == (None, None, None)


@pytest.mark.parametrize("doctype", [XXE, LAUGHS, "<!DOCTYPE d>"], ids=["xxe", "laughs", "empty"])
def test_a_document_type_is_refused(doctype: str) -> None:
    with pytest.raises(Unreadable, match="document type"):
        read_docx("a.docx", docx(para("&x;"), doctype=doctype), expanded_bytes=ROOM)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = docx(para("a" * 3_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(Expanded):
        read_docx("a.docx", bomb, expanded_bytes=2_000_000)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04 broken", Unreadable),
        (b"", Unreadable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Encrypted),
        (zipped({"a.txt": "words"}), Unreadable),
        (docx(""), NothingToRead),
        (docx("<w:p>")[:-40], Unreadable),
        (docx("<w:p><w:unclosed>"), Unreadable),
        (
            docx("<w:sdt><w:sdtContent>" * 300 + para("x") + "</w:sdtContent></w:sdt>" * 300),
            Unreadable,
        ),
    ],
    ids="garbage nothing locked other-zip empty cut broken-xml deep".split(),
)
def test_what_is_no_document_says_what_it_is(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error):
        read_docx("a.docx", data, expanded_bytes=ROOM)


@settings(max_examples=25, deadline=None)  # each makes a document
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1), max_size=6)
)
def test_every_paragraph_stands_in_the_text_word_for_word(paragraphs: list[str]) -> None:
    article = read("".join(map(para, [*paragraphs, "end"])))
    assert words_of(article) == [words.strip() for words in [*paragraphs, "end"] if words.strip()]
