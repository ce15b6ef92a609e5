"""What could answer a typed question: a table of sentences for each kind, and the patterns' cost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.typed import AnswerType, cell_figures, typed_spans

ROOT = Path(__file__).parent.parent
SECONDS = 60
"""What one module's patterns may take; they need a few, a quadratic one needs many minutes."""


def found(kind: AnswerType, sentence: str) -> list[str]:
    return [span.of(sentence) for span in typed_spans(sentence, kind)]


def case(kind: AnswerType, sentence: str, *expected: str) -> object:
    return pytest.param(kind, sentence, list(expected), id=f"{kind}: {sentence}")


DATE, NUMBER, MONEY = AnswerType.DATE, AnswerType.NUMBER, AnswerType.MONEY
PERCENT, DURATION, PERSON = AnswerType.PERCENT, AnswerType.DURATION, AnswerType.PERSON
PLACE, NAME = AnswerType.PLACE, AnswerType.NAME
LENGTH, WEIGHT, SPEED = AnswerType.LENGTH, AnswerType.WEIGHT, AnswerType.SPEED
TEMPERATURE, AGE = AnswerType.TEMPERATURE, AnswerType.AGE
FREQUENCY = AnswerType.FREQUENCY

WHAT_ANSWERS = (
    case(DATE, "It was signed on 12 December 2024.", "12 December 2024"),
    case(DATE, "It was signed on December 12, 2024, in Tokyo.", "December 12, 2024"),
    case(DATE, "It was signed in December 2024.", "December 2024"),
    case(DATE, "It was signed in December of 2024.", "December of 2024"),
    case(DATE, "It was signed on Dec. 5 or Sept. 2025.", "Dec. 5", "Sept. 2025"),
    case(DATE, "It was signed on the 3rd of May.", "3rd of May"),
    case(DATE, "It was signed in May and it may end last June.", "May", "last June"),
    case(DATE, "It was signed on 2024-12-03.", "2024-12-03"),
    case(DATE, "It was signed on 12/05/2024.", "12/05/2024"),
    case(DATE, "Ties began in 1998 and grew from 2001 to 2004.", "1998", "2001", "2004"),
    case(DATE, "They ruled in 1639–1854.", "1639–1854"),
    case(DATE, "It was common in the 1980s.", "1980s"),
    case(DATE, "It began in the summer of 1998.", "summer of 1998"),
    case(DATE, "It began in the 12th century.", "12th century"),
    case(DATE, "A nineteenth-century treaty.", "nineteenth-century"),
    case(DATE, "It fell in 300 BC.", "300 BC"),
    case(DATE, "They met on Monday.", "Monday"),
    case(DATE, "They met three years ago.", "three years ago"),
    case(DATE, "It cost $2000 or 1998.5 units, 2,000 men."),
    case(DATE, "It grew by 2000%."),
    case(NUMBER, "It has 1,000 soldiers and 3.5 million people.", "1,000", "3.5 million"),
    case(NUMBER, "It has twenty-one islands, five hundred ships.", "twenty-one", "five hundred"),
    case(NUMBER, "There were 5, then 6.", "5", "6"),
    case(NUMBER, "In 1998 it had 12 ships.", "12"),
    case(NUMBER, "The F-16 came on the 1st day of COVID-19."),
    case(NUMBER, "The number of jets is 1250, and in 1998 there were nearly 1100.", "1250", "1100"),
    case(MONEY, "It cost $1.8 billion.", "$1.8 billion"),
    case(
        NUMBER,
        "It made numerous calls, a few jokes and scores of friends.",
        "numerous",
        "a few",
        "scores of",
    ),
    case(MONEY, "It cost US$5m, €500 or £3,000.50.", "US$5m", "€500", "£3,000.50"),
    case(MONEY, "It cost 1.5 trillion yen.", "1.5 trillion yen"),
    case(MONEY, "It cost 6 million Lira.", "6 million Lira"),
    case(DATE, "After the Second World War it grew.", "After the Second World War"),
    case(DURATION, "It has been so since the mid-14th century.", "since the mid-14th century"),
    case(DURATION, "It has been so since the Treaty of 1957.", "since the Treaty of 1957"),
    case(DURATION, "Their ties date back to 1979.", "date back to 1979"),
    case(DURATION, "They date it to 1979."),
    case(DURATION, "It has been so for thousands of years.", "thousands of years"),
    case(DURATION, "It ran from 1870 on.", "from 1870"),
    case(MONEY, "A slip costs about 10-16 points.", "10-16 points"),
    case(MONEY, "It cost 500 Swiss francs.", "500 Swiss francs"),
    case(MONEY, "It cost five million dollars.", "five million dollars"),
    case(MONEY, "It cost two billion Australian dollars.", "two billion Australian dollars"),
    case(MONEY, "It cost Rs. 500 crore, or INR 20.", "Rs. 500 crore", "INR 20"),
    case(
        MONEY,
        "A 500-million-dollar loan of 20 billion won.",
        "500-million-dollar",
        "20 billion won",
    ),
    case(MONEY, "Of 10 runners 5 won and 3 left."),
    case(MONEY, "Revenue | 2,318 | 2,225"),
    case(
        PERCENT,
        "It grew by 8%, then 3.5 percent, then 4 per cent.",
        "8%",
        "3.5 percent",
        "4 per cent",
    ),
    case(PERCENT, "It grew by 2 percentage points.", "2 percentage points"),
    case(
        PERCENT,
        "It holds eight percent, two-thirds and a fifth.",
        "eight percent",
        "two-thirds",
        "a fifth",
    ),
    case(PERCENT, "It has 8 percentiles and 5 persons."),
    case(DURATION, "It lasted five years and 10 days.", "five years", "10 days"),
    case(
        DURATION, "The three-year plan took twenty-five years.", "three-year", "twenty-five years"
    ),
    case(DURATION, "It lasts 2–3 weeks or half an hour.", "2–3 weeks", "half an hour"),
    case(DURATION, "It lasted a decade, then many months.", "a decade", "many months"),
    case(DURATION, "It has five yearlings."),
    case(LENGTH, "It is 193.3 km long and 12 to 15 metres deep.", "193.3 km", "15 metres"),
    case(LENGTH, "Half a mile on stands an 8-foot wall.", "Half a mile", "8-foot"),
    case(LENGTH, "It took 12 minutes and cost 5 million."),
    case(WEIGHT, "It weighs six kilograms, or 13 lb.", "six kilograms", "13 lb"),
    case(WEIGHT, "It has 12 gates and 40 tonsils."),
    case(
        SPEED,
        "It ran at 210 kilometres an hour, not 300 km/h.",
        "210 kilometres an hour",
        "300 km/h",
    ),
    case(SPEED, "It ran 210 kilometres."),
    case(
        TEMPERATURE,
        "It fell to minus 56 degrees Celsius, or −69 °F.",
        "56 degrees Celsius",
        "69 °F",
    ),
    case(TEMPERATURE, "It lies at 56 metres."),
    case(AGE, "Ito, 58, joined at seventeen.", "58", "at seventeen"),
    case(
        AGE, "The bridge was built in 1857 and is 150 years old.", "built in 1857", "150 years old"
    ),
    case(AGE, "Ito was only 25 when he left; there were 30 then.", "was only 25"),
    case(AGE, "Their ties go back to 1979.", "go back to 1979"),
    case(
        AGE,
        "Boosters go to people 65 and older, not to the under-12s.",
        "65 and older",
        "under-12s",
    ),
    case(AGE, "Of 12 bridges 3 remain."),
    case(
        FREQUENCY,
        "It sails every two weeks, twice a year, monthly and in its third year 40 times.",
        "every two weeks",
        "twice a year",
        "monthly",
        "40 times",
    ),
    case(FREQUENCY, "It sails on Friday, for the third year."),
    case(DATE, "At 01:58 it failed, at 4 pm and at two o'clock.", "01:58", "4 pm", "two o'clock"),
    case(DATE, "The ratio was 3:2, at version 1.58.3."),
    case(DATE, "It cost $1.50 million at 9.30 p.m., after 00:43.", "9.30 p.m", "00:43"),
    case(DATE, "It began in 911 as a fief, and in 120 towns.", "911"),
    case(PERSON, "Prime Minister Shigeru Ishiba left.", "Prime Minister Shigeru Ishiba"),
    case(PERSON, "Dr. Anika Sharma, a fellow, spoke.", "Dr. Anika Sharma"),
    case(PERSON, "J. R. R. Tolkien wrote it.", "J. R. R. Tolkien"),
    case(PERSON, "“We agree,” Modi said.", "Modi"),
    case(PERSON, "“We agree,” said Modi.", "Modi"),
    case(PERSON, "Narendra Modi’s plan failed.", "Narendra Modi"),
    case(PERSON, "When Narendra Modi came, Tokyo waited.", "Narendra Modi"),
    case(PERSON, "The United States and the South China Sea matter to Bhutan."),
    case(PERSON, "It flew from New Delhi to the University of Tokyo."),
    case(PERSON, "It was made by the Serum Institute of India.", "Serum Institute of India"),
    case(PERSON, "Bhutan and Japan met, and the Nobel Prize went to Sri Lanka."),
    case(PERSON, "The treaty of Banting and Macleod failed.", "Banting and Macleod"),
    case(PERSON, "The fights of Algeria and Osama bin Laden.", "Algeria and Osama bin Laden"),
    case(PERSON, "Once Frederick II of Prussia came.", "Frederick II of Prussia"),
    case(
        PERSON,
        "He met Hassan al-Turabi and his brother Harthacnut.",
        "Hassan al-Turabi",
        "Harthacnut",
    ),
    case(PERSON, "Then the VVMs of the Bank of Norland said nothing."),
    case(PERSON, "It was signed by Japan and seen by May.", "Japan"),
    case(PLACE, "It was signed in Tokyo.", "Tokyo"),
    case(PLACE, "Ships sail across the Indian Ocean to Sri Lanka.", "Indian Ocean", "Sri Lanka"),
    case(PLACE, "It lies in northern Japan.", "northern Japan"),
    case(PLACE, "She studied at the University of Tokyo.", "University of Tokyo"),
    case(PLACE, "It stands on Plymouth Hoe since Sunday.", "Plymouth Hoe"),
    case(PLACE, "On Friday it rested on oak."),
    case(
        PLACE,
        "A road on the disputed Doklam plateau leads to a flour mill.",
        "disputed Doklam plateau",
        "flour mill",
    ),
    case(PLACE, "It was signed in December, at noon, in 1998."),
    case(NAME, "The Quad met in Tokyo in May 2024.", "Quad", "Tokyo"),
    case(NAME, "He calls it the Free and Open Indo-Pacific.", "Free and Open Indo-Pacific"),
    case(NAME, "They met there."),
    case(NAME, "However, it met."),
    case(NAME, "“Rapidly, it grew.”"),
    case(NAME, "Others met the Quad, and Trevithick left.", "Quad", "Trevithick"),
    case(
        NAME,
        "A process called antigen presentation is known as a relay.",
        "antigen presentation",
        "relay",
    ),
)

