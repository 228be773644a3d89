"""The examples: their memo is kept true, and says what it is there to show."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from briefing import outputs, pipeline, readers, verify
from briefing.model import Memo

EXAMPLES = Path(__file__).parents[1] / "examples"
README = Path(__file__).parents[1] / "README.md"
NOTE = "Fictional outlet, written for this example"


@pytest.fixture(scope="module")
def memo() -> Memo:
    """The memo of the inbox."""
    reading = readers.collect([str(EXAMPLES / "inbox")])
    assert reading.unreadable == ()
    return pipeline.compose(reading.documents)


def test_the_memo_in_the_repository_is_the_one_that_is_made(
    memo: Memo, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    path = EXAMPLES / "memo.md"
    if request.config.getoption("--update-golden"):
        outputs.write(memo, path)
    outputs.write(memo, tmp_path / "memo.md")
    for name in ("memo.md", "memo.sources.jsonl.gz"):
        assert (EXAMPLES / name).read_bytes() == (tmp_path / name).read_bytes(), name


def test_the_readme_shows_the_beginning_of_that_memo(request: pytest.FixtureRequest) -> None:
    page = (EXAMPLES / "memo.md").read_text(encoding="utf-8")
    beginning = page[: page.index("\n## Human Rights")].strip()
    quoted = "\n".join(f"> {line}".rstrip() for line in beginning.splitlines())
    shown = f"<!-- memo -->\n{quoted}\n<!-- /memo -->"
    text = README.read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        text = re.sub(r"<!-- memo -->.*<!-- /memo -->", lambda _: shown, text, flags=re.DOTALL)
        README.write_text(text, encoding="utf-8")
    assert shown in text


def test_every_line_of_it_is_found_in_the_inbox() -> None:
    lines = verify.check(EXAMPLES / "memo.md", texts=EXAMPLES / "inbox")
    assert {line.outcome for line in lines} == {"found"}
    assert len(lines) > 15


def test_all_four_sections_are_filled_and_the_budget_holds(memo: Memo) -> None:
    assert all(section.items for section in memo.sections if section.id != "other")
    assert 300 < memo.stats.words <= 500
    assert 3 <= len(memo.bottom_line) <= 5
    assert sum(i.claim.best.n_words for i in memo.bottom_line) <= 125


def test_the_wire_line_stands_once_and_names_its_copies(memo: Memo) -> None:
    copies = [i for i in memo.items if len({s.document for s in i.claim.sentences}) == 3]
    assert copies
    assert {len({s.document.publisher for s in i.claim.sentences}) for i in copies} == {3}


def test_no_junk_of_the_inbox_is_printed(memo: Memo) -> None:
    junk = re.compile(
        r"newsletter|read more|sign up|advertisement|photo|\?$|correspondent in|fictional", re.I
    )
    assert [i.claim.best.text for i in memo.items if junk.search(i.claim.best.text)] == []
    assert {"caption", "byline", "question", "read more", "bare quote"} <= set(
        memo.coverage.dropped
    )


def test_the_contradiction_about_the_march_is_not_folded(memo: Memo) -> None:
    figures = {
        figure
        for item in memo.items
        for sentence in item.claim.sentences
        for figure in ("1,200", "4,000")
        if figure in sentence.text and "Valmorin" in sentence.text
    }
    both = [
        item
        for item in memo.items
        if {"1,200", "4,000"}
        <= {f for s in item.claim.sentences for f in ("1,200", "4,000") if f in s.text}
    ]
    assert figures
    assert both == []


def test_each_article_says_that_its_outlet_is_fictional() -> None:
    for path in sorted((EXAMPLES / "inbox").iterdir()):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            assert all(json.loads(row)["note"] == NOTE for row in text.splitlines())
        else:
            assert NOTE in text, path.name
