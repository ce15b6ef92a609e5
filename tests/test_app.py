"""The program as a process: commands, exit statuses, what goes where."""

import json
from typing import Any

import pytest

from app import COMMANDS, EXAMPLES
from qa.command_line import STRICTNESSES
from qa.confidence import Strictness
from qa.settings import Settings, variable
from tests.program import QUESTION, ROOT, Program, program

__all__ = ["program"]

UNKNOWN = "zyzzyva xylophone quokka?"


def test_an_answer_goes_to_stdout_and_nothing_else_anywhere(program: Program) -> None:
    done = program("ask", QUESTION)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "┃ ".encode() in done.stdout
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("question", EXAMPLES)
def test_the_examples_of_the_first_screen_are_answered(program: Program, question: str) -> None:
    assert program("ask", question).returncode == 0


def test_a_question_may_come_without_quotation_marks(program: Program) -> None:
    assert program("ask", *QUESTION.split()).stdout == program("ask", QUESTION).stdout


def test_a_refusal_has_a_status_of_its_own(program: Program) -> None:
    done = program("ask", UNKNOWN)
    assert done.returncode == 3
    assert "┃ ".encode() not in done.stdout


def test_an_empty_question_is_refused_not_misused(program: Program) -> None:
    assert program("ask", "").returncode == 3


def test_json_is_one_object_on_one_line(program: Program) -> None:
    done = program("ask", "--json", QUESTION)
    (line,) = done.stdout.splitlines()
    record = json.loads(line)
    assert (record["answered"], record["articles"]) == (True, 5)


def test_a_quote_is_a_slice_of_the_stored_text(program: Program) -> None:
    from index.folder import read_folder

    texts = {article.id: article.text for article in read_folder(ROOT / "seeds").articles}
    for quote in json.loads(program("ask", "--json", QUESTION).stdout)["quotes"]:
        assert texts[quote["article"]][quote["start"] : quote["end"]] == quote["text"]


def test_a_question_a_line_comes_from_a_pipe(program: Program) -> None:
    done = program("ask", input=f"{QUESTION}\n{UNKNOWN}\n".encode())
    assert done.returncode == 3
    assert done.stdout.count(b"\n> ") == 1


def test_a_question_a_line_as_json(program: Program) -> None:
    done = program("ask", "--json", input=f"{QUESTION}\n{QUESTION}\n".encode())
    assert [json.loads(line)["answered"] for line in done.stdout.splitlines()] == [True, True]
    assert done.returncode == 0


@pytest.mark.parametrize("source", ["-", "batch.jsonl"])
def test_a_batch_from_standard_input_or_a_file(program: Program, source: str) -> None:
    lines = json.dumps({"id": 1, "question": QUESTION}) + "\n{}\n"
    (program.home / "batch.jsonl").write_text(lines)
    done = program("ask", "--batch", source, input=lines.encode() if source == "-" else b"")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["id"], first["answered"], second["line"]) == (1, True, 2)
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), b"needs a terminal"),
        (("repl",), b"needs a terminal"),
        (("nonsense",), b"invalid choice: 'nonsense'"),
        (("ask", "--nonsense", "x"), b"--nonsense"),
        (("ask", "x", "--batch", "-"), b"not both"),
        (("ask", "--batch", "missing.jsonl"), b"missing.jsonl cannot be read: No such file"),
        (("--log-level", "LOUD", "ask", "x"), b"--log-level"),
        (("ask\x1b[31m",), rb"\x1b[31m"),
    ],
)
def test_wrong_usage_is_told_with_status_2(
    program: Program, arguments: tuple[str, ...], told: bytes
) -> None:
    done = program(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr
    assert b"\x1b" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "environ", "told"),
    [
        (("--articles", "missing"), {}, b"'missing' does not exist"),
        (("--env-file", "missing"), {}, b"missing cannot be read"),
        ((), {"PULLQUOTE_K1": "xoxb-canary"}, b"PULLQUOTE_K1: "),
        ((), {"PULLQUOTE_KK": "1"}, b"PULLQUOTE_KK is no setting"),
    ],
    ids=["folder", "env-file", "bad-value", "unknown-name"],
)
def test_a_failure_is_one_line_and_status_1(
    program: Program, arguments: tuple[str, ...], environ: dict[str, Any], told: bytes
) -> None:
    done = program("ask", QUESTION, *arguments, **environ)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"pullquote: ")
    assert told in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert b"canary" not in done.stderr


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_settings_stand_before_or_after_the_command(program: Program, before: bool) -> None:
    (program.home / "mine").mkdir()
    (program.home / "mine" / "a.txt").write_text("The memorandum was signed on a Tuesday.\n")
    given = ("--articles", "mine", "--log-level", "error")
    done = program(*given, "ask", QUESTION) if before else program("ask", *given, QUESTION)
    assert b"on a Tuesday" in done.stdout


def test_the_env_file_of_the_folder_is_read_and_its_mode_minded(program: Program) -> None:
    env_file = program.home / ".env"
    env_file.write_text("PULLQUOTE_QUOTES=1\n")
    env_file.chmod(0o644)
    done = program("ask", "--json", "What does Japan do in Bhutan?")
    assert len(json.loads(done.stdout)["quotes"]) <= 1
    assert b"chmod 600 .env" in done.stderr


def test_skipped_files_are_told_on_stderr(program: Program) -> None:
    (program.home / "a.txt").write_text("The memorandum was signed on a Tuesday.\n")
    (program.home / "b.bin").write_bytes(b"\0\1")
    done = program("ask", "--articles", ".", QUESTION)
    assert done.stderr == b"pullquote: 1 file was skipped; pullquote doctor says why\n"


