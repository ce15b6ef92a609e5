"""What an evaluation counts as right, what it stores and draws, and the eval command."""

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from index.library import Library
from qa.answerer import Answerer
from qa.answers import Answer, CitedQuote, NoAnswer, Outcome, Question, Reason, ReasonCode
from qa.chat.evaluate import EvalOptions, run_eval
from qa.chat.shelf import Shelf
from qa.evaluation.cases import BadCases, Case, cases_of, of_split
from qa.evaluation.judging import Judgement, judged
from qa.evaluation.measures import RiskPoint
from qa.evaluation.plot import Curve, risk_coverage_svg
from qa.evaluation.report import report_rows
from qa.evaluation.runs import BadRun, Run, compared, run_json, run_of
from qa.evaluation.summary import summarised
from tests.outcomes import article_of, cited

TREATY = article_of(
    "The treaty was signed in\n1998 in Tokyo.\nRice is grown on terraces. It needs water.\n",
    name="treaty.md",
    title="The treaty",
)
COPY = article_of("They say the treaty was\tsigned in 1998.\n", name="copy.md", title="A copy")
LIBRARY = Library.of([COPY, TREATY])

SIGNED = cited(TREATY, "The treaty was signed in")
RICE = cited(TREATY, "Rice is grown on terraces.", number=2)
COPIED = cited(COPY, "They say the treaty was\tsigned in 1998.")
NO = Reason(ReasonCode.NOT_COVERED, "No.")


def case(*answers: str, **known: object) -> Case:
    """A case with what a test says about it."""
    return replace(Case("q", Question("When?"), answers), **known)  # type: ignore[arg-type]


def judgement(found: Case, *quotes: CitedQuote, confidence: float = 0.5) -> Judgement:
    """What is thought of an answer with these quotes; of a refusal, when there are none."""
    outcome: Outcome = NoAnswer(found.question, NO, closest=(RICE,), confidence=confidence)
    if quotes:
        outcome = Answer(found.question, quotes, confidence=confidence)
    return judged(found, outcome, LIBRARY, elapsed_ms=2.0)


@pytest.mark.parametrize(
    ("expected", "quotes", "rank"),
    [
        (case("treaty was signed"), (SIGNED,), 1),
        (case("treaty was signed"), (COPIED,), 1),
        (case("treaty WAS signed"), (SIGNED,), 0),
        (case("treaty was signed", article="treaty.md"), (COPIED, SIGNED), 2),
        (case("treaty was signed", article="copy.md"), (SIGNED,), 0),
        (
            case("treaty was signed", article="copy.md"),
            (replace(SIGNED, also=(COPIED.citation,)),),
            1,
        ),
        (case("Rice is", "rice"), (SIGNED, RICE), 2),
        (case("Rice"), (), 0),
    ],
    ids=[
        "in-the-first", "white-space-folded", "case-kept", "right-article-second",
        "wrong-article", "twin-in-the-right-article", "any-accepted", "refusal-quotes-nothing",
    ],
)  # fmt: skip
def test_the_rank_is_that_of_the_first_quote_that_holds_an_accepted_string(
    expected: Case, quotes: tuple[CitedQuote, ...], rank: int
) -> None:
    assert judgement(expected, *quotes).rank == rank


def test_the_paragraph_is_right_although_another_sentence_of_it_is_quoted() -> None:
    found = judgement(case("It needs water."), RICE)
    assert (found.paragraph, found.rank) == (True, 0)


def test_a_named_paragraph_counts_alone() -> None:
    """The same words in another paragraph are not what was asked for."""
    expected = case("Rice", article="treaty.md", paragraph=1)
    assert not judgement(expected, RICE).paragraph
    assert judgement(replace(expected, paragraph=RICE.citation.paragraph), RICE).paragraph


def test_covers_are_looked_for_in_all_shown_quotes() -> None:
    found = judgement(case("treaty", covers=("treaty", "terraces", "water")), SIGNED, RICE)
    assert (found.covered, found.covers) == (2, 3)


@pytest.mark.parametrize(
    ("quotes", "right"),
    [((), True), ((SIGNED,), True), ((RICE,), False)],
    ids=["refused", "contradicted", "answered"],
)
def test_a_false_premise_is_refused_or_contradicted(
    quotes: tuple[CitedQuote, ...], right: bool
) -> None:
    assert judgement(case("signed in", answerable=False), *quotes).right_at(1) is right


def test_a_quote_that_is_not_in_the_librarys_text_is_not_verbatim() -> None:
    other = article_of("The treaty was never signed.\n", name="treaty.md")
    found = judgement(case("treaty"), SIGNED, cited(other, "The treaty was never signed."))
    assert (found.checked, found.verbatim) == (2, 1)


