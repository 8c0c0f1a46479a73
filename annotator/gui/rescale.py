"""Lets everything that was laid out in lengths of the design follow another zoom: paddings, gaps, and sizes that were set."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QGridLayout, QLayout, QSpacerItem, QWidget

_DESIGN: Final = "design"  # the property that keeps lengths of the design, so that rounding never adds up
_UNSET: Final = 16_777_215  # Qt's QWIDGETSIZE_MAX


def rescale(top: QWidget, before: float, now: float) -> None:
    """Bring a window and all in it from one scale (screen pixels for one of the design) to another; its own size stays."""
    for widget in top.findChildren(QWidget):
        if not widget.isWindow():
            _resize(widget, before, now)
    for layout in top.findChildren(QLayout):
        if isinstance(layout, QBoxLayout | QGridLayout | QFormLayout):
            _respace(layout, before, now)


def _resize(widget: QWidget, before: float, now: float) -> None:
    inner = widget.contentsMargins()
    had = [inner.left(), inner.top(), inner.right(), inner.bottom()]
    had += [widget.minimumWidth(), widget.minimumHeight(), widget.maximumWidth(), widget.maximumHeight()]
    if all(_stays(length) for length in had):
        return
    left, upper, right, lower, least, lowest, most, highest = _scaled(widget, had, before, now)
    if any(had[:4]):
        widget.setContentsMargins(left, upper, right, lower)
    widget.setMinimumSize(least, lowest)
    widget.setMaximumSize(most, highest)


def _respace(layout: QBoxLayout | QGridLayout | QFormLayout, before: float, now: float) -> None:
    around = layout.contentsMargins()
    spacers = [spacer for at in range(layout.count()) if (item := layout.itemAt(at)) and (spacer := item.spacerItem())]
    had = [around.left(), around.top(), around.right(), around.bottom(), *_gaps(layout)]
    had += [length for spacer in spacers for length in (spacer.sizeHint().width(), spacer.sizeHint().height())]
    if all(_stays(length) for length in had):
        return
    left, upper, right, lower, *rest = _scaled(layout, had, before, now)
    layout.setContentsMargins(left, upper, right, lower)
    if isinstance(layout, QBoxLayout):
        layout.setSpacing(rest.pop(0))
    else:
        layout.setHorizontalSpacing(rest.pop(0))
        layout.setVerticalSpacing(rest.pop(0))
    for at, spacer in enumerate(spacers):
        _stretch(spacer, rest[2 * at], rest[2 * at + 1])
    layout.invalidate()


def _gaps(layout: QBoxLayout | QGridLayout | QFormLayout) -> list[int]:
    return [layout.spacing()] if isinstance(layout, QBoxLayout) else [layout.horizontalSpacing(), layout.verticalSpacing()]


def _stretch(spacer: QSpacerItem, width: int, height: int) -> None:
    policy = spacer.sizePolicy()
    spacer.changeSize(width, height, policy.horizontalPolicy(), policy.verticalPolicy())


def _scaled(thing: QObject, had: Sequence[int], before: float, now: float) -> list[int]:
    """The lengths at the new scale, from those of the design where they still stand for what is there."""
    kept = thing.property(_DESIGN)
    known: Sequence[float] = kept if isinstance(kept, list) and len(kept) == len(had) else [-1.0] * len(had)
    design = [_of_design(length, there, before) for length, there in zip(known, had, strict=True)]
    thing.setProperty(_DESIGN, design)
    return [_at(length, now) for length in design]


def _of_design(known: float, had: int, scale: float) -> float:
    if _stays(had):
        return had
    return known if _at(known, scale) == had else had / scale


def _at(length: float, scale: float) -> int:
    return round(length) if _stays(length) else round(length * scale)


def _stays(length: float) -> bool:
    return length >= _UNSET or length <= 0
