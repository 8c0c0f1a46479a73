"""The findings as a tree of two levels: groups by verdict, check or paragraph, and the findings in them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.gui.bridge import SessionBridge
from annotator.gui.filter import Filter
from annotator.gui.i18n import tr
from annotator.gui.sentences import translated
from annotator.gui.words import check_title, settled_word, severity_word, state_word, verdict_word
from annotator.model import Finding, Fold, Level, State, Verdict
from annotator.review import Changes, Session

ROW: Final = Qt.ItemDataRole.UserRole
_WORST_FIRST: Final = (Verdict.CONTRADICTION, Verdict.SUSPICIOUS, Verdict.CONSISTENT)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """A finding with what the list shows of it."""

    finding: Finding
    folds: tuple[Fold, ...]  # the folds it speaks of, in text order
    title: str  # of the check
    places: str
    state: State
    asks: bool  # an error nobody has answered, by a reason or by a decision
    settled: bool  # an error somebody has


@dataclass(frozen=True)
class Group:
    """A head line and its rows; a row is put anew in its place when its state changes."""

    title: str
    rows: list[Row]

    def counts(self) -> list[tuple[Verdict, int]]:
        """How many findings of each verdict, worst first, without zeros and without what is settled."""
        numbers = [(verdict, sum(row.finding.verdict is verdict and not row.settled for row in self.rows)) for verdict in _WORST_FIRST]
        return [(verdict, number) for verdict, number in numbers if number]


class FindingsModel(QAbstractItemModel):
    """Groups and rows under the filter in force. `group_by`: verdict, check or paragraph."""

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.group_by = "verdict"
        self.filter = Filter()
        self.open_only = False
        self.with_hints = False
        self._built: tuple[Group, ...] | None = ()  # None: to be read when somebody looks
        self._where: dict[str, tuple[int, int]] = {}  # finding -> group and row
        self._of_fold: dict[str, list[str]] = {}
        self.counts: dict[Verdict, int] = {}  # of all findings shown without the filter, what is settled aside
        self.total = 0  # the settled ones, too
        self._settled: set[str] = set()
        bridge.opened.connect(self.reread)
        bridge.changed.connect(self._change)

    @property
    def _groups(self) -> tuple[Group, ...]:
        """What is shown, put together when it is first asked for: for a long article that takes time."""
        if self._built is None:
            session = self._bridge.session
            self._built = () if session is None else self._grouped(session)
            self._where = {row.finding.id: (at, number) for at, group in enumerate(self._built) for number, row in enumerate(group.rows)}
            self._of_fold = {}
            for row in (row for group in self._built for row in group.rows):
                for fold in row.folds:
                    self._of_fold.setdefault(fold.id, []).append(row.finding.id)
        return self._built

    # --- Qt's questions ---

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        if not parent.isValid():
            return self.createIndex(row, column, 0) if 0 <= row < len(self._groups) else QModelIndex()
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].rows) if parent.internalId() == 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        group = index.internalId()
        item = self._groups[group - 1].rows[index.row()] if group else self._groups[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return translated(item.finding.formula or item.finding.message) if isinstance(item, Row) else item.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(item)
            case Qt.ItemDataRole.ToolTipRole:
                return translated(item.finding.message) if isinstance(item, Row) else None
            case _:
                return item if role == ROW else None

    # --- what there is ---

    def find(self, finding_id: str) -> QModelIndex:
        """The index of a finding, or an invalid one."""
        group, row = self._where.get(finding_id, (-1, -1)) if self._groups else (-1, -1)
        return self.createIndex(row, 0, group + 1) if group >= 0 else QModelIndex()

    def first_of(self, fold_id: str) -> QModelIndex:
        """The index of the worst finding of a fold, or an invalid one."""
        known = self._of_fold.get(fold_id, ()) if self._groups else ()
        return self.find(min(known, key=self._where.__getitem__, default=""))

    def rows(self) -> list[Row]:
        """All rows in order."""
        return [row for group in self._groups for row in group.rows]

    def reread(self) -> None:
        """Build the tree again."""
        self.beginResetModel()
        self._built = None
        session = self._bridge.session
        shown = [] if session is None else list(filter(self._is_shown, session.all_findings))
        self._settled = set() if session is None else {finding.id for finding in shown if session.is_settled(finding)}
        verdicts = Counter(finding.verdict for finding in shown if finding.id not in self._settled)
        self.counts = {verdict: verdicts[verdict] for verdict in _WORST_FIRST}
        self.total = len(shown)
        self.endResetModel()

    def _settle(self, session: Session, changes: Changes) -> bool:
        """Count again what was settled, or asks once more; does another finding than before?"""
        folds = [fold for fold in changes.folds if session.fold_of(fold)]
        findings = {finding.id: finding for fold in folds for finding in session.findings(fold) if finding.is_error}
        turned = [f for f in findings.values() if session.is_settled(f) != (f.id in self._settled)]
        for finding in turned:
            self.counts[finding.verdict] += 1 if finding.id in self._settled else -1
            self._settled ^= {finding.id}
        return bool(turned)

    def _is_shown(self, finding: Finding) -> bool:
        return self.with_hints or finding.level is Level.ERROR or finding.verdict is Verdict.CONSISTENT

    def _change(self, changes: Changes) -> None:
        session = self._bridge.session
        assert session is not None
        if (changes.structure and not session.stale) or self.open_only or self.filter:  # while it is stale, the list as it was is marked so
            self.reread()
            return
        turned = self._settle(session, changes)
        if self._built is None:
            return
        if turned and self.group_by == "verdict":  # they belong to another group
            self.beginResetModel()
            self._built = None
            self.endResetModel()
            return
        for finding_id in {finding for fold in changes.folds for finding in self._of_fold.get(fold, ())}:
            group, at = self._where[finding_id]
            row = self._built[group].rows[at]
            self._built[group].rows[at] = self._row(session, row.finding, row.folds)
            index = self.createIndex(at, 0, group + 1)
            self.dataChanged.emit(index, index)

    def _grouped(self, session: Session) -> tuple[Group, ...]:
        findings = filter(self._is_shown, session.all_findings)
        rows = [self._row(session, finding, session.folds_under(finding.id)) for finding in findings]
        rows = [row for row in rows if self._passes(session, row)]
        rows.sort(key=lambda row: (_rank(row), row.finding.spans))
        groups: dict[str, list[Row]] = {}
        for row in rows:
            groups.setdefault(self._key(session, row), []).append(row)
        return tuple(Group(title, found) for title, found in groups.items())

    def _passes(self, session: Session, row: Row) -> bool:
        if self.open_only and not row.asks:
            return False
        return self.filter.finding_holds(session, row.finding, row.folds, row.title)

    def _key(self, session: Session, row: Row) -> str:
        match self.group_by:
            case "check":
                return row.title
            case "paragraph":
                return tr("第 {n} 段").format(n=session.article.paragraph_at(row.finding.spans[0].start).order + 1)
            case _:
                return settled_word() if row.settled else verdict_word(row.finding.verdict)

    def _row(self, session: Session, finding: Finding, folds: tuple[Fold, ...]) -> Row:
        states = [session.state(fold.id) for fold in folds]
        state = next((state for state in states if state is not State.CONFIRMED), State.CONFIRMED) if states else State.PENDING
        title = check_title(finding.check)
        return Row(finding, folds, title, _places(session, finding), state, session.is_open(finding), session.is_settled(finding))


def _rank(row: Row) -> int:
    """What asks, the worst first; then what is settled; then what holds."""
    return 2 if row.settled else (0, 1, 3)[_WORST_FIRST.index(row.finding.verdict)]


def _places(session: Session, finding: Finding) -> str:
    numbers = sorted({session.article.paragraph_at(span.start).order + 1 for span in finding.spans})
    return tr("{numbers} 段").format(numbers="、".join(map(str, numbers[:4])) + ("…" if len(numbers) > 4 else ""))


def standing(row: Row) -> str:
    """Does a finding still ask? "" for what never did."""
    return tr("未回应") if row.asks else settled_word() if row.settled else ""


def spoken(item: Row | Group) -> str:
    """A line in words, for screen readers."""
    if isinstance(item, Group):
        return f"{item.title}，" + "，".join(f"{verdict_word(verdict)} {number}" for verdict, number in item.counts())
    finding = item.finding
    parts: Iterable[str] = (
        verdict_word(finding.verdict),
        item.title,
        translated(finding.formula),
        translated(finding.message),
        item.places,
        severity_word(finding.severity) if finding.is_error else "",
        standing(item),
        state_word(item.state),
    )
    return "，".join(part for part in parts if part)
