"""Names that a pronoun of the quotation may stand for."""

from index.analysis import Analyzer
from qa.answerer import Answerer, Looked
from qa.answers import Answer, NoAnswer, Question
from tests.asking import answer, library_of, outcome

TARGETS = """\
# Health

Minister Kennedel of Norland took office in March. The crowd was small.

Nobody had expected much of the office.

{} first target was food colouring, with a promise to phase out dyes made of petroleum by the end of 2026.

Salt comes later, and sugar last. Farmers are wary. The price of rice is unchanged.
"""
OTHER = "# Food\n\nKennedel likes rice. A promise is a promise. Petroleum burns.\n"
ASKED = "By when did Kennedel promise to phase out dyes made of petroleum?"


def test_a_name_above_may_be_meant_by_a_pronoun() -> None:
    found = answer(library_of(TARGETS.format("His"), OTHER), ASKED)
    assert "by the end of 2026" in found.quotes[0].quote.text


def test_without_a_pronoun_it_is_not() -> None:
    assert isinstance(outcome(library_of(TARGETS.format("The"), OTHER), ASKED), NoAnswer)


def test_only_names_are_meant() -> None:
    """Words begin sentences with a capital, too."""
    library = library_of(TARGETS.format("His"), OTHER)
    looked = Answerer(library).look(Question("Did Kennedel expect nobody to phase out petroleum?"))
    assert isinstance(looked, Looked)
    assert looked.ranked[0].sentence.text.startswith("His first target")
    assert looked.unsaid == {Analyzer().tokens("Kennedel")[0].stem}


def test_a_name_that_stands_nowhere_above_is_not_meant() -> None:
    asked = "By when did Moriyama promise to phase out dyes made of petroleum?"
    elsewhere = "# Ports\n\nMoriyama built a port.\n"
    found = outcome(library_of(TARGETS.format("His"), OTHER, elsewhere), asked)
    assert not isinstance(found, Answer)
