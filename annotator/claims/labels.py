"""Numerals that are no quantities: codes, telephone numbers, roads, cases, list and section numbers, weekdays."""

import re
import string

from annotator.claims.draft import Skip
from annotator.claims.numerals import MOST_DIGITS, number_at
from annotator.claims.plain import Line
from annotator.claims.quantities import connector_at
from annotator.lexicon import Lexicon, table

_WORDS = table("labels.toml")
_CALLING = tuple(_WORDS["calling"]["words"])
_CODING = tuple(_WORDS["coding"]["words"])
_NAMED = tuple(_WORDS["named"]["words"])
_WEEK = tuple(_WORDS["week"]["words"])
_CALLING_TAILS = frozenset((*" :为是号码、和或", *(word[-1] for word in _CALLING)))
_NAMED_HEADS = frozenset(word[0] for word in _NAMED)
_CODING_TAILS = frozenset((*" :为是", *(word[-1] for word in _CODING)))
_WEEK_TAILS = frozenset(word[-1] for word in _WEEK)
_LISTING = tuple(_WORDS["listing"]["words"])

_PHONE = re.compile(
    r"(?:\+?86[- ]?)?(?:1[3-9][0-9]{9}|1[3-9][0-9][- ][0-9]{4}[- ][0-9]{4}|0[0-9]{2,3}[- ][0-9]{3,4}[- ]?[0-9]{4}"
    r"|[48]00[- ][0-9]{3,4}[- ]?[0-9]{3,4}|[0-9]{3,4}[- ][0-9]{4})(?![0-9])",
    re.ASCII,
)
_CALLED = re.compile(r"[0-9]{3,40}(?:[- ][0-9]{3,12}){0,6}", re.ASCII)
_DOCKET = re.compile(r"(?<=[(\[〔【［])(?:19|20)[0-9]{2}[)\]〕】］][\u4e00-\u9fffA-Za-z0-9、]{0,16}?第?[0-9]{1,6}(?:-[0-9]{1,6})?号")
_TOKEN = re.compile(r"(?:[A-Za-z0-9_./\-·#@]|(?<=[0-9])\+(?=[0-9])){0,80}[A-Za-z0-9#]", re.ASCII)
_ISO = re.compile(r"[12][0-9]{3}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9.])", re.ASCII)
_CURRENCY = re.compile(r"(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|US\$|HK\$|NT\$|A\$|[¥$€£])$")
_MARKER = re.compile(r"[0-9]{1,2}(?:[.、．)）](?![0-9])|(?= ))|[一二三四五六七八九十]{1,3}[、.．](?![一二三四五六七八九十])")
_BRACKETED = re.compile(r"(?<=[(（])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?=[)）])")
_FIGURES = re.compile(r"[0-9]{1,81}(?:[.,][0-9]{1,81}){0,40}", re.ASCII)
_STOCK = re.compile(
    r"(?<=[(（:])(?:[0-9]{6}(?:\.[A-Z]{2})?|0[0-9]{4}(?:\.[A-Z]{2})?)(?=[,)），、;])|[0-9]{4,6}\.(?:SH|SZ|BJ|HK|OF)", re.ASCII
)
_GRADES = re.compile("(?:[0-9]|[一二三四五六七八九])(?:[至到、—~-](?:[0-9]|[一二三四五六七八九])){0,8}年级")
_ADDRESS = re.compile(
    "[0-9]{1,4}座(?=[高中低]层)|[0-9]{1,4}(?:栋|幢|单元|座|号楼|楼|弄|号院)(?=[0-9]{1,4}[^0-9.万亿余多至到—])|[0-9]{3,4}室", re.ASCII
)
_DOTTED = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12}){2,8}(?![0-9])|[0-9.]{1,24}/[A-Za-z]", re.ASCII)
_HEAT = re.compile(r"[0-9]/[0-9]{1,2} ?决赛|[1-5](?:-[1-6]){2,3}(?=的?(?:阵|站位|队形))", re.ASCII)
_BOND = re.compile("(?<=[“「])[0-9]{2}[\u4e00-\u9fff]{1,6}[A-Z]{0,3}[0-9]{1,3}(?=[”」])", re.ASCII)  # “22云投01”
_GENERATION = re.compile(
    "(?:[0-9][05]|[零〇一二五六七八九][零〇五])(?:[、/](?:[0-9][05]|[零〇一二五六七八九][零〇五])){0,8}后(?![0-9卫场排防])"
)
_WEEKDAYS = re.compile("(?:周|星期|礼拜)[一二三四五六日天](?:[、和及至到][一二三四五六日天]){0,5}[、和及至到]$")
_WEEKDAY = "一二三四五六日天"


