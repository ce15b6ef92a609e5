"""The table of readers, and that a start imports none of their libraries."""

import subprocess
import sys

import pytest

from index.readers import READERS, UnknownEnding, reader_for


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "b.text", "c.md", "d.e.Markdown"])
def test_known_endings_have_a_reader(name: str) -> None:
    assert reader_for(name)("id", b"Some words here.").text == "Some words here."


@pytest.mark.parametrize("name", ["a.exe", "a", ".txt", "a.txt~"])
def test_an_unknown_ending_lists_the_known_ones(name: str) -> None:
    with pytest.raises(UnknownEnding) as caught:
        reader_for(name)
    assert all(ending in str(caught.value) for ending in READERS)


def test_reading_plain_text_imports_no_format_library() -> None:
    code = (
        "import sys; from index.readers import reader_for; reader_for('a.txt')('a', b'Words.');"
        "print([m for m in ('yaml', 'markdown_it', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