WHAT_POINTS = (
    (AnswerType.REASON, "It failed because Japan left.", "It failed."),
    (AnswerType.MANNER, "It grew by building roads.", "It grew."),
    (AnswerType.DEFINITION, "The Quad is a forum of four states.", "The Quad met."),
    (AnswerType.EXPANSION, "The Free and Open Indo-Pacific (FOIP) grew.", "The Indo-Pacific grew."),
    (AnswerType.EXPANSION, "The TEU, or twenty-foot unit, counts.", "The TEU counts."),
    (AnswerType.EXPANSION, "The very-high-speed Network Service (vBNS) grew.", "The vBNS grew."),
    (
        AnswerType.EXPANSION,
        "It joined the FIS or Front of Salvation.",
        "It joined the FIS or left.",
    ),
    (AnswerType.EXPANSION, "A twenty-foot equivalent unit, or TEU, counts.", "A unit counts."),
    (AnswerType.SAID, "Japan has voiced doubts.", "Japan has doubts."),
    (AnswerType.SAID, "Japan saw the pact as a threat.", "Japan saw the ship."),
    (AnswerType.LIST, "It holds Japan, India, Bhutan and Nepal.", "It holds Japan."),
)


@pytest.mark.parametrize(("kind", "sentence", "expected"), WHAT_ANSWERS)
def test_the_span_that_answers_is_found(
    kind: AnswerType, sentence: str, expected: list[str]
) -> None:
    assert found(kind, sentence) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Revenue | 2,318 | 2,225", ["2,318", "2,225"]),
        ("2023 | Radar completed | 40", ["40"]),
        ("1998 | Treaty signed", []),
        ("It cost 2,318 in all.", []),
    ],
)
def test_a_figure_that_fills_a_cell_may_be_a_sum_and_a_year_is_none(
    row: str, expected: list[str]
) -> None:
    assert [span.of(row) for span in cell_figures(row)] == expected