def test_records_left_out_are_told_on_stderr_and_named_by_doctor(program: Program) -> None:
    (program.home / "n.csv").write_text("text\nThe memorandum was signed.\nOne, two.\nA, b.\n")
    (program.home / "b.bin").write_bytes(b"\0\1")
    done = program("ask", "--articles", ".", QUESTION)
    said = b"pullquote: 1 file and 2 records were skipped; pullquote doctor says why\n"
    assert done.stderr == said
    findings = program("doctor", "--articles", ".").stdout
    assert b"1 files skipped, 2 records left out" in findings
    assert b"left out  n.csv#2: It has 2 cells" in findings


@pytest.mark.parametrize("arguments", [("--version",), ("ask", "--version")])
def test_the_version_is_that_of_the_project(program: Program, arguments: tuple[str, ...]) -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert program(*arguments).stdout.decode() == f"pullquote {project['version']}\n"


@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_help_tells_of_each_setting_its_variable_and_default(
    program: Program, command: str
) -> None:
    shown = " ".join(program(*command.split(), "--help").stdout.decode().split())
    for option in ("articles", "strictness", "log_level"):
        name = variable(option, Settings.model_fields[option])
        assert f"({name}; default: " in shown
    assert "(no variable; default: .env of the current folder)" in shown


def test_doctor_is_content_with_the_samples(program: Program) -> None:
    done = program("doctor")
    assert done.returncode == 0
    assert b"ok    articles  5 read" in done.stdout
    assert b"note  Slack     not set up" in done.stdout


def test_doctor_fails_where_something_is_in_the_way(program: Program) -> None:
    done = program("doctor", "--articles", "missing", SLACK_BOT_TOKEN="xoxb-canary")
    assert done.returncode == 1
    assert b"bad   articles" in done.stdout
    assert b"bad   Slack" in done.stdout
    assert b"canary" not in done.stdout + done.stderr


def test_the_command_line_knows_every_strictness() -> None:
    assert tuple(Strictness) == STRICTNESSES


def test_the_stricter_the_fewer_are_answered(program: Program) -> None:
    """By option and by variable; what is answered strictly is answered leniently as well."""
    questions = (ROOT / "tests" / "data" / "seed-questions.jsonl").read_bytes()

    def answered(*arguments: str, **environ: Any) -> set[str]:
        done = program("ask", "--batch", "-", *arguments, input=questions, **environ)
        records = [json.loads(line) for line in done.stdout.splitlines()]
        return {record["id"] for record in records if record["answered"]}

    low, high = answered("--strictness", "low"), answered(PULLQUOTE_STRICTNESS="High")
    assert high < answered() < low


def test_eval_measures_stores_and_compares(program: Program) -> None:
    line = {"question": QUESTION, "answers": ["December 2024"], "kind": "when"}
    (program.home / "questions.jsonl").write_text(json.dumps(line) + "\n")
    first = program("eval", "questions.jsonl", "--save", "first")
    assert (first.returncode, first.stderr) == (0, b"")
    assert b"verbatim 100.0 %" in first.stdout
    second = program("eval", "questions.jsonl", "--against", "first")
    assert second.returncode == 0
    assert b"No change beyond noise." in second.stdout


@pytest.mark.parametrize(
    "arguments",
    [("missing.jsonl",), ("q.jsonl", "--articles", "missing"), ("q.jsonl", "--env-file", "no")],
    ids=["questions", "articles", "settings"],
)
def test_what_eval_cannot_use_is_never_taken_for_worse_answers(
    program: Program, arguments: tuple[str, ...]
) -> None:
    """Status 1 is for answers that became worse: CI must not mistake one for the other."""
    (program.home / "q.jsonl").write_text('{"question": "Who won?", "answerable": false}\n')
    done = program("eval", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


def test_slack_without_a_token_is_one_sentence(program: Program) -> None:
    done = program("slack")
    assert done.returncode == 1
    assert b"SLACK_BOT_TOKEN" in done.stderr
    assert b"Traceback" not in done.stderr


def test_colour_is_for_terminals_and_for_those_who_force_it(program: Program) -> None:
    forced = program("ask", QUESTION, FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert b"\x1b[36m" in forced
    both = program("ask", QUESTION, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color").stdout
    assert b"\x1b[36m" not in both


def test_output_that_cannot_be_encoded_is_escaped(program: Program) -> None:
    done = program("ask", QUESTION, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()


HOSTILE: list[Any] = [
    pytest.param("foo AND (bar", id="brackets"),
    pytest.param("(" * 4_000, id="many-brackets"),
    pytest.param("'; DROP TABLE x; --", id="sql"),
    pytest.param("{0} %s ${HOME} $(id) `id` {{7*7}}", id="templates"),
    pytest.param("../../etc/passwd", id="path"),
    pytest.param("\x1b]0;owned\x07\x9b31m\u202e", id="controls"),
    pytest.param("é" * 100_000, id="long"),
    pytest.param("e" + "\u0301" * 80_000, id="combining"),
    pytest.param("\n" * 50_000, id="lines"),
]


def test_hostile_questions_only_get_answers_or_refusals(program: Program) -> None:
    """Q1-Q6, all in one process: each line of the batch is worked off, and nothing acts."""
    lines = [json.dumps({"id": p.id, "question": p.values[0]}) for p in HOSTILE]
    lines.append('{"id": "surrogate", "question": "who \\ud800 signed"}')
    done = program("ask", "--batch", "-", input="\n".join(lines).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [
        *(p.id for p in HOSTILE),
        "surrogate",
    ]
    assert not set(done.stdout.decode()) & set("\x1b\x07\x9b\u202e")
