"""Who may import whom, read from the source; and what importing must not do."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted([ROOT / "app.py", *ROOT.glob("qa/**/*.py"), *ROOT.glob("index/**/*.py")])
ENGINE_PACKAGES = {
    "rank_bm25": "index.engines.rank_bm25",
    "tantivy": "index.engines.tantivy",
    "opensearchpy": "index.engines.opensearch",
    "bm25s": "index.engines.bm25s",
}
SLACK_PACKAGES = ("slack_bolt", "slack_sdk", "aiohttp")


def name_of(path: Path) -> str:
    """A file's dotted name."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in SOURCES}


def imports_of(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it; submodules as such."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides who is meant"
            assert node.module
            yield node.module
            yield from (
                f"{node.module}.{alias.name}"
                for alias in node.names
                if f"{node.module}.{alias.name}" in MODULES
            )


IMPORTS = {name: frozenset(imports_of(path)) for name, path in MODULES.items()}


def within(name: str, packages: Iterable[str]) -> bool:
    """Whether a dotted name is one of the packages or lies in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def offences(importers: Iterable[str], *forbidden: str) -> list[str]:
    """Who among the importers imports what is forbidden to them."""
    return [
        f"{importer} imports {imported}"
        for importer in importers
        for imported in sorted(IMPORTS[importer])
        if within(imported, forbidden)
    ]


def modules_in(*packages: str) -> list[str]:
    """The names of our modules in some packages."""
    return [name for name in MODULES if within(name, packages)]


def test_there_is_something_to_look_at() -> None:
    assert {"app", "qa.answers", "qa.chat.slack", "index.library"} <= set(MODULES)
    assert "index.articles" in IMPORTS["qa.answers"]


def test_nobody_imports_app() -> None:
    assert offences(MODULES, "app") == []


def test_the_index_knows_no_question_no_chat_and_no_setting() -> None:
    assert offences(modules_in("index"), "qa", "app", *SLACK_PACKAGES, "pydantic_settings") == []


def test_answers_know_neither_how_they_are_found_nor_how_shown() -> None:
    assert offences(["qa.answers"], "qa") == []


def test_renderers_know_answers_and_one_another_alone() -> None:
    others = [name for name in modules_in("qa") if not within(name, ["qa.answers", "qa.render"])]
    assert offences(modules_in("qa.render"), *(n for n in others if n != "qa")) == []


def test_finding_answers_knows_nothing_of_showing_them() -> None:
    finders = [
        name for name in modules_in("qa") if not within(name, ["qa.chat", "qa.render", *SHOWING])
    ]
    assert offences(finders, "qa.chat", "qa.render") == []


SHOWING = (
    "qa.doctor",
    "qa.logs",
    "qa.command_line",
    "qa.process",
    "qa.evaluation",
    "qa.upkeep",
)
"""What shows something of its own, and takes the words for that from qa.render."""


def test_chats_are_given_the_answerer_and_import_none_of_it() -> None:
    allowed = ("qa.answers", "qa.render", "qa.chat", "qa.exit_status", "qa.logs")
    forbidden = [n for n in modules_in("qa") if n != "qa" and not within(n, allowed)]
    engines = ("index.engines", "index.searcher", "index.sync", "index.readers")
    talkers = [name for name in modules_in("qa.chat") if name != "qa.chat.evaluate"]
    assert offences(talkers, *forbidden, *engines) == []
    measuring = [name for name in forbidden if not within(name, ["qa.evaluation"])]
    assert offences(modules_in("qa.chat.evaluate"), *measuring, *engines) == []


@pytest.mark.parametrize("chat", ["qa.chat.slack", "qa.chat.repl"])
def test_one_chat_does_not_import_another(chat: str) -> None:
    others = {"qa.chat.slack", "qa.chat.repl"} - {chat}
    assert offences(modules_in(chat), *others) == []


def test_settings_are_imported_by_app_alone() -> None:
    others = [name for name in MODULES if name not in ("app", "qa.settings")]
    assert offences(others, "qa.settings", "pydantic_settings", "dotenv") == []


def test_slack_is_imported_under_its_own_folder_alone() -> None:
    others = [name for name in MODULES if not within(name, ["qa.chat.slack"])]
    assert offences(others, *SLACK_PACKAGES) == []


@pytest.mark.parametrize("package", ENGINE_PACKAGES)
def test_an_engine_is_imported_in_its_adapter_alone(package: str) -> None:
    others = [name for name in MODULES if name != ENGINE_PACKAGES[package]]
    assert offences(others, package) == []


def test_packages_for_terminals_stay_at_the_edge() -> None:
    """prompt_toolkit under the prompt, rich where lines are shown or measured."""
    others = [name for name in MODULES if not within(name, ["qa.chat.repl"])]
    assert offences(others, "prompt_toolkit") == []
    elsewhere = [n for n in MODULES if not within(n, ["qa.chat.screen", "qa.render.styled"])]
    assert offences(elsewhere, "rich") == []


def test_no_import_goes_round_in_a_circle() -> None:
    """Of what is imported when a module is; an import inside a function may be late for this."""
    graph = {name: _on_import(path) & set(MODULES) for name, path in MODULES.items()}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join([*path, name])
        if name not in done:
            for imported in sorted(graph[name]):
                visit(imported, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def _on_import(path: Path) -> set[str]:
    """What the statements of a module's own level import, parents of a submodule left out."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & set(MODULES)
            found |= inner or {node.module}
    return found - {name_of(path)}


def test_no_two_modules_share_a_name() -> None:
    """A folder's `__init__` bears the folder's."""
    names = [name.rpartition(".")[2] for name in MODULES if "." in name]
    shared = {name for name in names if names.count(name) > 1}
    assert shared - KNOWN_BY_THEIR_FOLDER == set()


KNOWN_BY_THEIR_FOLDER = {"plain"}
"""The reader of plain text and Slack's plain text, each one of a family; no others without such
a reason."""


WATCH = '''
import logging, os, sys, sysconfig

class Watched(type(os.environ)):
    def __init__(self, real):
        super().__init__(real._data, real.encodekey, real.decodekey, real.encodevalue,
                         real.decodevalue)
    def __getitem__(self, key):
        told("environment", key)
        return super().__getitem__(key)

def told(what, value):
    """Blames the nearest code that is not Python's own, if it is ours and not in our .venv."""
    frame = sys._getframe(2)
    while frame and frame.f_code.co_filename.startswith((python, "<frozen")):
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return
        frame = frame.f_back
    where = frame.f_code.co_filename if frame else ""
    if where.startswith(root) and not where.startswith(packages):
        print(what, value, "by", frame.f_globals["__name__"])

def hook(event, args):
    if event == "open" and not str(args[0]).endswith((".py", ".pyc", ".so", ".pyd")):
        told("file", args[0])
    elif event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.listdir"):
        told(event, args)

root, engines, ours = os.getcwd(), sys.argv[1].split(), sys.argv[2:]
python = sysconfig.get_path("stdlib") + os.sep
packages = tuple(sysconfig.get_path(name) + os.sep for name in ("purelib", "platlib"))
os.environ = Watched(os.environ)
sys.addaudithook(hook)
for name in ours:
    try:
        __import__(name)
    except ModuleNotFoundError as missing:
        if missing.name not in engines:
            raise
if logging.getLogger().handlers:
    print("logging is configured")
'''


def test_importing_reads_nothing_connects_nowhere_and_configures_no_logging() -> None:
    """Every module, in a process that watches; what others' packages do is theirs."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH, " ".join(ENGINE_PACKAGES), *MODULES],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_the_watch_would_notice(tmp_path: Path) -> None:
    """A module that does all that must not be done is found out."""
    (tmp_path / "culprit.py").write_text(
        "import logging, os\n"
        "os.environ.get('HOME')\n"
        "open('culprit.txt', 'w').close()\n"
        "os.listdir('.')\n"
        "logging.basicConfig()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", WATCH, "", "culprit"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "environment",
        "file",
        "os.listdir",
        "logging",
    ]


def test_ask_imports_neither_prompt_nor_slack_nor_rich() -> None:
    """In a pipe: what a command does not need costs it no time."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "app.py", "ask", "who signed it?"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "qa.answerer" in imported
    heavy = {"prompt_toolkit", "rich.console", *SLACK_PACKAGES, "tantivy"}
    assert imported & heavy == set()