@pytest.mark.parametrize(("kind", "cued", "plain"), WHAT_POINTS, ids=[k for k, _, _ in WHAT_POINTS])
def test_cue_words_point_to_an_answer(kind: AnswerType, cued: str, plain: str) -> None:
    assert found(kind, cued)
    assert not found(kind, plain)


@pytest.mark.parametrize("kind", [AnswerType.OTHER, AnswerType.SAID])
def test_an_untyped_question_has_no_spans(kind: AnswerType) -> None:
    assert found(kind, "In 1998 Narendra Modi paid $5 in Tokyo, 3% more, for five years.") == []


@settings(deadline=None)
@given(
    st.text() | st.text(alphabet="A aJune1,.5%-–’'&of$(\n"),
    st.sampled_from(AnswerType),
)
def test_spans_are_in_order_disjoint_and_inside(sentence: str, kind: AnswerType) -> None:
    spans = typed_spans(sentence, kind)
    borders = [0, *(place for span in spans for place in (span.start, span.end)), len(sentence)]
    assert borders == sorted(borders)


# Every compiled pattern of ours, run on long texts of shapes that make careless patterns slow.


def modules_with_patterns() -> list[str]:
    files = sorted(path for root in ("index", "qa") for path in (ROOT / root).rglob("*.py"))
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in files
        if "import re\n" in path.read_text(encoding="utf-8")
    ]


@pytest.mark.slow
@pytest.mark.parametrize("module", modules_with_patterns())
def test_every_pattern_is_linear(module: str) -> None:
    """Slow because every pattern reads 2.5 million characters, each module's in its own process:
    a pattern that hangs fails its test and does not hang the run."""
    command = [sys.executable, str(ROOT / "tests" / "hostile_patterns.py"), module]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        ended = subprocess.run(
            command, timeout=SECONDS, capture_output=True, text=True, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        printed = error.stdout.decode() if isinstance(error.stdout, bytes) else ""
        pytest.fail(f"{module} took over {SECONDS} s at: {printed.strip().splitlines()[-1:]}")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines()[-1].startswith("linear:"), ended.stdout
