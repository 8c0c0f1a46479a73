"""Characters a PDF gives back for a glyph that was another character in the text: radicals, compatibility and vertical forms, ligatures."""

import unicodedata

# Radicals of the supplement whose glyph is that of a whole character; the others have a shape of their own and stay.
_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺈刀⺋卩⺌小⺍小⺎兀⺐尢⺑尤⺒巳⺓幺⺔彑⺕彐⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻"
    "⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長"
    "⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_VERTICAL = "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰…︱—︲–︳＿︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］"


def _pairs(words: str) -> dict[int, str]:
    return {ord(words[at]): words[at + 1] for at in range(0, len(words), 2)}


def _folds() -> dict[int, str]:
    table = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | _pairs(_SUPPLEMENT)
    for code in (*range(0xF900, 0xFADA), *range(0x2F800, 0x2FA1E)):
        whole = unicodedata.normalize("NFC", chr(code))
        if whole != chr(code):
            table[code] = whole
    return table


FOLDS = _folds()
FORMS = _pairs(_VERTICAL) | {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


def folded(sign: str) -> str:
    """The character a glyph stands for in a text."""
    return FOLDS.get(ord(sign)) or FORMS.get(ord(sign)) or sign


def is_chinese(sign: str) -> bool:
    """Is it a Chinese character or a full-width sign, set without spaces?"""
    return (
        "\u2e80" <= sign <= "\u9fff"
        or "\uf900" <= sign <= "\ufaff"
        or "\ufe30" <= sign <= "\uffef"
        or sign >= "\U00020000"
        or sign in "“”‘’—…·"
    )
