"""The XML of an Office document and the links between its parts, in a package of its own.

python-docx gives a document up for one link that leads nowhere, such as that of a picture which was
lost; here links stand only between parts that are there, and no picture is unpacked.
"""

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from index.readers.archives import Archive, refuse

if TYPE_CHECKING:
    from lxml.etree import _Element


def xml_package(archive: Archive) -> bytes:
    """The package's parts that are XML; Unreadable where one declares a document type."""
    names = {name for name in archive.names if name.lower().endswith((".xml", ".rels"))}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in sorted(names):
            data = archive.read(name)
            refuse(b"<!DOCTYPE", data)
            mended = _without_dead(archive, name, names) if name.endswith(".rels") else data
            package.writestr(name, mended)
    return file.getvalue()


def _without_dead(archive: Archive, name: str, names: set[str]) -> bytes:
    """The links that the member `name` holds, but for those to parts outside of `names`."""
    from lxml.etree import tostring

    links = archive.xml(name)
    folder = posixpath.dirname(posixpath.dirname(name))  # word/_rels/document.xml.rels -> word
    for link in list(links):
        if link.get("TargetMode") != "External" and _target(link, folder) not in names:
            links.remove(link)
    return tostring(links)


def _target(link: "_Element", folder: str) -> str:
    """The name of the member that a link leads to from `folder`."""
    return posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