def test_the_summary_counts_by_kind_and_sets_its_threshold_on_the_tuning_half() -> None:
    run = [
        judgement(case("treaty", kind="who", split="tune"), SIGNED, confidence=0.6),
        judgement(case("treaty", kind="who", split="report"), RICE, confidence=0.7),
        judgement(case("treaty", kind="who", split="report"), SIGNED, confidence=0.5),
        judgement(case(kind="none", split="report", answerable=False), confidence=0.2),
    ]
    found = summarised(run)
    who, none = found.kinds
    assert (who.questions, who.answered, who.right_at_1, who.paragraph_at_1) == (3, 3, 2, 2)
    assert (none.unanswerable, none.refused, none.right_at_1) == (1, 1, 1)
    assert (found.total.right_at_1, found.auroc) == (3, 1.0)
    assert found.operating is not None
    assert (found.operating.threshold, found.operating.measured_on) == (0.6, 3)
    assert (found.operating.risk, found.operating.answering) == (1.0, 0.5)
    assert found.operating.refusing == 1.0


def test_a_changed_expectation_is_left_out_of_a_comparison() -> None:
    before = [judgement(case("treaty", id=str(i)), SIGNED) for i in range(3)]
    now = [judgement(case("treaty", id="0"), RICE), judgement(case("other", id="1"), RICE)]
    change = compared(now, before, "old")
    assert (change.compared, change.apart) == (1, 2)
    assert [j.id for j in change.turned_wrong] == ["0"]


def test_a_stored_run_comes_back_as_it_was() -> None:
    run = Run((judgement(case("treaty"), SIGNED), judgement(case("treaty"))))
    assert run_of(run_json(run)) == run
    with pytest.raises(BadRun):
        run_of(run_json(replace(run, format=0)))


def drawn(svg: str) -> ElementTree.Element:
    """The root of a drawing of ours; a ParseError when it is not well-formed."""
    return ElementTree.fromstring(svg)  # noqa: S314  # it was made a line before


def test_the_plot_is_well_formed_whatever_a_run_is_called() -> None:
    points = [RiskPoint(0.9, 0.2, 0.0), RiskPoint(0.1, 0.8, 0.45)]
    root = drawn(risk_coverage_svg(Curve("now", points, points[0]), Curve("<a&b>", [])))
    assert any(
        "<a&b>" in (text.text or "") for text in root.iter("{http://www.w3.org/2000/svg}text")
    )
    lines = [p.get("d", "") for p in root.iter("{http://www.w3.org/2000/svg}path")]
    assert "M175.2 364.0L508.8 76.0" in lines  # risk 45 % below a top of 50 %


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"answers": ["a"]}', '"question" is missing'),
        ('{"question": "q"}', '"answerable": false'),
        ('{"question": "q", "answers": "a"}', '["one", "another"]'),
        ('{"question": "q", "answers": ["a"], "answerable": 1}', "neither true nor false"),
        ('{"question": "q", "answers": ["a"], "paragraph": 2}', "Name the article"),
        ('{"question": "\\ud800", "answers": ["a"]}', "UTF-8"),
        ('{"question": "first", "answers": ["a"]}', "asked on line 1 already"),
    ],
)
def test_a_bad_line_is_named_with_its_remedy(line: str, said: str) -> None:
    good = '{"question": "first", "answers": ["a"]}\n\n'
    with pytest.raises(BadCases, match="line 3: ") as caught:
        cases_of(f"{good}{line}\n".encode())
    assert said in str(caught.value)


def test_an_unknown_split_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadCases, match="'tune'"):
        of_split((case("a", split="tune"),), "report")


QUESTIONS: list[dict[str, object]] = [
    {
        "id": "when",
        "question": "When do they say the treaty was signed?",
        "answers": ["1998"],
        "kind": "when",
    },
    {"question": "Who won the cup?", "answerable": False},
]


class Terminal(io.StringIO):
    """A stream that someone watches."""

    def isatty(self) -> bool:
        """Always."""
        return True


def asked(folder: Path, *lines: object, **options: object) -> tuple[int, str, str]:
    """Runs the command over `lines` in a folder; its status and what it printed."""
    file = folder / "questions.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    answerer = Answerer(LIBRARY)
    shelf = Shelf(folder, LIBRARY, answerer.answer, answerer.vocabulary)
    out, err = io.StringIO(), io.StringIO()
    given = replace(EvalOptions(file, folder / "runs"), **options)  # type: ignore[arg-type]
    status = run_eval(given, lambda: shelf, out, err)
    return status, out.getvalue(), err.getvalue()


