"""What typed lines bring about, without a terminal."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.articles import BlockKind
from index.library import Library
from index.sync import sync
from qa.answers import Outcome, Question
from qa.chat.repl.commands import COMMANDS, Nothing, Typed, Unknown, Words, parsed
from qa.chat.repl.loop import answered
from qa.chat.repl.prompt import Completions, history_in
from qa.chat.repl.session import REMEMBERED, Session
from qa.chat.repl.showing import MOST_SKIPPED, greeting, opened_lines, source_lines
from qa.chat.shelf import Shelf, ShelfError
from qa.render.styled import Look, plain
from tests.outcomes import answering, article_of, cited, shelf_of, shield


def opening(folder: Path) -> Shelf:
    """Finds articles in one folder only."""
    if folder != Path("/other"):
        raise ShelfError(f"the articles folder '{folder}' does not exist.")
    return Shelf(folder, shelf_of(article_of("Words.")).library, answering, lambda p, n: [])


class Talk:
    """A session, and what it says in plain text."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self.session = Session(shelf or shelf_of(), opening)

    def say(self, line: str) -> str:
        """What comes back for a line."""
        return plain(self.session.respond(line, Look()).lines)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("", Nothing()),
        (" \t", Nothing()),
        ("When?", Words("When?")),
        ("Who\nsigned\nit?", Words("Who\nsigned\nit?")),
        ("/open 2", Typed("open", "2")),
        ("  /OPEN   2 ", Typed("open", "2")),
        ("quit", Typed("quit", "")),
        ("?", Typed("help", "")),
        ("quit smoking?", Words("quit smoking?")),
        ("/mroe", Unknown("mroe", "more")),
        ("/s", Unknown("s", "sources")),
        ("/zzzzzz", Unknown("zzzzzz", None)),
        ("/", Unknown("", None)),
        ("/etc/passwd", Unknown("etc/passwd", None)),
    ],
)
def test_what_a_line_is(line: str, meaning: object) -> None:
    assert parsed(line) == meaning


def test_every_command_answers_before_anything_was_asked() -> None:
    talk = Talk()
    for command in COMMANDS:
        reply = talk.session.respond(f"/{command.name}", Look())
        assert reply.over or reply.lines


def test_help_tells_every_command() -> None:
    shown = Talk().say("/help")
    assert [c.name for c in COMMANDS if f"  {c.usage}" not in shown] == []


def test_a_question_is_answered_and_what_else_there_is_told() -> None:
    shown = Talk().say("When was it signed?")
    assert "┃ The memorandum was signed in December 2024." in shown
    assert shown.endswith("/more 1 further\n")


def test_more_shows_the_further_quotations_under_their_own_numbers() -> None:
    talk = Talk()
    talk.say("When was it signed?")
    assert "[2] The Dragon's Shield" in talk.say("/more")


def test_more_after_a_refusal_has_nothing() -> None:
    talk = Talk()
    talk.say("Who won?")
    assert talk.say("/more") == "  There are no further quotations.\n"


def test_open_shows_the_quote_behind_its_bar_among_its_neighbours() -> None:
    talk = Talk()
    talk.say("When was it signed?")
    assert talk.say("/open 1").splitlines()[2:] == [
        "  Who wants what",
        "",
        "    1998 | Strategic Partner Agreement signed",
        "",
        "  ┃ The memorandum was signed in December 2024.",
        "    It covers transport.",
    ]


@pytest.mark.parametrize("typed", ["/open 2", "/open [2]"])
def test_open_takes_what_only_more_has_shown(typed: str) -> None:
    talk = Talk()
    talk.say("When was it signed?")
    assert "  ┃ 1998 | Strategic Partner Agreement signed\n" in talk.say(typed)


@pytest.mark.parametrize("number", ["3", "0", "-1", "x", "²", "1 2"])
def test_open_says_which_numbers_there_are(number: str) -> None:
    talk = Talk()
    talk.say("When was it signed?")
    there = f"  There is no quotation {number}. The last reply has 1, 2.\n"
    assert talk.say(f"/open {number}") == there


def test_open_takes_the_nearest_passages_of_a_refusal() -> None:
    talk = Talk()
    talk.say("Who won?")
    assert "  ┃ It lies between India and China.\n" in talk.say("/open")


def test_a_quote_over_several_passages_is_opened_whole_between_its_neighbours() -> None:
    text = "Before.\nThere are two:\none item.\nanother item. And\nAfter.\nFar.\n"
    kinds = [BlockKind.PARAGRAPH] * 2 + [BlockKind.LIST_ITEM] * 2
    article = article_of(text, kinds=tuple(kinds))
    quote = cited(article, "There are two:\none item.\nanother item.", "two")
    passages = [p for p in Library.of([article]).passages if p.text.startswith("one")]
    shown = plain(
        opened_lines(Library.of([article]), replace(quote, passage_id=passages[0].id), Look())
    )
    assert shown.endswith(
        "\n    Before.\n\n  ┃ There are two:\n  ┃ one item.\n  ┃ another item.\n    And\n\n    After.\n"
    )


