"""Which form answers which question."""

from annotator.gui.bridge import Form, SessionBridge
from annotator.gui.card.correction import CorrectionForm
from annotator.gui.card.form import FormPage
from annotator.gui.card.rereading import ReadingForm
from annotator.gui.card.saying import AnswerForm, FlagForm, NoteForm, ReasonForm
from annotator.gui.card.source import EvidenceForm
from annotator.model import Suggestion


def make(bridge: SessionBridge, asked: Form, suggestion: Suggestion | None = None) -> FormPage | None:
    """The form for what is asked about the selected claim; None where that is not the card's to ask (the ends of a claim)."""
    if bridge.session is None or bridge.claim is None or bridge.fold is None:
        return None
    match asked.kind:
        case "correct":
            return CorrectionForm(bridge, asked, suggestion)
        case "flag":
            return FlagForm(bridge, asked)
        case "reason":
            return ReasonForm(bridge, asked)
        case "answer":
            return AnswerForm(bridge, asked)
        case "note":
            return NoteForm(bridge, asked)
        case "evidence":
            return EvidenceForm(bridge, asked)
        case "reading":
            return ReadingForm(bridge, asked)
        case _:
            return None
