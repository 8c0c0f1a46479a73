"""The words that tie two values to a change, and those that tell the older value from the newer one."""

import re
from fractions import Fraction

from annotator.checks.relations.sentence import HOLE
from annotator.lexicon import alternatives, table

WORDS = table("directions.toml")


def any_of(*names: str) -> str:
    """The words of some lists of the lexicon as alternatives, longest first."""
    return alternatives(word for name in names for word in WORDS["values"][name])


_RISE, _FALL = "|".join(WORDS["rise"]), "|".join(WORDS["fall"])
VERB = f"(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))"
ADJECTIVE = re.compile(
    f"(?:(?P<rise>(?<!最)(?:{'|'.join(WORDS['compared']['rise'])}))|(?P<fall>(?<![最至])(?:{'|'.join(WORDS['compared']['fall'])}))|"
    f"(?<!最)(?:{'|'.join(WORDS['compared']['either'])}))(?:了|出|约|近|整整)*$"
)
MOVING = frozenset(word[0] for word in (*WORDS["rise"], *WORDS["fall"]))
"""The characters that open the verbs: words without them have no such verb, and most have none."""
ABOUT = "(?:约|近|超|逾|达到|达|为|至少|将近|整整|足足|出|仅|大约|，|了|率|幅度)"
DELTA = re.compile(rf"{VERB}{ABOUT}{{0,4}}$")
ONLY_VERB = re.compile(rf"{VERB}(?:了|约)?")
FROM_NOW = rf"(?:约|近|{any_of('now')}|的|{HOLE}(?:年?末|年?底|时)?的?|每\w|超过?|逾|了)"
RESULT = re.compile(rf"(?:{VERB}|调整|变更|修订|变|改)(?:到|至|为|成){FROM_NOW}{{0,4}}$")
LED_RESULT = re.compile(rf"^[^，。；：{HOLE}]{{0,8}}(?:到|至|成|为){FROM_NOW}{{0,4}}$")
BEFORE = re.compile(
    rf"(?:{any_of('before')}|{HOLE}(?=同))(?:同期|同月|同日|末|底)?(?:(?<=同期)，)?[^，。；：{HOLE}]{{0,16}}?(?:为|是|的|有|仅|达|只有|仅有|仅为|约|只)?$"
)
IN_YEAR = re.compile(rf"{HOLE}(?:，?(?:这一|该|这个)数[字据])?(?:末|底|时)?[^，。；：{HOLE}]{{0,6}}?(?:为|是|的|有|仅)?$")
FIRST = re.compile(rf"(?:{any_of('first')})[^，。；：{HOLE}]{{0,6}}$")
NOW = re.compile(rf"(?:{any_of('now')})[^，。；：{HOLE}]{{0,14}}$")
OFFER = re.compile(rf"^[，（](?:{any_of('offer')})(?:为|仅|只要|只需)?$")
THAN = re.compile(r"(?:(?<![占对环同])比(?![例重赛分率值])|较|相比)[^，。；：]*$")
BESIDE = re.compile(r"(?:[与和]|同(?![期月比日年样]))[^，。；：]*$")
LED = re.compile(r"[由从自][^，。；：]*$")
ONWARD = re.compile(r"(?:达|达到|为|至|到)(?:了)?$")
PAID = re.compile(r"^起?，?(?:优惠|打折|折)?后?(?:，|现|仅|只|的|后|实付|实际|到手|支付|售|卖|价|需|要|为|是|优惠|成交|销售|购买)*$")
CUT = re.compile("(?:打|相当于|约合|合|享|按|为|是|即)(?:了|约)?$")
TIMES_OF = re.compile(rf"[，（]?[^，。；：{HOLE}]{{0,3}}?(?:是|为|相当于|达到?)[^，。；：]{{0,16}}")
AGAINST = re.compile(
    rf"[，（]\w{{0,2}}?(?:(?P<rise>高于|多于|超过|超出|大于)|(?P<fall>低于|少于|不及|小于))(?:[^，。；：{HOLE}]{{2,10}}|{HOLE}\w{{0,4}})的"
)
MOVES = re.compile(rf"(?:相比)?(?:有所|略有|大幅|明显|小幅|略微|又有|再有|都有)?{VERB}[，。；]")
COMPARED_WITH = re.compile(rf"[，（]\w{{0,2}}?(?:比|较)(?:[^，。；：{HOLE}]{{2,10}}|{HOLE}\w{{0,4}})的")
TIES = re.compile(
    rf"{HOLE}[里内来]|(?:这一|该|这个)数[字据]|一口气|一举|一下子|完成|实现|录得|个?交易日|[年月周日](?=[涨跌增降升减]幅)|"
    rf"{_RISE}|{_FALL}|(?:{any_of('now', 'before', 'offer')})[末底初]?|{HOLE}|[，、（）]|"
    "同比|环比|同期|期间|其间|累计|净|率|"
    "幅度|幅|约|近|超过?|逾|达到?|为|至少|足足|整整|了|共|[年月日天]?间|预计|预期|有望|可|将|即|相当于|约合|相比|相较|"
    "仅|大幅|小幅|明显|略|微|再|还|进一步|继续|实际|分别|提前|又|也|已|则|是|的|打|有|而|却|反而|的?基础上|高出|[高多低少出比较与到至快慢]|"
    "每(?:吨|千?克|公?斤|度|亩|平方米|立方米|升|千瓦时|公里|股|桶)"
)
YEARLY = re.compile("平均|[年月日人户]均|每[年月日天人户周季]")
EACH_YEAR = re.compile("年均|月均|平均每[年月]|每年|逐年|年复合")
PER = re.compile("([年月周日人户亩])均|每(?:个|一)?([年月周日天人户亩])")
OF_NAMED = re.compile(rf"(?:是|为|相当于|达到?|约为)(?P<whom>[^，。；：{HOLE}]{{1,10}}?|{HOLE}\w{{0,4}})的(?:约|近)?$")
COMPARED = re.compile(r"(?:比|较|与|和|同|对比|由|从|自)(?:上年|去年)?$")
COMPARES = re.compile("(?<![同环对占])比(?![重例率分])|较")
TAKES_UP = re.compile(
    "(?:而)?(?:去年|上年|前年|今年|目前|上月|本月|此前|同比|环比|[比较与][去上]年|这一数[字据]|该数[字据]|这个数[字据]|[0-9]{4}年[^，。]{0,3}，?(?:这一数[字据]|该数[字据]|仅?为|是|达))"
)
AS_IT_WAS = re.compile("原来|原先|过去|以前|之前|此前|当初|改造前|最初")
BREAK = re.compile(r"[。；！？]")
MORE = ("多", "有余", "还多", "以上", "强", "的目标")


