"""A quotation made by hand, and outcomes with all that could break a message of Slack's."""

from dataclasses import replace

from hypothesis import strategies as st

from index.articles import Article
from index.passages import Context
from index.spans import Span
from qa.answers import (
    Answer,
    Citation,
    CitedQuote,
    NoAnswer,
    Note,
    NoteCode,
    Outcome,
    Question,
    Quote,
    Reason,
    ReasonCode,
)

TEXT = "The memorandum was signed on 3 June 2025 in Tokyo."

QUESTION = Question("when?")

PLACE = Citation(
    number=1,
    article_id="a/pact.md",
    label="The Pact",
    title="The Pact",
    author="Ann Lee",
    date="2025-06-03",
    source="https://example.com/pact",
    section="The signing",
    paragraph=4,
)


def cited(text: str = TEXT, *marks: tuple[int, int], **known: object) -> CitedQuote:
    """A quotation of a whole text."""
    article = Article(id="a/pact.md", text=text)
    quote = CitedQuote(
        quote=Quote(article, Span(0, len(text))),
        citation=PLACE,
        passage_id="p1",
        highlights=tuple(Span(*mark) for mark in marks),
    )
    return replace(quote, **known)  # type: ignore[arg-type]  # fields of CitedQuote


HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=()), min_size=1, max_size=60),
    st.sampled_from(
        [
            "<!channel> <!here> <@U123> <#C123|x>",
            "&lt;!channel&gt; &amp;amp;",
            "<https://evil.example|click> bob@example.com www.example.com",
            '"' * 400,
            "\\" * 400,
            "<!" * 2_000,
            "\u202e" * 700,
            "wörter 日本語 👩‍👩‍👧 " * 120,
            "*_~`:x:" * 300,
            "| " * 200,
            "x" * 6_000,
        ]
    ),
).filter(str.strip)

MAYBE = st.none() | HOSTILE


@st.composite
def hostile_quotes(draw: st.DrawFn) -> CitedQuote:
    text = draw(HOSTILE)
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=40)))
    marks = list(zip(bounds[::2], bounds[1::2], strict=False))
    label = draw(HOSTILE)
    place = Citation(
        number=draw(st.integers(1, 9)),
        article_id=draw(HOSTILE),
        label=label,
        title=label,
        author=draw(MAYBE),
        date=draw(MAYBE),
        source=draw(MAYBE | st.just("https://x.org/" + "&" * 90)),
        section=draw(MAYBE),
        paragraph=draw(st.integers(1, 10**6)),
    )
    context = Context(lead_in=draw(MAYBE), header=draw(MAYBE))
    return cited(text, *marks, citation=place, context=context, also=(place,) * 5)


@st.composite
def hostile_outcomes(draw: st.DrawFn) -> Outcome:
    quotes = tuple(draw(st.lists(hostile_quotes(), min_size=1, max_size=9)))
    notes = tuple(Note(NoteCode.FILTER, draw(HOSTILE)) for _ in range(draw(st.integers(0, 6))))
    question = Question(draw(HOSTILE))
    if draw(st.booleans()):
        return Answer(question, quotes, notes=notes, differ=draw(st.booleans()))
    reason = Reason(draw(st.sampled_from(ReasonCode)), draw(HOSTILE))
    return NoAnswer(question, reason, closest=quotes, notes=notes)