def test_the_command_prints_a_row_a_kind_and_nothing_on_stderr(tmp_path: Path) -> None:
    status, out, err = asked(tmp_path, *QUESTIONS)
    assert (status, err) == (0, "")
    rows = [line.split() for line in out.splitlines()]
    assert ["when", "1", "100.0", "%", "100.0", "%", "100.0", "%", "100.0", "%", "-", "-"] in rows
    assert "verbatim 100.0 %" in out


def test_the_same_as_one_json_object(tmp_path: Path) -> None:
    _, out, _ = asked(tmp_path, *QUESTIONS, json=True)
    record = json.loads(out)
    assert record["total"]["questions"] == 2
    assert [result["id"] for result in record["results"]] == ["when", "Who won the cup?"]
    assert record["comparison"] is None


def test_a_run_that_is_worse_beyond_noise_ends_with_one(tmp_path: Path) -> None:
    """Six questions that were right are refused now: two-sided p = 1/32."""
    question = "When do they say the treaty was signed?"
    lines = [{"id": i, "question": question, "answers": ["1998"]} for i in range(6)]
    status, _, _ = asked(tmp_path, *lines, save="good")
    assert status == 0
    stored = tmp_path / "runs" / "good.json"
    worse = stored_with(stored, answered=False, rank=0)
    (tmp_path / "bad.json").write_bytes(worse)
    assert asked(tmp_path, *lines, against=str(tmp_path / "bad.json"))[0] == 0
    assert "Turned right: 6" in asked(tmp_path, *lines, against=str(tmp_path / "bad.json"))[1]
    now, before = run_of(worse).judgements, run_of(stored.read_bytes()).judgements
    change = compared(now, before, "good")
    assert change.worse
    assert report_rows(summarised(now), change)[-1] == "Worse, beyond noise."


def stored_with(stored: Path, **changed: object) -> bytes:
    """A stored run with something changed in every judgement."""
    judgements = run_of(stored.read_bytes()).judgements
    return run_json(Run(tuple(replace(j, **changed) for j in judgements)))  # type: ignore[arg-type]


def test_a_plot_is_written_beside_an_earlier_run(tmp_path: Path) -> None:
    asked(tmp_path, *QUESTIONS, save="old")
    plot = tmp_path / "out" / "risk.svg"
    assert asked(tmp_path, *QUESTIONS, against="old", plot=plot)[0] == 0
    assert drawn(plot.read_text()).tag.endswith("svg")
    assert [p.name for p in plot.parent.iterdir()] == ["risk.svg"]


@pytest.mark.parametrize(
    ("lines", "options", "said"),
    [
        ([], {}, "holds no questions"),
        (QUESTIONS, {"file": Path("/no/such/file")}, "/no/such/file cannot be read"),
        (QUESTIONS, {"against": "old"}, "no run 'old' is stored"),
        (QUESTIONS, {"split": "tune"}, "the file names no split"),
        ([QUESTIONS[0] | {"article": "treati.md"}], {}, "line 1: no article 'treati.md'"),
        (QUESTIONS, {"plot": Path("/dev/null/x.svg")}, "cannot be written"),
    ],
    ids=["empty", "no-file", "no-run", "no-split", "no-article", "no-place"],
)
def test_what_cannot_be_used_ends_with_two_and_a_sentence(
    tmp_path: Path, lines: Sequence[object], options: dict[str, object], said: str
) -> None:
    status, _, err = asked(tmp_path, *lines, **options)
    assert status == 2
    assert said in err
    assert len(err.splitlines()) == 1


def test_what_cannot_be_stored_is_shown_all_the_same(tmp_path: Path) -> None:
    status, out, _ = asked(tmp_path, *QUESTIONS, save="/dev/null/run", json=True)
    assert (status, json.loads(out)["total"]["questions"]) == (2, 2)


def test_an_accepted_string_that_no_article_holds_is_named(tmp_path: Path) -> None:
    _, _, err = asked(tmp_path, {"id": "q7", "question": "Who?", "answers": ["no such words"]})
    assert "no article holds what is accepted for q7" in err


def test_progress_is_shown_to_a_terminal_and_wiped(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in QUESTIONS), encoding="utf-8")
    answerer, err = Answerer(LIBRARY), Terminal()
    shelf = Shelf(tmp_path, LIBRARY, answerer.answer, answerer.vocabulary)
    run_eval(EvalOptions(file, tmp_path), lambda: shelf, io.StringIO(), err)
    assert "1 of 2 questions" in err.getvalue()
    assert err.getvalue().endswith("\r\x1b[K")