def label_at(line: Line, at: int, lexicon: Lexicon) -> Skip | None:
    """The label a numeral belongs to, before any claim is read there; None where it is none."""
    text = line.text
    if "0" <= text[at] <= "9":
        run = _DIGITS.match(text, at)
        end = run.end() if run is not None else at + 1
        # Only a character that may belong to a label makes it worth looking for one.
        if at and text[at - 1] not in _BEFORE and text[end : end + 1] not in _BEHIND and end - at < 5 and text[at] != "0":
            return None
        return _grades(text, at) or _arabic(text, at, end, lexicon)
    before, following = text[at - 1 : at], text[at + 1 : at + 2]
    return (
        (_grades(text, at) if following in _GRADED else None)
        or (_week(text, at, lexicon) if before in _WEEKED else None)
        or (_marker(text, at) if at < 8 or before in _MARKED else None)
        or (_number_name(text, at) if "号" in text[at + 1 : at + 13] or text[at + 2 : at + 3] in "后、/" else None)
    )


_WEEKED = frozenset("、和及至到") | _WEEK_TAILS
_MARKED = frozenset('(（其。；：;:\n“"「，,、— ')
_DIGITS = re.compile("[0-9]{1,64}", re.ASCII)
_BEFORE = frozenset(
    "-_#@([〔【［ :/.·" + "".join(word[-1] for word in (*_CALLING, *_CODING)) + '是为号码、和或\n“"「；。：;' + string.ascii_letters
)
_BEHIND = frozenset("-./、．)） 至到—~" + "".join(word[0] for word in _NAMED) + "号年栋幢单座楼弄室后" + string.ascii_letters)


def _grades(text: str, at: int) -> Skip | None:
    if text[at + 1 : at + 2] not in _GRADED:
        return None
    grades = _GRADES.match(text, at)
    return None if grades is None else Skip(at, grades.end(), "school-grade")


_GRADED = frozenset("年至到、—~-")


def _arabic(text: str, at: int, end: int, lexicon: Lexicon) -> Skip | None:
    """The label of a run of digits."""
    before, following = text[at - 1 : at], text[end : end + 1]
    if following in _ENDS_LABEL or before in _OPENS_LABEL:
        for pattern, reason in _LABELS:
            match = pattern.match(text, at)
            if match is not None:
                return Skip(at, match.end(), reason)
    phone = _PHONE.match(text, at) if end - at >= 3 else None
    if phone is not None and _is_phone(text, at, phone.end(), lexicon):
        return Skip(at, phone.end(), "telephone")
    place = _ADDRESS.match(text, at) if following in _HOUSE else None
    if place is not None:
        return Skip(at, place.end(), "address")
    code = _code(text, at, lexicon)
    if code is not None:
        return code
    called = _CALLED.match(text, at) if end - at >= 3 else None
    if called is not None and _is_called(text, at):
        unit = lexicon.unit_at(text, called.end())
        if unit is None or unit.noun:
            return Skip(at, called.end(), "telephone")
    return _marker(text, at) or _named_number(text, at, lexicon)


_LABELS = ((_BOND, "code"), (_GENERATION, "generation"), (_HEAT, "sports-word"), (_DOCKET, "case-number"), (_STOCK, "stock-code"))
_ENDS_LABEL = frozenset("后、/-.")
_OPENS_LABEL = frozenset("“「([〔【［(（:")
_HOUSE = frozenset("栋幢单座号楼弄室")


def _is_called(text: str, at: int) -> bool:
    """Does a word before a place make it a telephone number or an account?"""
    return text[at - 1 : at] in _CALLING_TAILS and text[max(0, at - 10) : at].rstrip(" :为是号码、和或").endswith(_CALLING)


