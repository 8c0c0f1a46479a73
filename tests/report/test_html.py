"""The HTML page: whole in one file, safe, and every link leads somewhere."""

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from annotator.model import Evidence, State
from annotator.report import Report, build
from annotator.report.writing import render
from tests.report.ground import NOW, TEXT, analysis, fold_of, opened


class Page(HTMLParser):
    """The tags, ids, links and words of a page; `article` holds the words of each paragraph as the reader sees them, struck ones too."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture(scope="module")
def source(report: Report) -> str:
    return render(report, "html").decode("utf-8")


def test_golden(source: str, assert_golden: Callable[[str, str], None]) -> None:
    assert_golden("report.html", re.sub(r"<style>.*?</style>", "<style></style>", source, flags=re.DOTALL))


def test_the_page_is_whole_in_itself(source: str) -> None:
    page = Page(source)
    assert {tag for tag, _ in page.tags} & {"script", "iframe", "object", "embed", "img", "link", "base", "form"} == set()
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name in {"style", "src"}]
    assert "url(" not in source
    assert "@import" not in source


def test_its_policy_allows_its_own_style_sheet_and_nothing_else(source: str) -> None:
    policy = next(a["content"] for tag, a in Page(source).tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    style = source.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_every_link_leads_to_its_place_and_no_id_is_there_twice(source: str, report: Report) -> None:
    page = Page(source)
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    inner = [link[1:] for link in page.all("href") if link.startswith("#")]
    assert set(inner) <= set(ids)
    for row in report.rows:
        assert f"place-{row.claim.id}" in inner  # from the figure to the article
        assert f"row-{row.number}" in inner  # and back
    assert [link for link in page.all("href") if not link.startswith("#")] == ["https://example.org/ten?a=1&b=2"]


def test_the_marked_article_holds_the_text_in_full(source: str, report: Report) -> None:
    article = source.partition('<section id="article">')[2].partition("</section>")[0]
    paragraphs = [Page(part).text for part in re.findall(r"<p>(.*?)</p>", re.sub(r"<ins>.*?</ins>", "", article), re.DOTALL)]
    assert paragraphs == [report.article.slice(paragraph.span) for paragraph in report.article.paragraphs]


@pytest.mark.parametrize(
    "payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "javascript:alert(1)", "</style><b>", "&lt;"]
)
def test_foreign_text_stays_text(payload: str) -> None:
    session = opened(analysis(TEXT + payload + "\n"))
    fold = fold_of(session, "12%")
    session.add_evidence(fold, Evidence("e", payload, payload, payload, payload, payload, attachment=payload, sha256="0" * 64))
    session.decide(fold, State.CORRECTED, text=payload, reason=payload, evidence=["e"])
    session.note(fold, payload)
    session.reviewer = payload
    session.decide(fold_of(session, "3天"), State.FLAGGED, reason=payload, to=payload)
    source = render(build(session, draft=True, now=NOW), "html").decode("utf-8")
    page = Page(source)
    assert {tag for tag, _ in page.tags} & {"script", "img"} == set()
    assert page.text.count(payload) >= 8
    assert not [link for link in page.all("href") if not link.startswith("#")]


def test_what_cannot_be_shown_or_would_reorder_the_line_is_shown_as_its_code() -> None:
    session = opened()
    session.decide(fold_of(session, "12%"), State.FLAGGED, reason="a\x00b\u202ec\ud800d\ufffee")
    source = render(build(session, draft=True, now=NOW), "html").decode("utf-8")
    assert "a〈U+0000〉b〈U+202E〉c〈U+D800〉d〈U+FFFE〉e" in source
    assert "以代码代替的字符" in source


def test_a_draft_says_so_on_every_page_and_lists_what_is_open(report: Report, source: str) -> None:
    draft = render(build(opened(), draft=True, now=NOW), "html").decode("utf-8")
    assert '<body class="draft">' in draft
    assert "草稿 DRAFT" in draft
    assert "待核 8 项" in draft
    assert re.search(r"\.draft \.watermark\{[^}]*position:fixed", draft)
    assert "草稿" not in source
