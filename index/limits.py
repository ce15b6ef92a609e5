"""How much of anything one file may cost before it is skipped."""

from dataclasses import dataclass

from index.readers import EXPANDED_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may have and take; whatever goes beyond is skipped and named.

    `bulk_bytes` is for files of many records, which are streamed. `seconds` (for a record, where
    there are many) and `memory_bytes` hold where files are read in processes of their own. The
    memory limit is one of address space, which macOS does not enforce.
    """

    file_bytes: int = 20_000_000
    bulk_bytes: int = 1_000_000_000
    expanded_bytes: int = EXPANDED_BYTES
    text_characters: int = 10_000_000
    seconds: float = 20.0
    memory_bytes: int = 1 << 30
