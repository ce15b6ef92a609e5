"""Settings: where they come from, and what is said when one cannot be used."""

import os
import re
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from index.engine import Scoring
from index.limits import Limits
from qa.settings import (
    BadSettings,
    Settings,
    env_file_warnings,
    load_settings,
    sample_articles,
    variable,
    variables,
)

ROOT = Path(__file__).parent.parent
CANARY = "xoxb-canary-7f3a"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting comes from outside the test."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def complaints(env_file: Path | None = None) -> tuple[str, ...]:
    """What is said when the settings are loaded."""
    with pytest.raises(BadSettings) as caught:
        load_settings(env_file, {})
    return caught.value.lines


def test_the_defaults_work_on_a_laptop(tmp_path: Path) -> None:
    settings = load_settings(None, {})
    assert settings.articles == sample_articles() == ROOT / "seeds"
    assert (settings.k1, settings.b) == (Scoring().k1, Scoring().b)
    assert settings.max_file_mb * 1_000_000 == Limits().file_bytes
    assert settings.state == tmp_path / "pullquote"
    assert settings.slack_bot_token is None


def test_an_option_goes_before_a_variable_and_that_before_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("PULLQUOTE_QUOTES=1\nPULLQUOTE_B=0.1\nPULLQUOTE_LOG_LEVEL=info\n")
    monkeypatch.setenv("PULLQUOTE_B", "0.2")
    monkeypatch.setenv("PULLQUOTE_LOG_LEVEL", "debug")
    settings = load_settings(env_file, {"log_level": "ERROR"})
    assert (settings.quotes, settings.b, settings.log_level) == (1, 0.2, "ERROR")


def test_an_empty_variable_is_an_unset_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in variables():
        monkeypatch.setenv(name, "")
    assert load_settings(None, {}).port == 3000


def test_a_folder_may_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_ARTICLES", "~/articles")
    assert load_settings(None, {}).articles == Path.home() / "articles"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PULLQUOTE_QUOTES", "0"),
        ("PULLQUOTE_QUOTES", "4"),
        ("PULLQUOTE_STRICTNESS", "harsh"),
        ("PULLQUOTE_K1", "-1"),
        ("PULLQUOTE_K1", "nan"),
        ("PULLQUOTE_B", "1.1"),
        ("PULLQUOTE_MAX_FILE_MB", "0"),
        ("PULLQUOTE_MAX_FILE_MB", "inf"),
        ("PORT", "65536"),
        ("SLACK_API_URL", "file:///etc/passwd"),
        ("PULLQUOTE_LOG_LEVEL", "LOUD"),
        ("PULLQUOTE_SLACK_FOLLOW_THREADS", "perhaps"),
    ],
)
def test_a_value_out_of_bounds_is_one_line_that_names_the_setting(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    (line,) = complaints()
    assert line.startswith(f"{name}: ")


@pytest.mark.parametrize("name", variables())
def test_no_message_holds_a_value(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A token in the wrong place stays a secret: neither the message nor its causes have it."""
    monkeypatch.setenv(name, CANARY)
    if name in (
        "PULLQUOTE_ARTICLES",
        "PULLQUOTE_STATE",
        "PULLQUOTE_LIBRARY",
        "PULLQUOTE_SLACK_STATE",
        "PULLQUOTE_HOST",
    ):
        pytest.skip("any text is a good one")
    try:
        said = repr(load_settings(None, {}))
    except BadSettings as error:
        said = "".join(traceback.format_exception(error))
    assert CANARY not in said


def test_all_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_K1", "x")
    monkeypatch.setenv("PORT", "x")
    assert [line.partition(":")[0] for line in complaints()] == ["PULLQUOTE_K1", "PORT"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("SLACK_BOT_TOKEN", "xapp-1"), ("SLACK_APP_TOKEN", "xapp-1")),
        (("SLACK_APP_TOKEN", "xoxb-1"), ("SLACK_BOT_TOKEN", "xoxb-1")),
        (("PULLQUOTE_STATE", "/somewhere/state"), ("PULLQUOTE_ARTICLES", "/somewhere")),
    ],
    ids=["app-token-as-bot", "bot-token-as-app", "state-among-articles"],
)
def test_a_contradiction_names_both(
    monkeypatch: pytest.MonkeyPatch, first: tuple[str, str], second: tuple[str, str]
) -> None:
    for name, value in (first, second):
        monkeypatch.setenv(name, value)
    (line,) = complaints()
    assert first[0] in line
    assert second[0] in line


def test_a_name_that_is_no_setting_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PULLQUOTE_QUOTE", "2")
    env_file = tmp_path / ".env"
    env_file.write_text("PULLQUOTE_XYZ=1\nOTHER=1\n")
    first, second = complaints(env_file)
    assert first == "PULLQUOTE_QUOTE is no setting; did you mean PULLQUOTE_QUOTES?"
    assert second.startswith("PULLQUOTE_XYZ is no setting; there are PULLQUOTE_ARTICLES, ")


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "No such file or directory"), (b"A=\xff", "it is not UTF-8")]
)
def test_a_file_of_settings_that_cannot_be_read(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    env_file = tmp_path / "settings.env"
    if content is not None:
        env_file.write_bytes(content)
    assert complaints(env_file) == (f"{env_file} cannot be read: {reason}",)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_file_that_others_can_read_is_warned_of(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.touch(mode=0o600)
    articles = tmp_path / "articles"
    assert list(env_file_warnings(env_file, articles)) == []
    env_file.chmod(0o644)
    (warning,) = env_file_warnings(env_file, articles)
    assert warning.endswith(f"Remedy: chmod 600 {env_file}")


def test_a_file_of_settings_among_the_articles_is_warned_of(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.touch(mode=0o600)
    (warning,) = env_file_warnings(env_file, tmp_path)
    assert "lies in the articles folder" in warning


def example() -> dict[str, str]:
    """The settings of .env.example: all stand there as comments, ready to be set."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    return dict(re.findall(r"^# ([A-Z][A-Z0-9_]+)=(.*)$", text, re.MULTILINE))


def test_the_example_has_every_setting_and_no_other() -> None:
    assert sorted(example()) == sorted(variables())


@pytest.mark.parametrize("name", variables())
def test_the_example_shows_the_default(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Or a value that is good, where the default depends on the machine or the command."""
    default = load_settings(None, {})
    monkeypatch.setenv(name, example()[name])
    shown = load_settings(None, {})
    field = next(f for f, info in Settings.model_fields.items() if variable(f, info) == name)
    if field not in ("articles", "state", "log_level"):
        assert getattr(shown, field) == getattr(default, field)


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_a_secret_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.setenv(name, CANARY)
    settings = load_settings(None, {})
    assert CANARY not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize("name", variables())
def test_the_program_never_shows_what_a_setting_holds(name: str, tmp_path: Path) -> None:
    """Whatever comes of it: the canary is in no output of `doctor`."""
    environ = {**os.environ, "XDG_STATE_HOME": str(tmp_path), name: CANARY}
    done = subprocess.run(
        [sys.executable, str(ROOT / "app.py"), "doctor", "--log-level", "DEBUG"],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert CANARY not in done.stdout + done.stderr
