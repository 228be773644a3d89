"""Sections are scored as labels have them, and bad labels cost themselves alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.cli import exits
from briefing.evaluation import labels, sections
from briefing.evaluation.labels import Label
from briefing.model import Unreadable
from briefing.sections import loading
from tests import commands

PROFILE = """
[[sections]]
id = "harvest"
share = 0.5
terms = ["wheat^3", "barley^3"]

[[sections]]
id = "sea"
share = 0.5
terms = ["herring^3", "trawler*^3"]
"""
ROWS: list[dict[str, Any]] = [
    {"id": "a#1", "text": "The wheat stood high in the fields.", "ok": ["harvest"], "memo": 1},
    {"id": "a#2", "text": "Herring came late to the bay.", "ok": ["sea"], "best": "sea"},
    {"id": "b#1", "text": "Barley was sold to the mills.", "ok": ["other"], "memo": 1},
    {
        "id": "c#1",
        "text": "The mayor spoke of the bridge.",
        "ok": ["sea", "other"],
        "best": "sea",
    },
    {
        "id": "d#1",
        "text": "Mayor Anna Tal spoke of the road to Ashby.",
        "ok": ["sea"],
        "junk": "",
        "memo": 0,
    },
    {
        "id": "e#1",
        "text": "Read more: ten ways to sail",
        "ok": ["other"],
        "junk": "boilerplate",
    },
]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "coast.toml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


def written(rows: list[Any], tmp_path: Path) -> Path:
    path = tmp_path / "labels.jsonl"
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def report(rows: list[Any], profile: Path, tmp_path: Path) -> sections.Report:
    loaded = loading.load(str(profile))
    found = list(labels.read(written(rows, tmp_path), loaded.titles))
    return sections.evaluate([row for row in found if isinstance(row, Label)], loaded)


def test_an_accepted_section_counts_for_itself_and_else_against_the_best(
    profile: Path, tmp_path: Path
) -> None:
    found = report(ROWS, profile, tmp_path)
    assert found.all.n == 6
    assert found.all.accuracy.mean == pytest.approx(4 / 6)
    assert found.confusion == {
        ("harvest", "harvest"): 1,
        ("sea", "sea"): 1,
        ("other", "harvest"): 1,
        ("other", "other"): 2,
        ("sea", "other"): 1,
    }
    # harvest 2/3, sea 2/3, other 4/6
    assert found.all.macro_f1.mean == pytest.approx(2 / 3)
    assert found.all.sections_precision.mean == pytest.approx(2 / 3)
    assert found.fit is not None
    assert (found.fit.n, found.fit.accuracy.mean) == (2, 0.5)
    assert [one.label.id for one in found.worst] == ["b#1", "d#1"]


def test_intervals_hold_the_mean_and_come_out_the_same(profile: Path, tmp_path: Path) -> None:
    first, second = (report(ROWS, profile, tmp_path).all.accuracy for _ in range(2))
    assert first == second
    assert first.low <= first.mean <= first.high
    assert first.low < first.high


def test_junk_and_fitness_are_told_where_labels_say_so(profile: Path, tmp_path: Path) -> None:
    found = report(ROWS, profile, tmp_path)
    assert found.junk is not None
    assert (found.junk.n, found.junk.measures.f1) == (2, 1.0)
    assert found.memo is not None
    assert found.memo.n == 3
    bare = report([{"text": "Wheat.", "ok": ["harvest"]}], profile, tmp_path)
    assert (bare.memo, bare.junk, bare.fit) == (None, None, None)


def test_title_and_the_sentence_before_are_its_context(profile: Path, tmp_path: Path) -> None:
    row = {"text": "It was the best in years.", "ok": ["harvest"]}
    context = {"title": "Wheat and barley", "prev": "The wheat is in."}
    assert report([row], profile, tmp_path).all.accuracy.mean == 0
    assert report([row | context], profile, tmp_path).all.accuracy.mean == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "is not JSON"),
        ("[1]", "is no object"),
        ({"ok": ["sea"]}, "text: is missing"),
        ({"text": "Wheat."}, "ok: [] is no list of sections"),
        ({"text": "Wheat.", "ok": "sea"}, "ok: 'sea' is no list of sections"),
        ({"text": "Wheat.", "ok": ["harvst"]}, "'harvst'; did you mean 'harvest'?"),
        ({"text": "Wheat.", "ok": ["sea"], "best": "harvest"}, "'harvest' is not among ok"),
    ],
)
def test_a_bad_label_is_named_and_costs_itself(
    row: Any,
    said: str,
    profile: Path,
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    path = written([row, ROWS[0]], tmp_path)
    first, second = labels.read(path, loading.load(str(profile)).titles)
    assert isinstance(first, Unreadable)
    assert said in first.reason
    assert isinstance(second, Label)
    done = commands.run(
        "evaluate", "sections", str(path), "--profile", str(profile), capsysbinary=capsysbinary
    )
    assert done.status == 0
    assert said in done.err
    assert "1 sentences" in done.out


def test_without_a_label_there_is_nothing_to_measure(
    profile: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    done = commands.run(
        "evaluate", "sections", str(written(["{"], tmp_path)), capsysbinary=capsysbinary
    )
    assert done.status == exits.NOTHING_READ
    assert "has no label" in done.err


def test_the_page_and_the_object_say_the_same(
    profile: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    arguments = (
        "evaluate",
        "sections",
        str(written(ROWS, tmp_path)),
        "--profile",
        str(profile),
    )
    page = commands.run(*arguments, capsysbinary=capsysbinary).out
    found = json.loads(commands.run(*arguments, "--json", capsysbinary=capsysbinary).out)
    assert (
        f"all (6)                 {found['accuracy']['mean']:.3f}".split()
        == (page.splitlines()[3].split()[:3])
    )
    assert found["worst"][0]["id"] == "b#1"
    assert {"section": "harvest", "kind": "term", "text": "barley", "weight": 3.0} in found[
        "worst"
    ][0]["evidence"]
    assert "b#1: harvest, not other" in page
    assert "term barley" in page


@pytest.mark.parametrize(
    ("name", "least"), [("foreign-affairs", 0.75), ("cyber-security", 0.80)]
)
def test_shipped_profiles_place_our_own_sentences(name: str, least: float) -> None:
    loaded = loading.load(name)
    path = Path(__file__).parent / "cases" / "sections" / f"{name}.jsonl"
    rows = [row for row in labels.read(path, loaded.titles) if isinstance(row, Label)]
    assert len(rows) == 60
    found = sections.evaluate(rows, loaded)
    assert found.all.accuracy.mean >= least
    assert found.all.sections_precision.mean >= 0.85
