"""Every sentence has a place, and what put it there is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing import classifying, cleaning
from briefing.cli import exits
from briefing.model import Document
from briefing.sections import loading
from tests import commands
from tests.builders import document

TEXT = (
    "Syrian government forces shelled two villages near Hama on Monday, a monitor said.\n\n"
    "What will the two envoys do when the talks in Geneva end next week?\n\n"
    "The club won the football championship for the third time.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "day.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_all_sentences_are_placed_and_those_that_are_dropped_say_why() -> None:
    profile = loading.load("foreign-affairs")
    found = list(classifying.classify([document(TEXT)], profile))
    assert [one.placement.section for one in found][0::2] == ["syria", "other"]
    assert [one.drop for one in found] == [None, "question", None]
    assert all(one.drop is None or one.drop in cleaning.REASONS for one in found)


def test_json_lines_have_what_scripts_read(
    article: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    done = commands.run("classify", str(article), "--json", capsysbinary=capsysbinary)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert list(rows[0]) == [
        "source", "index", "start", "end", "text", "section", "scores", "margin", "runner_up",
        "evidence", "keep", "drop",
    ]  # fmt: skip
    assert [row["keep"] for row in rows] == [True, False, True]
    for row in rows:
        assert TEXT[row["start"] : row["end"]] == row["text"]
    named = {e["text"] for e in rows[0]["evidence"] if e["section"] == "syria"}
    assert {"Syria*", "Hama"} <= named
    assert rows[0]["runner_up"] != rows[0]["section"]


def test_people_see_what_has_a_section_and_all_if_they_ask(
    article: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    few = commands.run("classify", str(article), capsysbinary=capsysbinary).out.splitlines()
    many = commands.run("classify", str(article), "--all", capsysbinary=capsysbinary)
    assert len(few) == 1
    assert few[0].startswith("syria ")
    assert "day.txt:0" in few[0]
    assert len(many.out.splitlines()) == 3
    assert "(question)" in many.out


def test_inputs_and_profiles_fail_as_those_of_memo(
    article: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert commands.run("classify", capsysbinary=capsysbinary).status == exits.USAGE
    nothing = commands.run("classify", str(tmp_path / "none"), capsysbinary=capsysbinary)
    assert nothing.status == exits.NOTHING_READ
    assert nothing.lines[-1] == "briefing: nothing readable"
    strict = commands.run(
        "classify", str(article), str(tmp_path / "none"), "--strict", capsysbinary=capsysbinary
    )
    assert strict.status == exits.UNREADABLE
    wrong = commands.run(
        "classify", str(article), "--profile", "foreign", capsysbinary=capsysbinary
    )
    assert wrong.status == exits.USAGE
    assert "unknown profile 'foreign'" in wrong.err


def test_documents_are_read_one_by_one_and_do_not_touch_each_other() -> None:
    profile = loading.load("foreign-affairs")
    taken: list[str] = []

    def told() -> Iterator[Document]:
        for n in range(3):
            taken.append(f"{n}.txt")
            yield document(TEXT, source=taken[-1])

    found = classifying.classify(told(), profile)
    first = [next(found) for _ in range(3)]
    assert taken == ["0.txt"]
    assert [one.placement for one in found] == 2 * [one.placement for one in first]


def test_points_of_the_evidence_add_up_to_the_scores(
    article: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    done = commands.run("classify", str(article), "--json", capsysbinary=capsysbinary)
    for row in map(json.loads, done.out.splitlines()):
        for section in {row["section"], row["runner_up"]} - {"other"}:
            points = sum(e["weight"] for e in row["evidence"] if e["section"] == section)
            assert points == pytest.approx(row["scores"][section], abs=0.05)


def test_settings_name_inputs_and_profile(
    article: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    (tmp_path / "sport.toml").write_text(
        '[[sections]]\nid = "sport"\nshare = 1.0\nterms = ["football^3"]', encoding="utf-8"
    )
    (tmp_path / "desk.toml").write_text(
        '[memo]\nprofile = "sport.toml"\n[[sources]]\nname = "day"\npath = "day.txt"',
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    done = commands.run("classify", "--config", "desk.toml", capsysbinary=capsysbinary)
    assert (done.status, done.err) == (0, "")
    assert [line.split()[0] for line in done.out.splitlines()] == ["sport"]


def test_a_phrase_that_the_profile_never_prints_drops_its_sentence(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('inherits = "foreign-affairs"\nnever = ["football*"]', encoding="utf-8")
    found = list(classifying.classify([document(TEXT)], loading.load(str(path))))
    assert [one.drop for one in found] == [None, "question", "excluded phrase"]
