"""Signs that Word stores as a place in a font of signs, not as a character."""

UNKNOWN = "\ufffd"
"""Stands where a sign was printed that no character is known for."""

_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼\ufffd" + "\ufffd" * 32 + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\ufffd"
)
"""The font Symbol from 0x20 on, after Unicode's table VENDORS/ADOBE/symbol.txt."""

_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x9F: "•", 0xA7: "▪",
    0xA8: "◻", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⬄",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
"""Of the font Wingdings what stands in sentences: faces, bullets, arrows and boxes to tick."""


def symbol(font: str, code: str) -> str:
    """The character at a hexadecimal `code` of `font`; UNKNOWN where there is none to be told."""
    try:
        at = int(code, 16)
    except ValueError:
        return UNKNOWN
    place = at - 0xF000 if at >= 0xF000 else at  # fonts of signs begin at U+F000
    if font.lower() == "symbol":
        return _SYMBOL[place - 0x20] if 0x20 <= place <= 0xFF else UNKNOWN
    if font.lower() == "wingdings":
        return _WINGDINGS.get(place, UNKNOWN)
    return chr(at) if at < 0x110000 and chr(at).isprintable() else UNKNOWN
