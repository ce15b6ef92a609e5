"""The last few values of many, by name."""

from collections import OrderedDict
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """The values that were asked for last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[str, Value] = OrderedDict()

    def get(self, name: str) -> Value | None:
        """The value of that name; None when it is not there any more."""
        found = self._values.get(name)
        if found is not None:
            self._values.move_to_end(name)
        return found

    def put(self, name: str, value: Value) -> None:
        """Keeps a value, and lets go of the one that was asked for longest ago."""
        self._values[name] = value
        if len(self._values) > self._most:
            self._values.popitem(last=False)
