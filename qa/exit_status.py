"""What the program tells the shell when it ends."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """The status of the process."""

    ANSWERED = 0
    FAILED = 1
    WRONG_USAGE = 2
    NOT_ANSWERED = 3
    INTERRUPTED = 130
