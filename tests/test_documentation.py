"""What the pages say of the project, held to the project."""

import re
import tomllib
from pathlib import Path

import pytest

from app import COMMANDS
from index.engine import SWITCH_OVER
from qa.exit_status import ExitStatus
from qa.settings import variables

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("bench/*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
CODE = re.compile(r"`([^`\n]+)`")


def section(page: str, title: str) -> str:
    """What stands under a heading."""
    return re.split(r"^#+ ", page.split(f" {title}\n", 1)[1], flags=re.MULTILINE)[0]


def normalised(package: str) -> str:
    """A package's name as PyPI compares it."""
    return re.sub(r"[-_.]+", "-", package).lower()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_settings_that_are_named_are_settings(page: Path) -> None:
    named = set(re.findall(r"\bPULLQUOTE_[A-Z0-9_]*[A-Z0-9]\b", page.read_text(encoding="utf-8")))
    assert named <= set(variables())


def test_the_readme_knows_every_command_and_no_other() -> None:
    table = re.findall(r"^\| (`[^|]*`) \|", section(README, "From the shell"), re.MULTILINE)
    assert {name for row in table for name in CODE.findall(row)} == {c.name for c in COMMANDS}


def test_the_readme_knows_every_exit_status() -> None:
    shell = " ".join(section(README, "From the shell").split())
    for status in ExitStatus:
        assert f"{status.value} {status.name.lower().replace('_', ' ')}" in shell


def test_the_readme_tells_from_which_size_on_tantivy_searches() -> None:
    assert f"Up to {SWITCH_OVER:,} passages" in README


@pytest.mark.parametrize("package", ["index", "qa"])
def test_the_architecture_has_every_module_of_a_package_in_a_row(package: str) -> None:
    rows = section(ARCHITECTURE, f"{package}/")
    there = {path.name for path in (ROOT / package).glob("*.py")} - {"__init__.py"}
    named = {name for name in CODE.findall(rows) if name.endswith(".py")}
    assert {name for name in named if "/" not in name} == there


def test_every_path_in_the_architecture_is_there() -> None:
    paths = {c for c in CODE.findall(ARCHITECTURE) if re.fullmatch(r"[\w./-]+/[\w./-]+\.\w+", c)}
    assert len(paths) > 20
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_invariants_are_numbered_and_each_names_its_tests() -> None:
    rows = re.findall(r"^\| I(\d+) \| \*\*.+\*\* .* \| (.+) \|$", ARCHITECTURE, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, len(rows) + 1))
    assert all("`tests/" in held_by for _, held_by in rows)


def test_each_dependency_has_a_row_with_its_licence_and_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {normalised(re.split(r"[<>=\[]", name)[0]) for name in project["dependencies"]}
    rows = re.findall(
        r"^\| ([\w-]+) \| [\d.]+ \| ([^|]+) \| ([^|]+) \|$",
        section(ARCHITECTURE, "Dependencies"),
        re.MULTILINE,
    )
    assert {normalised(name) for name, _, _ in rows} == needed
    assert not any("AGPL" in licence for _, licence, _ in rows)


def test_the_changelog_tells_of_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
