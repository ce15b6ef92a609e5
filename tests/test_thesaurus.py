"""The thesaurus as it is looked up, the walk that tells how near words are, and the tables."""

import re
from collections import Counter
from pathlib import Path

import pytest

from bench.thesaurus import SAME, STEP, TABLES, Graph, Walk, digest, lines, nearest
from index.analysis import Analyzer
from qa.questions import NEAR
from qa.thesaurus import FILE, Phrase, Thesaurus

ANALYZER = Analyzer()
HELD = FILE.read_text(encoding="utf-8").splitlines()


def graph_of(folder: Path, **tables: str) -> Graph:
    """The graph of tables with these names, their lines parted by bars."""
    graph = Graph(ANALYZER)
    for name, text in tables.items():
        table = folder / f"{name}.txt"
        table.write_text(text.replace("|", "\n"), encoding="utf-8")
        graph.read(table)
    graph.tie_parts()
    return graph


def near(graph: Graph, *phrase: str) -> dict[Phrase, int]:
    """What is near the phrase, in hundredths of what it counts itself."""
    (found,) = nearest(graph, Walk(graph.ties, len(graph.phrases)), [phrase])
    return {one.phrase: one.counts for one in found}


@pytest.mark.parametrize("line", [HELD[1], *HELD[2:-1:997], HELD[-1]], ids=lambda line: line[:12])
def test_each_line_is_found_with_all_it_holds(line: str) -> None:
    phrase, _, groups = line.partition("\t")
    found = Thesaurus().others(tuple(phrase.split(" ")))
    held = re.sub(r"(?:^|;)\d+ ", ",", groups).strip(",").split(",")
    assert [" ".join(other) for other in found] == held
    assert all(0 < counts <= 1 for counts in found.values())


@pytest.mark.parametrize(
    "phrase", [("zzz",), ("a",), ("",), ("0",), ("unit", "zzz"), ("\uffff",), ("# made",)], ids=repr
)
def test_what_it_does_not_hold_stands_for_nothing(phrase: Phrase) -> None:
    assert Thesaurus().others(phrase) == {}


def test_the_file_is_made_of_these_tables() -> None:
    """Fails when a table was changed and `python -m bench.thesaurus` was not run."""
    assert HELD[0].endswith(digest())
    assert HELD[1:] == sorted(HELD[1:])


def test_a_tie_is_as_near_as_can_be_and_one_of_many_is_less() -> None:
    thesaurus = Thesaurus()
    assert thesaurus.others(("us",))["unit", "state"] == SAME
    assert thesaurus.others(("vehicl",))["lorri",] <= NEAR
    assert thesaurus.others(("heavi",))["weigh",] > thesaurus.others(("heavi",))["big",]


def test_words_that_share_neighbours_are_near_though_no_line_ties_them(tmp_path: Path) -> None:
    others = "|".join(f"w{chr(97 + i)}x, w{chr(97 + i)}y" for i in range(20))
    graph = graph_of(tmp_path, verbs=f"lorry, truck|truck, van|van, cart|{others}")
    found = near(graph, "lorri")
    assert found["truck",] >= found["van",] > 0
    assert ("wax",) not in found


def test_a_word_that_every_line_holds_is_near_to_none(tmp_path: Path) -> None:
    rare = "|".join(f"w{chr(97 + i)}x, w{chr(97 + i)}y, thing" for i in range(20))
    found = near(graph_of(tmp_path, verbs=rare), "wax")
    assert found["way",] > found.get(("thing",), 0) + STEP


def test_what_is_close_is_nearer_than_what_is_loose(tmp_path: Path) -> None:
    others = "|".join(f"w{chr(97 + i)}x: w{chr(97 + i)}y; w{chr(97 + i)}z" for i in range(20))
    graph = graph_of(tmp_path, words=f"lorry: truck; freight|{others}")
    assert near(graph, "lorri")["truck",] >= near(graph, "lorri")["freight",] > 0


def test_what_is_the_same_is_taken_as_it_stands(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, same="lorry, truck", places="norway: norwegian; oslo")
    held = dict(line.rstrip().split("\t") for line in lines(graph))
    assert held["lorri"].startswith("90 truck")
    assert held["norway"] == "90 norwegian;60 oslo"


def test_a_part_may_stand_for_the_whole_and_not_the_other_way_round(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, same="lorry, truck", within="canada, canadian: alberta, nova scotia")
    held = dict(line.rstrip().split("\t") for line in lines(graph))
    assert held["canada"] == held["canadian"] == "52 alberta,nova scotia"
    assert "alberta" not in held


_PHRASE = r"[a-z0-9'&-]+(?: [a-z0-9'&-]+){0,7}"
_PHRASES = rf"{_PHRASE}(?:, {_PHRASE})*"
_WELL_FORMED = re.compile(
    rf"{_PHRASE}, {_PHRASES}|{_PHRASE} > {_PHRASES}|{_PHRASE}: (?:{_PHRASES})?(?:; {_PHRASES})?"
    rf"|{_PHRASES}: {_PHRASES}"
)


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_tables_are_plain_lines_each_said_once(path: Path) -> None:
    listed = path.read_text(encoding="ascii").splitlines()
    assert [line for line in listed if not _WELL_FORMED.fullmatch(line)] == []
    heads = [line.partition(":")[0] for line in listed]
    assert [head for head, times in Counter(heads).items() if times > 1] == []
