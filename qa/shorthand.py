"""What people write for short in a chat, written out: "y did they", "do u know abt it"."""

import re

_ASKING = r"(?:who|what|where|when|why|how|which)"
_HELPING = r"(?:do|does|did|can|could|will|would|should|are|were|have|if|when|what|that)"
_WRITTEN_OUT = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"^(\W*)y(?= (?:do|does|did|is|are|was|were|has|have|can|would|not)\b)", r"\1why"),
        (rf"\b({_HELPING}) u\b", r"\1 you"),
        (rf"\b({_ASKING}|you|they|we|there) r\b", r"\1 are"),
        (r"\br (u|they|we|there)\b", r"are \1"),
        (r"(?<![\w/])w/o\b ?", "without "),
        (r"(?<![\w/])w/ ?(?=\w)", "with "),
        (r"\b(?:wat|wut|wht)\b", "what"),
        (r"\b(who|what|where|how|when)s(?= )", r"\1 is"),
        (r"\babt\b", "about"),
        (r"\bppl\b", "people"),
        (r"\b(?:cuz|coz)\b", "because"),
        (r"\bthru\b", "through"),
        (r"\bgimme\b", "give me"),
        (r"\blemme\b", "let me"),
        (r"\bgonna\b", "going to"),
        (r"\bwanna\b", "want to"),
        (r"\bpl[sz]\b", "please"),
        (r"\bb4\b", "before"),
        (r"(?<=\w )rn\b", "right now"),
    )
)
"""In small letters alone: "R" and "U" may be names."""


def written_out(text: str) -> str:
    """`text` with what is written for short written out."""
    for pattern, meant in _WRITTEN_OUT:
        text = pattern.sub(meant, text)
    return text
