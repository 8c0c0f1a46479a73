"""Numbers as an editor writes them, for formulas and sentences."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from annotator.checks.relations.terms import SHARE, Term

_SCALES = (("亿", 10**8), ("億", 10**8), ("万", 10**4), ("萬", 10**4))


def rounded(value: Fraction, places: int) -> str:
    """A plain decimal with at most so many places, without trailing zeros: 2.50 -> 2.5."""
    quotient = Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{quotient.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(value: Fraction, places: int = 1) -> str:
    """A fraction as a percentage: 1/8 -> 12.5%."""
    return rounded(value * 100, places) + "%"


def like(claim: Term, value: Fraction) -> str:
    """A value of the base unit, written in the unit and scale of a claim: 250000 beside 32万元 -> 25万元."""
    if claim.dimension == SHARE:
        return percent(value, 2)
    scale, size = next(((word, size) for word, size in _SCALES if word in claim.text), ("", 1))
    own = value / claim.factor / size
    last = claim.step / claim.factor / size
    places = 2
    while places < 6 and last and last < Fraction(1, 10**places):
        places += 1
    return rounded(own, places) + scale + claim.unit
