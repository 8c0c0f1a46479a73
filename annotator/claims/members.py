"""The members of Kind and Hedge under names of their own: an enum looks its members up slowly, and the parsers ask all the time."""

from typing import Final

from annotator.model import Hedge, Kind

COUNT: Final = Kind.COUNT
MONEY: Final = Kind.MONEY
PERCENT: Final = Kind.PERCENT
RATIO: Final = Kind.RATIO
MEASURE: Final = Kind.MEASURE
DATE: Final = Kind.DATE
TIME: Final = Kind.TIME
DURATION: Final = Kind.DURATION
RANK: Final = Kind.RANK
SCORE: Final = Kind.SCORE

EXACT: Final = Hedge.EXACT
ABOUT: Final = Hedge.ABOUT
OVER: Final = Hedge.OVER
UNDER: Final = Hedge.UNDER