def says_same(between: str, known: str) -> bool:
    """Is nothing but ties said between two values, or what the words before the first said already?"""
    return all(word in known for word in TIES.sub(" ", between).split())


def says_earlier(lead: str) -> bool:
    """Do the words before a value say that it is the older one?"""
    return bool(THAN.search(lead) or BEFORE.search(lead) or FIRST.search(lead))


def goes_from(lead: str, after: str) -> bool:
    """Is a change told right behind the older value it starts from: 9套，由前一周的7套回升2套?"""
    return bool(ONLY_VERB.fullmatch(after) and LED.search(lead) and BEFORE.search(lead))


def apart(one: Fraction, other: Fraction) -> Fraction:
    """How many times one value is the other, or the reverse, whichever is more."""
    low, high = sorted((abs(one), abs(other)))
    return high / low if low else Fraction(10**9)


def counted_per(lead: str) -> str:
    """The span of time or the head that a value is counted for: 日 in 日均 and 每天."""
    found = PER.search(lead.rpartition("，")[2])
    return (found[1] or found[2]).replace("天", "日") if found else ""


def direction(verb: re.Match[str]) -> tuple[bool | None, str]:
    """Does a verb say that values rise, None where it says neither; and the verb."""
    rises = True if verb["rise"] else False if verb["fall"] else None
    return rises, verb[0].strip("，")