def test_json_is_the_last_answer() -> None:
    talk = Talk()
    talk.say("When was it signed?")
    assert json.loads(talk.say("/json"))["question"] == "When was it signed?"


def test_earlier_questions_go_with_the_next_until_a_new_conversation() -> None:
    asked: list[Question] = []

    def noting(question: Question) -> Outcome:
        asked.append(question)
        return answering(question)

    shelf = shelf_of()
    talk = Talk(Shelf(shelf.folder, shelf.library, noting, shelf.vocabulary))
    for number in range(REMEMBERED + 2):
        talk.say(f"signed {number}?")
    assert asked[-1].history == tuple(f"signed {n}?" for n in range(1, REMEMBERED + 1))
    talk.say("/new")
    talk.say("signed?")
    assert asked[-1].history == ()


def test_another_folder_is_asked_and_the_conversation_begins_anew() -> None:
    talk = Talk()
    talk.say("When was it signed?")
    assert talk.say("/articles /other") == "  Now asking /other: 1 article · 1 passage.\n"
    assert talk.say("/more") == "  Nothing was asked yet.\n"


@pytest.mark.parametrize("folder", ["/nowhere", "~nobody-of-that-name/x"])
def test_a_folder_that_cannot_be_opened_leaves_the_old_one(folder: str) -> None:
    talk = Talk()
    talk.say(f"/articles {folder}")
    assert talk.say("/articles") == "  1 article · 4 passages · /articles\n"


def test_sources_are_found_by_title_author_date_and_file() -> None:
    library = shelf_of(shield(), article_of("Words.", name="b\x1b.txt")).library
    assert plain(source_lines(library, "", Look())) == (
        "  The Dragon's Shield — Pullquote, 2026-02-16 — a/shield.md\n  b\\x1b — b\\x1b.txt\n"
    )
    for words in ("dragon", "PULLQUOTE 2026", "shield.md"):
        assert len(source_lines(library, words, Look())) == 1
    assert "holds “zebra”" in plain(source_lines(library, "zebra", Look()))


def test_sources_name_what_was_skipped_and_why(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("The dam was finished in 1931.\n")
    for number in range(MOST_SKIPPED + 2):
        (folder / f"b{number:02}.bin").write_bytes(b"\0")
    sync(folder, tmp_path / "it.sqlite")
    shown = plain(source_lines(Library.opened(tmp_path / "it.sqlite"), "", Look()))
    assert "  skipped b00.bin: No reader for the ending '.bin'." in shown
    assert shown.endswith("and 2 more: pullquote doctor tells of all\n")


def test_without_articles_that_is_said() -> None:
    assert plain(source_lines(Library.of([]), "", Look())) == "  There are no articles.\n"


def test_many_sources_are_cut_off_and_counted() -> None:
    articles = [article_of(f"Words {n}.", name=f"{n:03}.txt") for n in range(60)]
    shown = plain(source_lines(shelf_of(*articles).library, "", Look()))
    assert shown.endswith("and 10 more: /sources WORDS narrows the list\n")


def test_the_examples_are_questions_that_get_an_answer() -> None:
    examples = ["Who won?", "signed 1?", "Who lost?", "signed 2?", "signed 3?", "signed 4?"]
    assert answered(shelf_of(), examples) == ["signed 1?", "signed 2?", "signed 3?"]


def test_the_greeting_tells_what_is_asked() -> None:
    shown = plain(greeting(shelf_of(), ["signed?"], Look()))
    assert "  1 article · 4 passages · /articles\n" in shown
    assert "    signed?\n" in shown


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/o", ["/open"]),
        ("/", [f"/{command.name}" for command in COMMANDS]),
        ("who wrote the mem", ["memorandum", "memory"]),
        ("who ", []),
        ("", []),
    ],
)
def test_what_tab_offers(typed: str, offered: list[str]) -> None:
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    found = Completions(shelf_of().vocabulary).get_completions(Document(typed), CompleteEvent())
    assert [completion.text for completion in found] == offered


def test_tab_offers_folders(tmp_path: Path) -> None:
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    (tmp_path / "articles").mkdir()
    (tmp_path / "article.txt").touch()
    typed = Document(f"/articles {tmp_path}/art")
    found = Completions(shelf_of().vocabulary).get_completions(typed, CompleteEvent())
    assert [completion.text for completion in found] == ["icles"]


def test_the_history_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "state" / "history"
    history = history_in(file)
    history.append_string("Who\nsigned it?")
    history.append_string("lone \ud800 surrogate")
    latest, first = history_in(file).load_history_strings()
    assert (latest, first) == ("lone ? surrogate", "Who\nsigned it?")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_history_that_cannot_be_kept_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    history = history_in(tmp_path / "state" / "history")
    history.append_string("Who?")
    assert history.get_strings() == ["Who?"]
