"""Equations of Word (OMML) and of OpenDocument (MathML) on one line, as they are typed.

A fraction becomes a/b, a power x² or e^(−x), an index x_1, a root √2: without signs for what the
page says by place, one half would be quoted as 12.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.readers.drafts import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = frozenset({"mi", "mn", "mo"})
_TEXTS = frozenset({"t", "mtext", "ms"})
_UNSEEN = frozenset({"annotation", "annotation-xml", "del", "moveFrom"})
_ROLES = {
    "mfrac": ("num", "den"), "msup": ("e", "sup"), "msub": ("e", "sub"),
    "msubsup": ("e", "sub", "sup"), "munder": ("e", "sub"), "munderover": ("e", "sub", "sup"),
    "mroot": ("e", "deg"),
}  # fmt: skip
"""What MathML says by the order of an element's children, in the names that OMML has for them."""

_FRACTIONS = frozenset({"f", "mfrac"})
_LOOSE = _FRACTIONS | frozenset("rad msqrt mroot sSub msub sSup msup sSubSup msubsup".split())
_BETWEEN = {"mr": ", ", "mtr": ", ", "m": "; ", "mtable": "; ", "eqArr": "; ", "oMathPara": "\n"}
_INVISIBLE = dict.fromkeys(range(0x2061, 0x2065))
_SIMPLE = re.compile(r"[^\W\d_]+|[0-9.,]+|.", re.DOTALL)
"""What can be raised, divided or put under a root without brackets around it."""


def equation(element: "_Element") -> str:
    """The words of an equation; a line break only where its lines are parted."""
    lines = _words(element).translate(_INVISIBLE).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


def _words(element: "_Element") -> str:
    name = _name(element)
    if name in _SIGNS:
        return (element.text or "").strip()
    if name in _TEXTS:
        return element.text or ""
    if name in _UNSEEN:
        return ""
    if name == "br":
        return "\n"
    parts = [(_role(element, at), _words(child)) for at, child in enumerate(element)]
    return _joined(element, [(role, words) for role, words in parts if words])


def _role(element: "_Element", at: int) -> str:
    """What the child at `at` is to `element`."""
    roles = _ROLES.get(_name(element))
    if roles is None:
        return _name(element[at])
    return roles[at] if at < len(roles) else ""


def _joined(element: "_Element", parts: Sequence[tuple[str, str]]) -> str:
    """The parts of `element`, each with its role, with the signs that stand for their places."""
    name = _name(element)
    words = [said for _, said in parts]
    if name in ("d", "mfenced"):
        return _fenced(element, words)
    if name in ("rad", "mroot", "msqrt"):
        return _root(parts)
    if name == "nary":
        return _with_limits(element, parts)
    if name in _FRACTIONS and not _has_bar(element):
        return _grouped(" ".join(words))
    if name == "eqArr":  # where an ampersand marks the place at which lines are aligned
        words = [said.replace("&", "") for said in words]
    if name in _BETWEEN:
        return _BETWEEN[name].join(words)
    accent = _property(element, "chr", "\u0302") if name == "acc" else ""
    return "".join(_spaced(parts)) + accent


def _spaced(parts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The parts in a row, with a space where two would be read as one: 2 1/2, x_1 2."""
    before, role_before = "", ""
    for role, words in parts:
        loose = role in _FRACTIONS or role_before in _LOOSE
        if loose and _ends_plainly(before) and words[0].isalnum():
            yield " "
        before, role_before = _placed(role, words), role
        yield before


def _ends_plainly(words: str) -> bool:
    """Whether a letter or a figure ends `words`, and no figure that is raised."""
    return words[-1:].isalpha() or words[-1:].isdecimal()


def _placed(role: str, words: str) -> str:
    """`words` with the sign that stands for their place."""
    if role == "sup":
        up = raised(words)
        return up if up != words else f"^{_grouped(words)}"
    if role in ("sub", "lim"):
        return f"_{_grouped(words)}"
    if role == "num":
        return _grouped(words)
    if role == "den":
        return f"/{_grouped(words)}"
    return f"{words} " if role == "fName" else words


def _grouped(words: str) -> str:
    return words if _SIMPLE.fullmatch(words) else f"({words})"


def _fenced(element: "_Element", words: Sequence[str]) -> str:
    opening = element.get("open", _property(element, "begChr", "("))
    closing = element.get("close", _property(element, "endChr", ")"))
    between = "|" if _name(element) == "d" else ", "
    return opening + _property(element, "sepChr", between).join(words) + closing


def _root(parts: Sequence[tuple[str, str]]) -> str:
    degree = "".join(words for role, words in parts if role == "deg")
    base = "".join(_spaced([part for part in parts if part[0] != "deg"]))
    return f"{raised(degree)}√{_grouped(base)}"


def _with_limits(element: "_Element", parts: Sequence[tuple[str, str]]) -> str:
    """A sum or an integral: its sign, its limits, and what it is taken over."""
    sign = _property(element, "chr", "∫")
    limits = "".join(_placed(*part) for part in parts if part[0] != "e")
    return " ".join([sign + limits, *(words for role, words in parts if role == "e")])


def _has_bar(element: "_Element") -> bool:
    return element.get("linethickness") != "0" and _property(element, "type", "bar") != "noBar"


def _property(element: "_Element", name: str, default: str) -> str:
    """What the properties of an OMML element say under `name`."""
    for properties in element:
        for said in properties if _name(properties).endswith("Pr") else ():
            if _name(said) == name:
                return next((str(v) for k, v in said.items() if str(k).endswith("val")), "")
    return default


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]
