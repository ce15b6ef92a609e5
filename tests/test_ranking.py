"""The second look: what is seen of a sentence, and which of two sentences comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analyzer
from index.engine import Field
from qa.answerer import Answerer, Looked
from qa.answers import Question, Reason
from qa.features import Features
from qa.questions import NEAR, Alternative, Asked, Wanted, asked
from qa.ranking import Candidate, score_of, terms_of
from qa.shares import GIVEN
from qa.stretches import MOST_SENTENCES
from qa.typed import AnswerType
from qa.weighing import weighing
from tests.asking import library_of, seeds

ANALYZER = Analyzer()


def look(question: str, *texts: str, history: tuple[str, ...] = ()) -> Looked:
    """What is seen of a question to some articles."""
    looked = Answerer(library_of(*texts)).look(Question(question, history))
    assert not isinstance(looked, Reason)
    return looked


def sentence(looked: Looked, words: str) -> Candidate:
    """The candidate that holds some words."""
    return next(c for c in looked.ranked if words in c.sentence.text)


def order(question: str, *texts: str) -> list[str]:
    """All candidate sentences, best first."""
    return [candidate.sentence.text for candidate in look(question, *texts).ranked]


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("When was the treaty signed?", "The treaty was signed in 1998.", "The treaty is long."),
        ("When was it signed?", "It was signed in 1998.", "It was signed by Norland."),
        (
            "Is the treaty good for trade?",
            "The treaty is good for trade.",
            "Is the treaty good for trade?",
        ),
        ("How heavy is the bell?", "The bell weighs 40 kg.", "The bell has 40 rings."),
        ("Who signed the treaty?", "Ada Ito signed the treaty.", "The treaty was signed in 1998."),
        ("How many ships came?", "Twelve ships came.", "Ships came."),
        ("What did Ada Ito say?", "Ada Ito said no.", "Bo Tanaka said no."),
        (
            "harbour treaty",
            "The harbour treaty holds today.",
            "The harbour of today holds a treaty.",
        ),
    ],
)
def test_one_sentence_answers_better_than_another(question: str, better: str, worse: str) -> None:
    """In either order, as two articles and as one."""
    for texts in ((better, worse), (worse, better), (f"{better} {worse}",), (f"{worse} {better}",)):
        assert order(question, *texts)[0] == better


def test_a_definition_comes_before_another_passage_with_the_word() -> None:
    texts = ("A pilot saw many old ships.", "A pilot is a guide of ships.")
    assert order("What is a pilot?", *texts)[0] == texts[1]


def test_every_feature_counts_with_its_own_weight() -> None:
    weights = Features(*map(float, range(1, len(Features._fields) + 1)))
    for i, name in enumerate(Features._fields):
        unit = Features(**{other: float(other == name) for other in Features._fields})
        assert score_of(unit, weights) == i + 1


QUESTIONS = [
    "When was the memorandum signed?",
    "Who is Dr. Hiroshi Ito?",
    "What are the three reasons for Japan's interest in Bhutan?",
    "What did Agarwal say about Asean?",
    "radar",
    "defence of the USA",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_features_are_finite_and_none_is_large(question: str) -> None:
    looked = Answerer(seeds()).look(Question(question))
    assert isinstance(looked, Looked)
    for candidate in looked.ranked:
        for name, value in candidate.features._asdict().items():
            assert 0 <= value < 10, name


def test_candidates_come_best_first() -> None:
    ranked = look("treaty signed", "The treaty. It was signed. Rice.").ranked
    rivals = [c for c in ranked if c.chance >= max(o.chance for o in ranked) / MOST_SENTENCES]
    others = [c.score for c in ranked[len(rivals) :]]
    assert ranked[: len(rivals)] == sorted(rivals, key=lambda c: -c.worth)
    assert others == sorted(others, reverse=True)


def test_words_of_the_context_are_seen() -> None:
    text = "# The harbour treaty\n\n## Norland\n\nIt was painted in 1998.\n"
    features = sentence(look("When did Norland paint the harbour treaty?", text), "1998").features
    assert 0 < features.context < 1
    assert features.context + features.window == pytest.approx(1)
    assert features.whole == pytest.approx(1)


def test_a_span_that_the_question_brings_itself_does_not_answer_it() -> None:
    text = "In 1998 the treaty was signed. In 2003 it was renewed."
    looked = look("When was the treaty of 1998 renewed?", text)
    assert sentence(looked, "In 1998").features.typed == 0
    assert sentence(looked, "In 2003").features.typed == 1


def test_a_name_of_the_question_in_other_words_between_does_not_answer_who() -> None:
    text = "The Tower of Norland was built early. Ada Ito drew the Tower of Norland."
    looked = look("Who was the builder of the Norland Tower?", text)
    assert sentence(looked, "built early").features.typed == 0
    assert sentence(looked, "Ada Ito").features.typed == 1


def test_a_cell_holds_a_duration_where_its_header_speaks_of_days() -> None:
    table = "| Bee | Days from egg to flight |\n| --- | --- |\n| Queen | 16 |\n| Drone | 24 |\n"
    looked = look("How long does a drone take until its flight?", f"# Bees\n\n{table}")
    assert sentence(looked, "Drone").features.typed == 1


def test_a_sentence_that_is_all_about_it_is_denser_than_one_that_names_it() -> None:
    plain = "The treaty was signed in 1998."
    long = "The treaty, like bread and games and kings and ships, was signed in 1998 at a harbour."
    looked = look("When was the treaty signed?", plain, long)
    assert sentence(looked, plain).features.dense > sentence(looked, "bread").features.dense > 0


def test_what_stands_before_behind_or_earlier_counts_for_a_sentence() -> None:
    text = "The lighthouse is tall. It was painted in 1998. Kings wear crowns. Rice is grown."
    looked = look("When was the lighthouse painted?", text)
    it, kings, rice = (sentence(looked, head).features for head in ("It was", "Kings", "Rice"))
    assert it.before == it.so_far == pytest.approx(1)
    assert 0 < it.after < 1
    assert 0 < kings.before < 1
    assert (kings.after, rice.window) == (0, 0)
    assert kings.so_far == pytest.approx(1)


def test_what_the_passages_of_an_article_hold_together_counts_for_each() -> None:
    about = "The treaty covers trade.\n\nFish is sold under the treaty."
    looked = look("Which treaty is about fish trade?", about, "A treaty on trade is named.")
    assert sentence(looked, "covers").features.article == pytest.approx(1)
    assert 0 < sentence(looked, "named").features.article < 1


def test_a_sentence_that_asks_is_seen_as_one() -> None:
    looked = look("Is rice grown?", "Is rice grown? It is grown. “Rice?” he said.")
    assert [sentence(looked, words).features.asks for words in ("Is rice", "It is", "said")] == [
        1,
        0,
        0,
    ]


def test_an_item_counts_where_several_things_are_asked_for() -> None:
    text = "Three fish are sold:\n\n- cod is a fish\n- herring is a fish\n\nA fish is sold."
    looked = look("What are the fish that are sold?", text)
    assert sentence(looked, "cod").features.item == 1
    assert sentence(looked, "A fish").features.item == 0
    assert sentence(look("Is cod a fish?", text), "cod").features.item == 0


def test_the_chances_of_all_candidates_add_up_to_one() -> None:
    looked = look("When was the treaty signed?", "The treaty is old. It was signed.", "A treaty.")
    views = {candidate.view.passage.id: candidate.chances for candidate in looked.ranked}
    assert sum(map(sum, views.values())) == pytest.approx(1)
    best = looked.ranked[0]
    assert best.chances[best.ordinal] == max(max(chances) for chances in views.values())


def test_after_an_answer_what_is_carried_over_nearly_counts_as_held_in_its_article() -> None:
    told = "The treaty was signed in 1998. Norland paid.\n\nIt covers fish."
    looked = look("What does it cover?", told, "Blankets cover beds.", history=("Which treaty?",))
    given, elsewhere = sentence(looked, "fish").features, sentence(looked, "Blankets").features
    assert GIVEN < given.window < 1
    assert 0 < elsewhere.window < given.window
    repeated = look("Does it cover fish?", "The treaty covers fish.", history=("Which treaty?",))
    assert sentence(repeated, "fish").features.window == pytest.approx(1)


def test_a_follow_up_is_looked_for_in_the_section_of_the_answer_before() -> None:
    ferry = "## Ferry\n\nThe old ferry was built of oak. The cost was 300 crowns.\n\n"
    mill = "## Mill\n\nThe old mill was built of elm. The cost was 400 crowns.\n"
    for thing, expected in (("ferry", "300"), ("mill", "400")):
        before = (f"What was the old {thing} built of?",)
        looked = look("And what was the cost?", f"# Works\n\n{ferry}{mill}", history=before)
        assert sentence(looked, expected).features.thread == 1
        assert expected in looked.ranked[0].sentence.text


SHARE = st.floats(0.05, 1)


@given(st.lists(st.tuples(SHARE, st.integers(0, 50)), min_size=1, max_size=8))
def test_shares_add_up_to_one_and_rare_words_count_more(words: list[tuple[float, int]]) -> None:
    frequency = {f"w{i}": n for i, (_, n) in enumerate(words)}
    wanted = tuple(
        Wanted(f"w{i}", f"w{i}", f"w{i}", weight=weight) for i, (weight, _) in enumerate(words)
    )
    found = weighing(Asked("", AnswerType.OTHER, wanted), frequency.__getitem__, 50)
    assert sum(found.shares) == pytest.approx(1)
    assert all(share > 0 for share in found.shares)
    for one, share in zip(wanted, found.shares, strict=True):
        for other, less in zip(wanted, found.shares, strict=True):
            if one.weight >= other.weight and frequency[one.stem] < frequency[other.stem]:
                assert share > less


@given(st.lists(st.integers(0, 49), max_size=6), st.integers(1, 49))
def test_the_more_passages_hold_a_near_synonym_the_less_it_tells(near: list[int], n: int) -> None:
    counts = {"w": n, **{f"n{i}": count for i, count in enumerate(near)}}
    alternatives = tuple(Alternative((stem,), NEAR) for stem in counts if stem != "w")
    wanted = Wanted("w", "w", "w", alternatives=alternatives)
    (left,) = weighing(Asked("", AnswerType.OTHER, (wanted,)), counts.__getitem__, 50).akin
    assert 0 < left <= 1
    if near:
        more = counts | {"n0": near[0] + 1}
        (less,) = weighing(Asked("", AnswerType.OTHER, (wanted,)), more.__getitem__, 50).akin
        assert less < left
    else:
        assert left == 1


def test_a_question_is_looked_for_by_stems_words_and_pairs() -> None:
    found = asked(Question("harbour treaties"), ANALYZER)
    assert isinstance(found, Asked)
    kinds = {(term.field, term.text) for term in terms_of(found)}
    stems = [wanted.stem for wanted in found.wanted]
    assert kinds == {
        *((Field.STEM, stem) for stem in stems),
        (Field.WORD, "harbour"),
        (Field.WORD, "treaties"),
        (Field.BIGRAM, " ".join(stems)),
    }


def test_an_alternative_never_counts_more_than_the_word_itself() -> None:
    wanted = Wanted("US", "us", "us", alternatives=(Alternative(("unit", "state"), 0.9),))
    terms = {t.text: t.weight for t in terms_of(Asked("US", AnswerType.OTHER, (wanted,)))}
    assert set(terms) == {"us", "unit", "state"}
    assert terms["unit"] + terms["state"] < terms["us"]
