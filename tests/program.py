"""The program as a process of its own, for tests of what goes in and comes out."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO

import pytest

ROOT = Path(__file__).parent.parent
QUESTION = "When was the memorandum of understanding signed?"


class Program:
    """Runs app.py in a folder and a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(
        self,
        *arguments: str,
        input: bytes = b"",
        stdout: int | BinaryIO = subprocess.PIPE,
        **environ: Any,
    ) -> subprocess.CompletedProcess[bytes]:
        outside = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "SYSTEMROOT")}
        return subprocess.run(
            [sys.executable, str(ROOT / "app.py"), *arguments],
            input=input,
            cwd=self.home,
            env={**outside, "HOME": str(self.home), "PYTHONUTF8": "1", **environ},
            stdout=stdout,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program."""
    return Program(tmp_path)
