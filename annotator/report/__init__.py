"""What leaves the desk: the verification report and the corrected manuscript, one frozen record and a writer a format."""

from annotator.report.blockers import OpenWork, Unfinished, blockers, open_work
from annotator.report.compose import build
from annotator.report.record import Report
from annotator.report.writing import FORMATS, SymlinkTarget, write

__all__ = ["FORMATS", "OpenWork", "Report", "SymlinkTarget", "Unfinished", "blockers", "build", "open_work", "write"]
