"""Slips in the way numbers are written: one group that can be switched off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotator.checks.record import Example, check, suspicious
from annotator.checks.relations import Relations
from annotator.model import Finding, Level, Severity, Span, Suggestion

_NEXT = "一二三四五六七八九"
_THEN_NEXT = "|".join(f"{digit}(?=、{following})" for digit, following in pairwise(_NEXT))


@dataclass(frozen=True, slots=True)
class _Slip:
    pattern: re.Pattern[str]
    message: str
    holds: str  # every match holds one of these characters: a paragraph without them is not read
    better: str = ""  # a template of the match, or "" where there is no single right form


_SLIPS = (
    _Slip(re.compile(r"每小时时速|时速(?=[^，。；]{0,4}每小时)"), "“时速”已含“每小时”，重复，留一个即可。", "速"),
    _Slip(re.compile(r"日均每天|月均每月|年均每年|人均每人|户均每户|平均日均|平均人均"), "“均”与“每”重复，留一个即可。", "均"),
    _Slip(re.compile(r"(?<![0-9.])([0-9]+)千(万|亿)"), "以“万”“亿”为单位时不再夹用“千”，宜改写。", "千", r"\g<1>000\2"),
    _Slip(re.compile(r"(?<![0-9.])([0-9]+)百(万|亿)"), "以“万”“亿”为单位时不再夹用“百”，宜改写。", "百", r"\g<1>00\2"),
    _Slip(re.compile(r"[0-9]+亿[0-9]+千[0-9]*百?[0-9]*万"), "以“亿”“万”为单位的数夹用了“千”“百”，宜写成小数或全用“万”。", "亿"),
    _Slip(re.compile(r"(?<![0-9.])0[0-9]年(?=[1-9一二三四五六七八九十]|春|夏|秋|冬|底|初|起|，|的|全)"), "年份宜写全四位。", "0"),
    _Slip(re.compile(r"(?<![0-9世纪])[1-9]0年代"), "“年代”前没有写明世纪，宜写成“20世纪80年代”的样子。", "代"),
    _Slip(
        re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[—～~－\-至到])(?=[0-9]+(?:\.[0-9]+)?[%％])"),
        "前一个数省去了百分号，宜写成“10%～15%”的样子。",
        "%",
    ),
    _Slip(re.compile(r"百分之[0-9]+(?:\.[0-9]+)?"), "“百分之”后面宜用汉字数字，或改用百分号。", "之"),
    _Slip(
        re.compile(r"(?<![一二三四五六七八九])[一二][一二三四五六七八九零〇]*零[一二三四五六七八九零〇]*(?=年)"),
        "汉字年份里的“零”宜写成“〇”。",
        "零",
    ),
    _Slip(
        re.compile(r"(?<![^，。；：、“（\n\s])截止(?=[0-9]{1,4}[年月日时]|今年|去年|目前|本月|上月|昨|今[天日晚]|发稿|记者)"),
        "“截止”不能带时间，应写“截至”。",
        "止",
        "截至",
    ),
    _Slip(re.compile(r"二(?<![第十百千零〇一二三四五六七八九两、年]二)(?=[个家]|名(?!单)|位(?!数))"), "量词前宜用“两”。", "二", "两"),
    _Slip(re.compile(r"(?<=[0-9])\s?K(?:M|G|m|g)(?![A-Za-z])"), "单位符号大小写不对，应写 km、kg。", "K"),
    _Slip(
        re.compile(r"(?:上午|下午|傍晚|晚上)(?:1[3-9]|2[0-4])(?=[时点∶:：])"),
        "24 小时制的钟点前面不再加“下午”“晚上”。",
        "午晚夜",
    ),
    _Slip(re.compile(r"[上中下]旬(?:前后|左右)"), "“旬”已是约数，再用“前后”“左右”重复。", "旬"),
    _Slip(
        re.compile(rf"(?:{_THEN_NEXT})(?<![第初周期、][{_NEXT}])、.(?=[天个人年次名家米岁百千万十条](?![级]))"),
        "相邻两个数字连用表示概数，中间不用顿号。",
        "、",
    ),
    _Slip(
        re.compile(
            r"(?:贷款|投资|资金|收入|产值|营业额|利润|销售额|耗资|罚款|借款)(?:约|近|超过?|达到?|共)?[0-9][0-9.,]*[万亿](?=[，。；、])"
        ),
        "数字后面没有单位，宜补上“元”等单位。",
        "万亿",
    ),
)


@check(
    title="数字写法（可整组关闭）",
    title_en="House style of numbers",
    why="依据：《出版物上数字用法》（GB/T 15835—2011）对概数、计量、万亿单位的要求，和报刊编校中常见的重复说法。只提示写法，不判断数值。",
    limits="各报体例不同；引文、口语和旧文献应保留原貌。这一组可以整组关闭。",
    level=Level.HINT,
    severity=Severity.LOW,
    flags=(
        "新车[[每小时时速]]可达350公里。",
        "景区[[日均每天]]接待游客2万人次。",
        Example("项目总投资[[3千万]]元。", "3000万"),
        "他在[[80年代]]末进厂当学徒。",
        "[[三、四]]天就能到货。",
        "合作社去年[[贷款100万]]，今年还清。",
        Example("[[截止]]6月底，全县已有412户用上自来水。", "截至"),
        "新品种出苗率提高[[10—]]15%。",
    ),
    passes=(
        "新车时速可达350公里，每天运行12趟。",
        "项目总投资3000万元，其中设备2千克样品除外。",
        "他在20世纪80年代末进厂当学徒。",
        "三、四年级学生参加，三四天就能到货。",
        "合作社去年贷款100万元，今年还清。",
        "报名截止日期为6月30日，截至5月底已有412人报名。",
        "上世纪90年代建成的老桥，第三、四孔已经封闭。",
    ),
)
def find(relations: Relations) -> Iterator[Finding]:
    for paragraph in relations.paragraphs:
        characters = set(relations.text[paragraph.start : paragraph.end])
        for slip in _SLIPS:
            if characters.isdisjoint(slip.holds):
                continue
            for match in slip.pattern.finditer(relations.text, paragraph.start, paragraph.end):
                better = Suggestion(*match.span(), match.expand(slip.better)) if slip.better else None
                yield suspicious((Span(*match.span()),), slip.message, suggestion=better)
