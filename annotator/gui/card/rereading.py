"""F2: what the software understood, to be put right where it is wrong."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QWidget

from annotator.gui import theme
from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.fields import Line
from annotator.gui.card.form import FormPage
from annotator.gui.card.keybutton import KeyButton
from annotator.gui.card.reading import Known, decimal, hedge_word, reading
from annotator.gui.card.section import Grid, Section
from annotator.gui.card.sentence import Sentence, Stroke, sentence_of
from annotator.gui.card.typed import leap, quantity
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, row
from annotator.gui.words import kind_word
from annotator.lexicon import lexicon
from annotator.model import Claim, Hedge, Kind, State, told
from annotator.review import Invalid
from annotator.review.rules import check_reading


class ReadingForm(FormPage):
    """Value, unit, hedge and kind, as they will be read and checked anew. Other ways out: move the mark, or no figure at all."""

    def __init__(self, bridge: SessionBridge, asked: Form) -> None:
        super().__init__(bridge, asked, title=tr("软件的理解"), mark="", action=tr("按此理解"))
        article, span = self.session.article, self.claim.span
        sentence = Sentence()
        sentence.show_words(article, sentence_of(article, span), [Stroke(span, box="accent")])
        self.body.addWidget(sentence)
        self.body.addSpacing(theme.px(8))
        section = Section(tr("应读作"), tr("改后重新核对，退回待核"))
        section.body.addLayout(self._fields())
        self.body.addWidget(section)
        after = Section(tr("改后"))
        self.message = Label("", "small", "bad", wrap=True)
        self._grid = Grid()
        self.warning = Label("", "small", "flag", wrap=True)
        for each in (self._grid, self.warning, self.message):
            after.body.addWidget(each)
        self.body.addWidget(after)
        self.body.addWidget(Section(tr("应用于"), self.where()))
        self.body.addWidget(self._other_ways())
        self.body.addStretch(1)

    def _fields(self) -> QGridLayout:
        known = self.claim.quantity
        self.value = Line(tr("数值"), hint="37203 · 5.65亿 · 15%")
        self.high = Line(tr("到（区间的上限）"))
        self.unit = Line(tr("单位"))
        self.kind, self.hedge = QComboBox(), QComboBox()
        self.kind.setAccessibleName(tr("类别"))
        self.hedge.setAccessibleName(tr("限定"))
        for kind in Kind:
            self.kind.addItem(kind_word(kind), kind.value)
        for hedge in Hedge:
            self.hedge.addItem(hedge_word(hedge), hedge.value)
        value, high = (told(end, known.unit) for end in (known.value, known.high or ""))
        self._fill(value, high, known.unit, self.claim.kind.value, known.hedge.value)
        units = QCompleter(sorted({unit.name for unit in lexicon().units.values()}), self.unit)
        units.setFilterMode(Qt.MatchFlag.MatchContains)
        self.unit.setCompleter(units)
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.px(10))
        fields.setVerticalSpacing(theme.px(4))
        places = ((self.value, 0, 0), (self.high, 0, 1), (self.unit, 2, 0), (self.hedge, 2, 1), (self.kind, 4, 0))
        for field, line, column in places:
            name = Label(field.accessibleName(), "label", "ink3")
            name.setBuddy(field)  # where the name of a list is what it shows, a screen reader asks for its label
            fields.addWidget(name, line, column)
            fields.addWidget(field, line + 1, column)
        for each in (self.value, self.high, self.unit):
            each.textChanged.connect(self.touched)
        for combo in (self.kind, self.hedge):
            combo.currentIndexChanged.connect(self.touched)
        return fields

    def _fill(self, value: str, high: str, unit: str, kind: str, hedge: str) -> None:
        self.value.setText(value)
        self.high.setText(high)
        self.unit.setText(unit)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.hedge.setCurrentIndex(max(0, self.hedge.findData(hedge)))

    def _other_ways(self) -> QWidget:
        ways = Section(tr("不是读错？"))
        words = tr("少标或多标了字，就移动标记的两端；根本不是数据，就记为不是数据；读对了而稿件的数不对，就更正。")
        ways.body.addWidget(Label(words, "small", "ink2", wrap=True))
        move = KeyButton(tr("移动标记"), "adjust", "Ctrl+Shift+M")
        move.clicked.connect(self._move)
        dismiss = KeyButton(tr("不是数据"), "dismiss", "4")
        dismiss.clicked.connect(self._dismiss)
        ways.body.addLayout(row(move, dismiss, spacing=8))
        return ways

    @property
    def read(self) -> Claim:
        """The claim as the fields say."""
        made = quantity(self.value.text(), self.high.text(), self.unit.text(), Hedge(self.hedge.currentData()), self.claim.quantity)
        return self.claim._replace(kind=Kind(self.kind.currentData()), quantity=made)

    def _why_not(self, read: Claim) -> str:
        try:
            check_reading(self.claim, read.kind, read.quantity)
        except Invalid as refusal:
            return str(refusal)
        return ""

    # --- what a form says of itself ---

    def weigh(self) -> None:
        read = self.read
        why_not = self._why_not(read)
        changed = read != self.claim
        self.message.setText(why_not if changed else "")
        self.message.setVisible(changed and bool(why_not))
        times = None if why_not else leap(self.claim.quantity, read.quantity)
        self.warning.setText("" if times is None else _warned(times))
        self.warning.setVisible(times is not None)
        self._grid.show_entries([Known(tr("类别"), kind_word(read.kind)), *reading(read, None)])
        super().weigh()

    def conditions(self) -> list[tuple[str, bool]]:
        read = self.read
        return [(tr("有改动"), read != self.claim), (tr("读得通"), not self._why_not(read) or read == self.claim)]

    def data(self) -> dict[str, Any]:
        return {
            "value": self.value.text(),
            "high": self.high.text(),
            "unit": self.unit.text(),
            "kind": str(self.kind.currentData()),
            "hedge": str(self.hedge.currentData()),
        }

    def restore(self, data: Mapping[str, Any]) -> None:
        self._fill(str(data["value"]), str(data["high"]), str(data["unit"]), str(data["kind"]), str(data["hedge"]))

    def first_field(self) -> QWidget:
        self.value.selectAll()
        return self.value

    def act(self) -> bool:
        read = self.read
        return self.bridge.read_as(self.fold.id, read.kind, read.quantity) is not None

    def _move(self) -> None:
        self.left.emit()
        self.bridge.ask("adjust")

    def _dismiss(self) -> None:
        self.left.emit()
        self.bridge.press(State.DISMISSED)


def _warned(times: Fraction) -> str:
    """A value that becomes so many times what it was is a slip of the unit more often than not."""
    if abs(times) >= 1:
        return tr("数值变成原来的 {times} 倍，请看数值和单位有没有写错。").format(times=decimal(times))
    if times == 0:
        return tr("数值变成 0，请看有没有写错。")
    return tr("数值变成原来的 1/{times}，请看数值和单位有没有写错。").format(times=decimal(1 / times))
