"""Values that are worked out when they are first asked for, and kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class kept(Generic[Value]):  # noqa: N801 - it stands where functools.cached_property stood
    """`functools.cached_property` without the lock that it takes up to Python 3.11, and which costs more than most of the values."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work, self._name, self.__doc__ = work, work.__name__, work.__doc__

    def __get__(self, one: object, kind: type) -> Value:
        value = one.__dict__[self._name] = self._work(one)
        return value
