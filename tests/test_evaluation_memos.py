"""Memos are measured against memos made by hand, and bad ones cost themselves alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.cli import exits
from briefing.evaluation import ideals, memos
from briefing.evaluation.ideals import Day, Span
from briefing.model import Unreadable
from briefing.options import Options
from briefing.sections import loading
from tests import commands
from tests.commands import Said

TREATY = (
    "French President Ana Holm said on Monday that France would sign the treaty with Germany."
)
REPLY = "German Foreign Minister Jon Brandt welcomed the decision of the French government."
CURTAINS = "The curtains in the hall of the palace were of a very pale yellow."
OTHER_WORDS = (
    "Ana Holm, the French president, said that France would sign the treaty with Germany."
)
ARTICLES = (
    ("France to sign treaty with Germany", [TREATY, CURTAINS, REPLY]),
    ("Holm speaks", [OTHER_WORDS]),
)
BILATERAL = "bilateral-relations"


def document(title: str, texts: list[str]) -> dict[str, Any]:
    url = "https://example.com/" + title.replace(" ", "-")
    return {"title": title, "text": "\n\n".join(texts), "date": "2031-05-06", "url": url}


DOCUMENTS = [document(*article) for article in ARTICLES]
DAY = {"id": "2031-05-06", "documents": DOCUMENTS}


def line(text: str, doc: int = 0, section: str = BILATERAL, **more: Any) -> dict[str, Any]:
    start = DOCUMENTS[doc]["text"].index(text)
    return {"doc": doc, "start": start, "end": start + len(text), "section": section} | more


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "days.jsonl"
    path.write_text(json.dumps(DAY) + "\n", encoding="utf-8")
    return path


def put(folder: Path, name: str, *lines: Any, day: str = "2031-05-06") -> None:
    folder.mkdir(exist_ok=True)
    memo = {"id": day, "lines": lines}
    (folder / f"{name}.json").write_text(json.dumps(memo), encoding="utf-8")


def read(data: Path, folder: Path) -> list[Day | Unreadable]:
    return list(ideals.read(data, folder, loading.load("foreign-affairs").titles))


Run = Callable[..., Said]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    return lambda *arguments: commands.run(*map(str, arguments), capsysbinary=capsysbinary)


def days(data: Path, folder: Path) -> list[Day]:
    return [day for day in read(data, folder) if isinstance(day, Day)]


@pytest.mark.parametrize(
    ("a", "b", "meets"),
    [
        (Span(0, 0, 10), Span(0, 5, 30), True),
        (Span(0, 0, 10), Span(0, 6, 30), False),
        (Span(0, 0, 100), Span(0, 40, 50), True),
        (Span(0, 0, 10), Span(1, 0, 10), False),
    ],
)
def test_lines_meet_that_share_half_of_the_shorter(a: Span, b: Span, meets: bool) -> None:
    assert a.meets(b) is meets
    assert b.meets(a) is meets


def test_a_line_counts_in_any_of_its_wordings(data: Path, tmp_path: Path) -> None:
    also = [line(OTHER_WORDS, 1)]
    put(tmp_path / "hand", "a", line(TREATY, also=also, role="bottom"), line(REPLY))
    report = memos.evaluate(days(data, tmp_path / "hand"), ["default"], Options(words=60))
    mine = report.results[0]
    assert mine.pages[0].covered == (2, 2)
    assert mine.covered.mean == 1
    assert mine.by_role == {"bottom": (1, 1), "line": (1, 1)}
    assert mine.by_section == {BILATERAL: (2, 2)}
    assert mine.placed.mean == 1
    assert report.misses == ()
    assert mine.total(lambda page: page.n_opinion) == 0


def test_what_is_missed_and_what_intrudes_is_named(data: Path, tmp_path: Path) -> None:
    put(tmp_path / "hand", "a", line(CURTAINS, section="syria"))
    report = memos.evaluate(days(data, tmp_path / "hand"), ["default"], Options(words=40))
    mine = report.results[0]
    assert mine.covered.mean == mine.shared.mean == mine.placed.mean == 0
    (missed,) = report.misses
    assert missed.text == CURTAINS
    assert "other" in missed.fate or missed.miss is not None
    assert len(report.intruders) == len(mine.pages[0].lines) > 0
    oracle = next(result for result in report.results if result.name == memos.ORACLE)
    assert oracle.covered.mean == 1
    assert [printed.sentence.text for printed in oracle.pages[0].lines] == [CURTAINS]


def test_another_editor_is_measured_beside(data: Path, tmp_path: Path) -> None:
    put(tmp_path / "hand", "a", line(TREATY), line(REPLY))
    put(tmp_path / "hand", "a.second", line(TREATY), line(CURTAINS))
    report = memos.evaluate(days(data, tmp_path / "hand"), ["lead"], Options(words=60))
    other = next(result for result in report.results if result.name == memos.EDITOR)
    assert other.pages[0].covered == (1, 2)
    assert other.pages[0].shared == (1, 2)
    assert report.results[0].pages[0].ideal.name == "a"


def test_the_same_claim_twice_is_a_repeat(data: Path, tmp_path: Path) -> None:
    put(tmp_path / "hand", "a", line(TREATY, also=[line(REPLY)]))
    report = memos.evaluate(days(data, tmp_path / "hand"), ["default"], Options(words=60))
    page = report.results[0].pages[0]
    assert page.covered == (1, 1)
    assert page.n_shared == 1 + page.n_repeats == 2


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (5, "line 1: is no object"),
        (
            line(TREATY, section="syrai"),
            "line 1: unknown section 'syrai'; did you mean 'syria'?",
        ),
        ({"section": "syria", "doc": 0}, "line 1: a wording is no object with numbers"),
        (line(TREATY) | {"doc": 7}, "line 1: doc: the day has no document 7 with a text"),
        (line(TREATY) | {"end": 10**6}, "line 1: characters 0 to 1000000 are not within"),
        (line(TREATY, also=3), "line 1: also: is no list"),
    ],
)
def test_a_line_that_cannot_be_read_costs_itself(
    data: Path, tmp_path: Path, wrong: Any, reason: str
) -> None:
    put(tmp_path / "hand", "a", wrong, line(REPLY))
    (day,) = days(data, tmp_path / "hand")
    assert len(day.ideals[0].lines) == 1
    assert day.skipped[0].reason.startswith(reason)
    put(tmp_path / "hand", "a", wrong)
    (bad,) = read(data, tmp_path / "hand")
    assert isinstance(bad, Unreadable)
    assert bad.reason.startswith(reason)


def test_a_memo_that_cannot_be_read_costs_itself(data: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "hand"
    put(folder, "a", line(TREATY))
    put(folder, "b", line(TREATY), day="1999-01-01")
    (folder / "c.json").write_text("{", encoding="utf-8")
    (folder / "d.json").write_text("[]", encoding="utf-8")
    (folder / "e.json").write_text('{"lines": []}', encoding="utf-8")
    (folder / "NOTES.md").write_text("no memo", encoding="utf-8")
    found = run("evaluate", "memos", data, "--ideal", folder, "--rankers", "lead")
    assert found.status == 0
    assert "1 days, 1 lines by an editor" in found.out
    for said in (
        f"b.json: {data} has no day '1999-01-01'",
        "c.json: is not JSON",
        "d.json: is no memo",
        "e.json: id: is no text",
    ):
        assert said in found.err, said


def test_what_is_printed_and_what_json_has(data: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "hand"
    put(folder, "a", line(TREATY), line(CURTAINS, section="syria", role="said"))
    put(folder, "b", line(REPLY))
    intruding = tmp_path / "intruding"
    put(intruding, "a", line(CURTAINS, section="syria"))
    named = ("--rankers", "lead")
    assert "worst intruders" in run("evaluate", "memos", data, "--ideal", intruding, *named).out
    asked = ("evaluate", "memos", data, "--ideal", folder, "--words", "30")
    page = run(*asked, "--rankers", "default,lead").out
    for head in ("covered", "default, day by day", "mean of days", "worst misses"):
        assert head in page, head
    done = run(*asked, "--rankers", "default", "--json")
    record = json.loads(done.out)
    assert [memo["memo"] for memo in record["memos"]] == ["default", "oracle", "another editor"]
    mine = record["memos"][0]
    assert set(mine["covered"]) == {"mean", "low", "high"}
    assert mine["by_role"]["said"]["of"] == 1
    assert mine["days"][0]["words"] <= 30
    assert record["misses"][0]["text"]


def test_nothing_to_measure_is_said(data: Path, tmp_path: Path, run: Run) -> None:
    asked = ("evaluate", "memos", data, "--ideal", tmp_path / "none")
    assert run(*asked).status == exits.NOTHING_READ
    (tmp_path / "empty").mkdir()
    done = run("evaluate", "memos", data, "--ideal", tmp_path / "empty")
    assert done.status == exits.NOTHING_READ
    assert "has no day" in done.err
    put(tmp_path / "hand", "a", line(TREATY))
    named = ("evaluate", "memos", data, "--ideal", tmp_path / "hand", "--rankers")
    assert run(*named, "laed").status == exits.USAGE
    assert run(*named, ",").status == exits.USAGE
