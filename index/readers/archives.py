"""The members of zipped documents (DOCX, ODT, EPUB), counted before and while they are unpacked,
and their XML without entities.
"""

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from index.readers import ReadError, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_MEMBERS = 10_000
"""Members of the largest archive that is opened."""


class Expanded(ReadError):
    """A zipped file would take more room than the limit allows once unpacked."""

    def __init__(self, size: int, limit: int) -> None:
        self.size = size
        self.limit = limit
        super().__init__(
            f"It expands to at least {size:,} bytes, more than the limit of {limit:,}."
            " Split it into smaller files."
        )


class Encrypted(Unreadable):
    """The file is locked with a password or by its publisher."""

    def __init__(self, remedy: str = "Save it without a password.") -> None:
        super().__init__("It is encrypted", remedy)


class Archive:
    """A zipped document whose members together expand to no more than a limit."""

    def __init__(self, data: bytes, what: str, expanded_bytes: int) -> None:
        self.what = what
        self.limit = expanded_bytes
        if data.startswith(b"\xd0\xcf\x11\xe0"):  # what Office makes of a document with a password
            raise Encrypted("If it has a password, save it without; an old document, save it anew.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self.broken() from error
        self._members = {info.filename: info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > MOST_MEMBERS:
            raise Unreadable(f"It holds more than {MOST_MEMBERS:,} members", "Save it anew.")
        if (size := sum(info.file_size for info in self._zip.infolist())) > expanded_bytes:
            raise Expanded(size, expanded_bytes)

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self._members)

    def read(self, name: str) -> bytes:
        """A member's bytes; Unreadable when there is no such member or it is broken."""
        info = self._members.get(name)
        if info is None:
            raise self.broken()
        if info.flag_bits & 1:
            raise Encrypted
        try:
            with self._zip.open(info) as member:
                data = member.read(self.limit + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise self.broken() from error
        if len(data) > self.limit:
            raise Expanded(len(data), self.limit)
        return data

    def xml(self, name: str, *, doctype: bool = False) -> "_Element":
        """A member's XML; Unreadable when it is none, or declares entities or, unless the format
        asks for one, a document type."""
        data = self.read(name)
        refuse(b"<!ENTITY" if doctype else b"<!DOCTYPE", data)
        return _parsed(data, self.broken())

    def broken(self) -> Unreadable:
        """That the file is not what its ending says."""
        return Unreadable(f"It is no {self.what}, or is damaged", "Save it anew.")


def refuse(declaration: bytes, data: bytes) -> None:
    """Unreadable where XML holds a declaration, in whatever width its characters are."""
    if declaration in data.replace(b"\0", b""):
        what = "Its XML declares a document type or entities, which may hide an attack"
        raise Unreadable(what, "Save it anew.")


def _parsed(data: bytes, broken: Unreadable) -> "_Element":
    """The root of `data`: no entities, nothing fetched, no great depth."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise broken from error
