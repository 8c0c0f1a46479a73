"""F2: the software's reading in full, and what to do when it is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.gui import theme
from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.form import FormPage
from annotator.gui.card.keybutton import KeyButton
from annotator.gui.card.reading import Known, reading
from annotator.gui.card.section import Grid, Section
from annotator.gui.card.sentence import Sentence, Stroke, sentence_of
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label
from annotator.gui.words import kind_word
from annotator.model import State


class ReadingForm(FormPage):
    """The reading follows from the marked words and the sentence, so it is put right by moving the mark, or by saying it is no figure."""

    def __init__(self, bridge: SessionBridge, asked: Form) -> None:
        super().__init__(bridge, asked, title=tr("软件的理解"), mark="", action=tr("移动标记"))
        sentence = Sentence()
        sentence.show_words(
            self.session.article, sentence_of(self.session.article, self.claim.span), [Stroke(self.claim.span, box="accent")]
        )
        self.body.addWidget(sentence)
        self.body.addSpacing(theme.px(8))
        section = Section(tr("读作"), kind_word(self.claim.kind))
        grid = Grid()
        grid.show_entries([Known(tr("标记"), self.claim.text), *reading(self.claim, None)])
        section.body.addWidget(grid)
        self.body.addWidget(section)
        advice = Section(tr("读错了？"))
        words = tr(
            "数值由标出的文字得来。少标或多标了字，就移动标记的两端，移动后重新读、重新查，这一项退回待核；根本不是数据，就记为不是数据；读对了而数不对，就更正。"
        )
        advice.body.addWidget(Label(words, "body", "ink2", wrap=True))
        dismiss = KeyButton(tr("不是数据"), "dismiss", "4")
        dismiss.clicked.connect(self._dismiss)
        advice.body.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(advice)
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.commit_button

    def _dismiss(self) -> None:
        self.left.emit()
        self.bridge.press(State.DISMISSED)

    def act(self) -> bool:
        self.bridge.ask("adjust")
        return True