def _is_phone(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    digits = sum(mark.isdigit() for mark in text[at:end])
    if _is_called(text, at):
        return True
    return digits >= 10 or (lexicon.unit_at(text, end) is None and text[end : end + 1] not in ("万", "亿", "年", "赛", "学", "-"))


def _code(text: str, at: int, lexicon: Lexicon) -> Skip | None:
    """LX-7A120, PM2.5, 5G, 歼-20, wuf_0088: digits in one token with letters, or behind a hyphen that joins a name."""
    before = text[at - 1 : at]
    lettered = code_at(text, at)
    if lettered is not None:
        return lettered
    if before == "-" and at >= 2 and text[at - 2].isascii() and text[at - 2].isalnum():
        return Skip(at, _token_end(text, at), "code")
    dotted = _DOTTED.match(text, at)
    if dotted is not None and _ISO.match(text, at) is None and lexicon.unit_at(text, dotted.end() - 1) is None:
        return Skip(at, _token_end(text, at), "code")
    token = _TOKEN.match(text, at)
    if token is None:
        return None
    digits = _FIGURES.match(token[0])
    end = at + (digits.end() if digits else 0)
    letters = text[end : end + 1]
    if letters.isascii() and letters.isalpha() and lexicon.unit_at(text, end) is None:
        return Skip(at, _token_end(text, at), "code")
    if before == "-" and at >= 2 and "\u4e00" <= text[at - 2] <= "\u9fff" and not _measures(text, at, lexicon):
        return Skip(at, end, "code")
    if end - at > MOST_DIGITS or (
        digits is not None
        and len(digits[0]) > 1
        and digits[0][0] == "0"
        and digits[0].isdigit()
        and text[end : end + 1] not in "年月日时分秒:"
    ):
        return Skip(at, end, "code")
    return None


def code_at(text: str, at: int) -> Skip | None:
    """PM2.5, wuf_0088: digits right behind a letter that is no currency."""
    before = text[at - 1 : at]
    if not before.isascii() or not (before.isalpha() or (before and before in "_#@")) or _CURRENCY.search(text, max(0, at - 4), at):
        return None
    if _ACRONYM.search(text, max(0, at - 8), at) and _MEASURED.match(text, at):
        return None
    return Skip(at, _token_end(text, at), "code")


_ACRONYM = re.compile("(?<![A-Za-z0-9])(?:" + "|".join(_WORDS["acronyms"]["words"]) + ")$")
_MEASURED = re.compile(r"[0-9][0-9,.]{0,14}(?:[余多万亿%‰台个套家部项条件名人次元倍张座辆]|个)", re.ASCII)


def _token_end(text: str, at: int) -> int:
    token = _TOKEN.match(text, at)
    return token.end() if token is not None else at + 1


def _named_number(text: str, at: int, lexicon: Lexicon) -> Skip | None:
    """318国道, 12345热线, 2号线, 7路公交, 编号1024."""
    end = at
    while "0" <= text[end : end + 1] <= "9":
        end += 1
    if text[end : end + 1] in _NAMED_HEADS and text.startswith(_NAMED, end):
        return Skip(at, end, "name-number")
    if text.startswith("号", end) and _PEOPLE.match(text, end) is None:
        return Skip(at, end + 1, "name-number")
    before = text[at - 1 : at]
    coded = before in _CODING_TAILS and text[max(0, at - 8) : at].rstrip(" :为是").endswith(_CODING)
    if coded and not _CLOCK.match(text, at):
        number = number_at(text, at, lexicon)
        join = end if number is None else connector_at(text, number.end)
        if not _measures(text, at, lexicon) and not (number is not None and join > number.end and _measures(text, join, lexicon)):
            return Skip(at, end, "code")
    return None


def _measures(text: str, at: int, lexicon: Lexicon) -> bool:
    """Is the number at a code point one with a scale, a hedge or a unit?"""
    number = number_at(text, at, lexicon)
    return number is not None and (bool(number.inner) or number.scaled or lexicon.unit_at(text, number.end) is not None)


def _number_name(text: str, at: int) -> Skip | None:
    """长征五号, 神舟十八号, 一号文件: a Chinese numeral with 号; 九零后."""
    match = _GENERATION.match(text, at) if text[at + 2 : at + 3] in "后、/" else None
    if match is not None:
        return Skip(at, match.end(), "generation")
    if "号" not in text[at + 1 : at + 13]:
        return None
    match = _NUMBER_NAME.match(text, at)
    return None if match is None or _PEOPLE.match(text, match.end() - 1) else Skip(at, match.end(), "name-number")


_CLOCK = re.compile("[0-9]{1,2}:[0-5][0-9]", re.ASCII)
_PEOPLE = re.compile("号人(?![物选员类质格生才])")
_NUMBER_NAME = re.compile("[零〇一二三四五六七八九十百]{1,12}号")


def _week(text: str, at: int, lexicon: Lexicon) -> Skip | None:
    if text[at] not in _WEEKDAY:
        return None
    if text[at - 1 : at] in "、和及至到" and _WEEKDAYS.search(text, max(0, at - 16), at) is not None:
        return Skip(at, at + 1, "weekday")
    if text[at - 1 : at] not in _WEEK_TAILS or not text.endswith(_WEEK, 0, at):
        return None
    if text[at - 1] == "周" and text[at - 2 : at - 1] == "每" and lexicon.unit_at(text, at + 1) is not None:
        return None
    if text[at - 1] == "周" and text[at + 1 : at + 2] in "十百千万":
        return None
    return Skip(at, at + 1, "weekday")


def _marker(text: str, at: int) -> Skip | None:
    """(一), 1., 一、, 一是, 其一: numbers of sections and lists."""
    bracketed = _BRACKETED.match(text, at) if text[at - 1 : at] in "(（" else None
    if bracketed is not None:
        return Skip(at, bracketed.end(), "list-marker")
    if text[at - 1 : at] == "其" and text[at + 1 : at + 2] not in "个名家人次项":
        return Skip(at, at + 1, "list-marker")
    opens = at == 0 or text[at - 1] in '。；：;:\n“"「' or (at < 8 and not text[:at].strip())
    marker = _MARKER.match(text, at) if opens else None
    if marker is not None and (at == 0 or text[at] not in "0123456789" or not marker[0].isdigit()):
        return Skip(at, marker.end(), "list-marker")
    clause = opens or text[at - 1] in "，,、—(（ "
    if clause and text[at] in "一二三四五六七八九十" and text.startswith(_LISTING, at + 1):
        return Skip(at, at + 1, "list-marker")
    return None
