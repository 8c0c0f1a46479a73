"""Units as dimension and size. Measure words that count the same things share a dimension."""

from fractions import Fraction

_FAMILIES: dict[str, dict[str, int | Fraction]] = {  # provisional: moves to the lexicon's table of units
    "person": {"人": 1, "名": 1, "位": 1, "口": 1},
    "元": {"元": 1, "块": 1, "元人民币": 1},
    "length": {"米": 1, "公里": 1000, "千米": 1000, "厘米": Fraction(1, 100), "毫米": Fraction(1, 1000), "里": 500},
    "area": {"平方米": 1, "亩": Fraction(2000, 3), "公顷": 10000, "平方公里": 1000000, "㎡": 1},
    "mass": {"公斤": 1, "千克": 1, "吨": 1000, "斤": Fraction(1, 2), "克": Fraction(1, 1000)},
    "temperature": {"℃": 1, "摄氏度": 1, "°C": 1, "度": 1},
    "day": {"天": 1, "日": 1, "周": 7, "个工作日": 1},
    "second": {"小时": 3600, "分钟": 60, "分鐘": 60, "秒": 1, "分": 60, "个小时": 3600},
    "month": {"年": 12, "个月": 1, "月": 1},
}
_TABLE = {unit: (family, Fraction(size)) for family, units in _FAMILIES.items() for unit, size in units.items()}


def base(unit: str) -> tuple[str, Fraction]:
    """The dimension of a unit and its size in the dimension's base unit; an unknown unit is a dimension of its own."""
    return _TABLE.get(unit, (unit, Fraction(1)))
