"""Runs every pattern of one of our modules on long hostile texts; the tests start it as a program.

    python tests/hostile_patterns.py qa.typed

Each line says what is run next: when the time is up, the last one names the slow pattern.
"""

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

LENGTH = 100_000

SHAPES = (
    "a", "A", " ", "1", ".", "-", "(", "“", "\n", "a ", "Ab ", "1,", "1 ", "a.", "A.", ". ",
    "one ", "of the ", "A of ", ", a", "[1]", "| ", "to a ", "'", "\u0301",
)  # fmt: skip
"""Repeated to the length: runs of one character, and of what our patterns repeat."""

ANCHORED = ("match", "fullmatch")
ANYWHERE = ("search", "finditer", "findall", "split", "sub", "subn")


@dataclass(frozen=True, slots=True)
class Use:
    """A pattern, the line or name that it has in its module, and whether it looks everywhere."""

    where: str
    pattern: re.Pattern[str]
    method: str

    def on(self, text: str) -> None:
        """Runs the pattern as its module does."""
        if self.method in ANCHORED:
            getattr(self.pattern, self.method)(text)
        else:
            for _ in self.pattern.finditer(text):
                pass


def main(name: str) -> None:
    texts = [(shape * LENGTH)[:LENGTH] + "\x01" for shape in SHAPES]
    found = uses_of(importlib.import_module(name))
    uses = list({(use.pattern, use.method): use for use in found}.values())  # each once
    for use in uses:
        for shape, text in zip(SHAPES, texts, strict=True):
            print(f"{use.where}.{use.method} on {shape!r}", flush=True)
            use.on(text)
    print(f"linear: {len(uses)} uses of patterns")


def uses_of(module: ModuleType) -> Iterator[Use]:
    """The compiled patterns of a module, and those it gives to functions of `re`."""
    source = inspect.getsource(module)
    for name, value in vars(module).items():
        methods = set(re.findall(rf"\b{name}\.({'|'.join(ANCHORED + ANYWHERE)})\(", source))
        for pattern in _inside(value):
            for method in sorted(methods) or ["finditer"]:
                yield Use(name, pattern, method)
    tree = ast.parse(source)
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=method), args=[arg, *_]):
                if method in ANCHORED + ANYWHERE:
                    for written in _written(arg, tree):
                        code = compile(ast.Expression(written), "pattern", "eval")
                        pattern = re.compile(eval(code, dict(vars(module))))  # noqa: S307  # ours
                        yield Use(f"line {node.lineno}", pattern, method)


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _inside(item)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _inside(item)


def _written(argument: ast.expr, tree: ast.Module) -> list[ast.expr]:
    """The argument itself or, where it is the variable of a loop, what the loop goes through.

    Another local name fails to evaluate: such a pattern belongs into the module, compiled.
    """
    if isinstance(argument, ast.Name):
        for node in ast.walk(tree):
            match node:
                case ast.For(target=ast.Name(id=name), iter=ast.Tuple(elts=items)):
                    if name == argument.id:
                        return items
    return [argument]


if __name__ == "__main__":
    main(sys.argv[1])
