"""Sorted lines of text, looked up by bisection without being parsed."""


def value_in(lines: bytes, key: bytes, separator: bytes) -> bytes:
    """What stands behind `key` and `separator` in its line; nothing where no line begins so.

    The first line is a heading; the others are sorted by what stands before the separator, byte by
    byte, and end in a line break.
    """
    low, high = lines.find(b"\n") + 1, len(lines)
    while low < high:
        begin = max(low, lines.rfind(b"\n", low, (low + high) // 2) + 1)
        end = lines.find(b"\n", begin)
        found, _, value = lines[begin:end].partition(separator)
        if found == key:
            return value
        low, high = (end + 1, high) if found < key else (low, begin)
    return b""
