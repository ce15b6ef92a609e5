"""A folder of hostile files, and what has to become of each; run it to look at them:

    python -m tests.hostile_files FOLDER

`read("words")`: it is an article that holds the words. `skipped("words")`: it is none, and the
reason holds the words. `unseen`: it is not even named, as hidden files are.
"""

import io
import os
import socket
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.documents import LONG, docx, epub, odt, page, para, zipped
from tests.hostile_texts import Hostile, characters, encodings, read, sizes, skipped, unseen

ENTITIES = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{above};' * 10}'>"
    for above, name in zip("abcdefghi", "bcdefghij", strict=True)
)
XXE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
DRM = '<encryption xmlns:enc="e"><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></encryption>'


def fifo(path: Path) -> None:
    os.mkfifo(path)


def unix_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path may be no longer than a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


def link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def raw_name(name: bytes) -> Callable[[Path], None]:
    """A file beside the path, whose name is no UTF-8."""

    def make(path: Path) -> None:
        (path.parent / os.fsdecode(name)).write_bytes(b"Words in an odd name.")

    return make


def pdf(stream: bytes = b"", *, filters: str = "", kids: str = "3 0 R", count: int = 1) -> bytes:
    """A PDF document by hand, of one page that shows `stream`."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources"
        b" << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(stream)} {filters} >>\nstream\n".encode() + stream + b"\nendstream",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + words + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer << /Size 5 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + end.encode()


SHOWN = b"BT /F 12 Tf 50 700 Td (Words on a page of paper.) Tj ET"


def locked_pdf() -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_encryption(owner_password="owner", user_password="user")
    made.add_page()
    return bytes(made.output())


def lying_zip() -> bytes:
    """A Word document whose directory says that its text is a few bytes long."""
    data = docx(para("a" * 5_000_000))
    size = next(s for s in range(5_000_000, 5_001_000) if s.to_bytes(4, "little") in data)
    return data.replace(size.to_bytes(4, "little"), (9).to_bytes(4, "little"))


def markdown() -> list[Hostile]:
    bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{above}'] * 9)}]\n"
        for above, name in zip("abcdefgh", "bcdefghi", strict=True)
    ) + "---\nWords below a bomb."  # fmt: skip
    payload = (
        "---\ntitle: !!python/object/apply:os.system ['touch pwned']\n---\nWords below a payload."
    )
    return [
        read("markdown/yaml-bomb.md", bomb.encode(), "Words below a bomb."),
        read("markdown/yaml-payload.md", payload.encode(), "Words below a payload."),
        read("markdown/yaml-deep.md", b"---\na: " + b"[" * 20_000 + b"\n---\nWords below.", "Words below."),
        read("markdown/yaml-long.md", b"---\ntitle: " + b"x" * 500_000 + b"\n---\nWords below.", "Words below."),
        read("markdown/yaml-open.md", b"---\ntitle: T\nWords of no front matter.", "Words of no"),
        read("markdown/brackets.md", b"[" * 60_000 + b" words", "words"),
        skipped("markdown/quotes.md", b"> " * 20_000 + b"words", "no text"),
        read("markdown/stars.md", b"*a **b " * 5_000 + b"words", "words"),
        read("markdown/fence.md", b"Words.\n\n```\ncode never closed", "code never closed"),
        read("markdown/comment.md", b"Words above.\n\n<!-- never closed\n\nhidden", "Words above."),
        read("markdown/columns.md", b"|a" * 3_000 + b"|\n" + b"|-" * 3_000 + b"|\n|words|", "words"),
        read("markdown/script.md", b"Fish <script>alert(1)</script> and chips.", "Fish"),
    ]  # fmt: skip


def pages() -> list[Hostile]:
    return [
        read("pages/deep.html", b"<div>" * 1_900 + b"Words at the bottom.", "Words at the bottom."),
        skipped("pages/deeper.html", b"<div>" * 100_000 + b"words", "nested too deeply"),
        skipped("pages/script-only.html", page("<script>document.write('words')</script>"), "no text"),
        skipped("pages/hidden-only.html", page("<div style='display:none'><p>words</p></div>"), "no text"),
        read("pages/entities.html", f"{ENTITIES}]><p>Words &j; here.</p>".encode(), "Words &j; here."),
        read("pages/xxe.xhtml", f"{XXE}<html><p>Words &x; here.</p></html>".encode(), "Words &x; here."),
        read("pages/include.xhtml", b'<html xmlns:xi="http://www.w3.org/2001/XInclude"><p>Words.</p><xi:include href="/etc/passwd" parse="text"/></html>', "Words."),
        read("pages/remote.html", page("<img src=http://127.0.0.1:9/x><iframe src=http://127.0.0.1:9/></iframe><link rel=stylesheet href=http://127.0.0.1:9/><p>Words.</p>"), "Words."),
        read("pages/comment.html", page("<p>Words above.</p><!-- never closed <p>hidden"), "Words above."),
        read("pages/nul.html", page("<p>Words \0 and NUL.</p>"), "Words \ufffd and NUL."),
        read("pages/twice.html", page("<p>&amp;lt;script&amp;gt; stays</p>"), "&lt;script&gt; stays"),
        read("pages/data.html", page(f"<img src='data:image/png;base64,{'A' * 3_000_000}'><p>Words.</p>"), "Words."),
        read("pages/attributes.html", page(f"<p {'x=1 ' * 100_000}>Words.</p>"), "Words."),
        read("pages/unclosed.html", page("<p>Words <b>and <i>more"), "Words and more"),
        skipped("pages/frames.html", b"<frameset><frame src=a><frame src=b></frameset>", "no text"),
    ]  # fmt: skip


def documents() -> list[Hostile]:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + para("Words.") + "</w:tc></w:tr></w:tbl>" * 80
    return [
        skipped("documents/bomb.docx", zipped({"word/document.xml": b"a" * 250_000_000}), "expands to"),
        skipped("documents/xxe.docx", docx(para("&x;"), doctype=XXE), "document type"),
        skipped("documents/laughs.docx", docx(para("&j;"), doctype=f"{ENTITIES}]>"), "document type"),
        skipped("documents/wide-xxe.docx", zipped({"word/document.xml": XXE.encode("utf-16")}), "document type"),
        skipped("documents/lying.docx", lying_zip(), "damaged"),
        skipped("documents/locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000, "encrypted"),
        skipped("documents/cut.docx", docx(para(LONG))[:-100], "damaged"),
        skipped("documents/other-zip.docx", zipped({"a.txt": "words"}), "damaged"),
        skipped("documents/members.docx", zipped({f"{n}": "" for n in range(10_001)}), "members"),
        skipped("documents/text.docx", b"only words", "damaged"),
        read("documents/climbing.docx", _with_member(docx(para("Words.")), "../../../tmp/pwned", b"words"), "Words."),
        read("documents/deep.docx", docx(deep), "Words."),
        read("documents/deleted.docx", docx("<w:p><w:r><w:t>Kept.</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"), "Kept."),
        skipped("documents/xxe.odt", zipped({"content.xml": f"{XXE}<d>&x;</d>"}), "document type"),
        skipped("documents/locked.odt", odt("<text:p>x</text:p>", manifest="<manifest:encryption-data/>"), "encrypted"),
        skipped("documents/locked.epub", epub({"a.xhtml": "<p>x</p>"}, extra=DRM), "encrypted"),
        skipped("documents/bomb.epub", epub({"a.xhtml": "a" * 210_000_000}), "expands to"),
        read("documents/book.epub", epub({"a.xhtml": f"<a id='x'/><p>{LONG}</p>"}), LONG),
    ]  # fmt: skip


def _with_member(data: bytes, name: str, content: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, content)
    return file.getvalue()


def papers() -> list[Hostile]:
    loop = pdf(SHOWN, kids="2 0 R 3 0 R", count=2)
    return [
        read("papers/plain.pdf", pdf(SHOWN), "Words on a page of paper."),
        skipped("papers/locked.pdf", locked_pdf(), "encrypted"),
        skipped("papers/pictures.pdf", pdf(b"0 0 9 9 re f"), "no text on its 1 page"),
        skipped("papers/head.pdf", b"%PDF-1.7\n", "no PDF"),
        skipped("papers/words.pdf", b"only words", "no PDF"),
        read("papers/no-table.pdf", pdf(SHOWN).partition(b"startxref")[0], "Words on a page of paper."),
        read("papers/loop.pdf", loop, "Words on a page of paper."),
        read("papers/claims.pdf", pdf(SHOWN, count=2_000_000_000), "Words on a page of paper."),
        skipped("papers/half-a-gigabyte.pdf", pdf(zlib.compress(zlib.compress(b" " * (1 << 29), 9), 9), filters="/Filter [/FlateDecode /FlateDecode]"), "", slow=True),
        skipped("papers/broken-stream.pdf", pdf(b"not deflated", filters="/Filter /FlateDecode"), "no text"),
    ]  # fmt: skip


def records() -> list[Hostile]:
    return [
        Hostile("records/some.jsonl", b'{"text":"Words of one."}\n{broken\n' + b"[" * 50_000 + b'\n{"text":"Words of two."}', "records", "1 4"),
        Hostile("records/open-quote.csv", b'title,text\nA,Words of one.\nB,"never closed\n' + b"x,y\n" * 99, "records", "1 2"),
        skipped("records/columns.csv", b"name,price\na,1\n", "names no column"),
        skipped("records/binary.csv", bytes(range(128, 256)) * 30, "not UTF-8"),
        Hostile("records/array.jsonl", b"[]", "records"),
    ]  # fmt: skip


def endings() -> list[Hostile]:
    return [
        skipped("endings/paper.txt", pdf(SHOWN), "a PDF document"),
        skipped("endings/picture.md", b"\x89PNG\r\n\x1a\n" + bytes(99), "a PNG picture"),
        skipped("endings/zip.html", zipped({"a": "b"}), "a zip archive"),
        skipped("endings/program.md", b"\x7fELF" + bytes(99), "a program"),
        skipped("endings/database.txt", b"SQLite format 3\0" + bytes(99), "a database"),
        skipped("endings/unknown.exe", b"MZ", "No reader for the ending '.exe'"),
        skipped("endings/none", b"words", "No reader for the ending ''"),
        read("endings/UPPER.TXT", b"Words in capitals.", "Words in capitals."),
    ]  # fmt: skip


def names() -> list[Hostile]:
    hostile = [
        "new\nline.txt", "\x1b[31mred.txt", "\u202etxt.exe.txt", "-rf.txt", "$(touch pwned).txt",
        "; rm -rf *.txt", "%s%n{0}.txt", "a#1.txt", " .txt", "<b>&amp;.txt", "CON.txt", "é.txt",
        "e\u0301.txt", "x" * 250 + ".txt",
    ]  # fmt: skip
    return [
        *(read(f"names/{name}", f"Words in file number {at}.".encode(), f"number {at}.") for at, name in enumerate(hostile)),
        read("names/\udcff\udcfe.txt", raw_name(b"\xff\xfe.txt"), "an odd name"),
        read("/".join(["names", *["deep"] * 60, "a.txt"]), b"Words far below.", "Words far below."),
        unseen(".env", b"SLACK_BOT_TOKEN=xoxb-canary"),
        unseen(".git/config.md", b"Words of git."),
        unseen("names/.#lock.md", b"Words of an editor."),
    ]  # fmt: skip


def specials() -> list[Hostile]:
    return [
        skipped("specials/fifo.txt", fifo, "no regular file"),
        skipped("specials/socket.md", unix_socket, "no regular file"),
        skipped("specials/loop-a.md", link("loop-b.md"), "circle"),
        skipped("specials/loop-b.md", link("loop-a.md"), "circle"),
        skipped("specials/itself", link("."), "link"),
        skipped("specials/nothing.md", link("nowhere.md"), "link to nothing"),
        skipped("specials/out.txt", link("/etc/passwd"), "leads out of the folder"),
        skipped("specials/device.txt", link("/dev/zero"), "leads out of the folder"),
        skipped("specials/twin-link.md", link("../twins/first.md"), "which is read anyway"),
        read("specials/folder.md/inside.md", b"Words in a folder named like a file.", "named like a file"),
        read("twins/first.md", b"Words that stand here twice.", "stand here twice"),
        read("twins/second.md", b"Words that stand here twice.", "stand here twice"),
    ]  # fmt: skip


def all_of_them(*, slow: bool = False) -> list[Hostile]:
    """Every hostile file; those that take their time only when they are asked for."""
    families = (
        encodings, characters, sizes, markdown, pages, documents, papers, records, endings, names,
        specials,
    )  # fmt: skip
    found = [hostile for family in families for hostile in family()]
    return [hostile for hostile in found if slow or not hostile.slow]


if __name__ == "__main__":
    for made in all_of_them(slow=True):
        made.write(Path(sys.argv[1]))
