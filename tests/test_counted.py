"""Numbers that count what a question wants counted, and others."""

import pytest

from tests.asking import answer, library_of, refusal

CRANE = """\
# The crane

The crane breeds in the marsh of Norland and may live for 20 years. Of its 300 pairs, some stay.

The heron of Norland weighs two kilograms. The number of herons that nest there is 1250. Forty ringers came in 2003. The vaccine of Norland saved 6,000 lives there.

At the gate stands a shed for boats, which has room for twelve of them.

Of the dams on the river Nor, built over seventy years at the cost of the farmers there, Norland has 800 in use. The lock is one of fourteen.
After ten years Norland's shed in the marsh needs a roof.
"""


@pytest.mark.parametrize(
    ("question", "gives_no"),
    [
        ("How heavy is the crane that breeds in the marsh of Norland?", "weight"),
        ("How tall is the crane that breeds in the marsh of Norland?", "length"),
        ("How many ringers live in the marsh of Norland?", "number"),
        ("How many Norland roofs stand in the marsh?", "number"),
    ],
)
def test_a_number_of_another_thing_is_no_answer(question: str, gives_no: str) -> None:
    assert f"no {gives_no}" in refusal(library_of(CRANE), question).reason.text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How heavy is the heron of Norland?", "two kilograms"),
        ("How many pairs of cranes breed in Norland?", "300 pairs"),
        ("How many ringers came?", "Forty"),
        ("How many herons nest in Norland?", "is 1250"),
        ("How many boats has the shed at the gate room for?", "twelve of them"),
        ("How many dams has Norland built?", "800 in use"),
        ("How many people did the vaccine of Norland keep alive?", "6,000 lives"),
        ("How many locks are there in Norland?", "one of fourteen"),
    ],
)
def test_a_number_of_the_thing_is_one(question: str, number: str) -> None:
    assert number in answer(library_of(CRANE), question).quotes[0].quote.text


def test_a_number_within_a_cell_counts_what_stands_there() -> None:
    table = (
        "# Steps\n\n| Country | Steps by Norland | Ties |\n|---|---|---|\n"
        "| Suderia | calls by patrol boats | signed 13 agreements in the summer |\n"
        "| Esteria | 12 patrol boats given | none |\n"
    )
    library = library_of(table)
    assert "no number" in refusal(library, "How many patrol boats did Suderia get?").reason.text
    found = answer(library, "How many patrol boats did Esteria get?")
    assert "12 patrol boats" in found.quotes[0].quote.text


def test_a_number_in_a_cell_is_told_by_the_head_of_its_column() -> None:
    table = (
        "# Lights\n\n| Order | Focal length in mm |\n|---|---|\n| Tenth | 920 |\n| Sixth | 150 |\n"
    )
    found = answer(library_of(table), "What is the focal length of a light of the sixth order?")
    assert "150" in found.quotes[0].quote.text
