"""`briefing explain`: what led to a line, its rank, and what was nearly chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing import rankers, selection
from briefing.model import Claim, Placement
from briefing.options import Budget
from briefing.selection import Candidate, likeness
from tests import builders, commands
from tests.commands import Run, Said

INBOX = Path(__file__).parents[1] / "examples" / "inbox"
FEW = ("--rankers", "default,lead,centroid")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with the examples and a memo of them."""
    news = tmp_path / "news"
    news.mkdir()
    for path in sorted(INBOX.iterdir()):
        (news / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    def command(*arguments: str) -> Said:
        return commands.run(*arguments, capsysbinary=capsysbinary)

    command("memo", "news", "-o", "memo.json", "--words", "300")
    return command


def items(folder: Path) -> dict[int, dict[str, Any]]:
    memo = json.loads((folder / "memo.json").read_text(encoding="utf-8"))
    return {
        item["n"]: item
        for section in memo["sections"]
        for story in section["stories"]
        for item in story["items"]
    }


def test_it_says_what_the_memo_says_and_more(folder: Path, run: Run) -> None:
    for n, item in list(items(folder).items())[::3]:
        said = run("explain", "memo.json", str(n), *FEW, "--json")
        assert (said.status, said.err) == (0, "")
        found = json.loads(said.out)
        for key in ("n", "text", "source", "section", "score", "margin"):
            assert found[key] == item[key]
        assert found["signals"] == item["why"]["signals"]
        assert found["evidence"] == item["why"]["placement"]["evidence"]
        assert sum(found["signals"].values()) == pytest.approx(found["score"], abs=1e-3)
        assert list(found["ranks"]) == ["default", "lead", "centroid"]
        assert all(1 <= rank <= found["claims"] for rank in found["ranks"].values())
        assert len(found["near_misses"]) <= 5


def test_near_misses_are_of_the_section_best_first_and_say_why(folder: Path, run: Run) -> None:
    lines = items(folder)
    n = next(n for n, item in lines.items() if item["section"] == "syria")
    found = json.loads(run("explain", "memo.json", str(n), *FEW, "--json").out)
    misses = found["near_misses"]
    assert len(misses) == 5
    scores = [miss["score"] for miss in misses]
    assert scores == sorted(scores, reverse=True)
    texts = {item["text"] for item in lines.values()}
    for miss in misses:
        assert miss["text"] not in texts
        assert miss["reason"]
        assert (miss["repeats"] in lines) == (miss["reason"] == "repeats a chosen line")
        assert (miss["alike"] > 0) == (miss["repeats"] is not None)


def test_a_line_that_repeats_a_chosen_one_names_it() -> None:
    start = (
        "The ministers of Arland and Norvia met in Lodrin on Monday to sign a fishing treaty"
    )
    lines = [
        builders.sentences(text, source=f"{n}.txt")[0]
        for n, text in enumerate((f"{start}.", f"{start} at last."))
    ]
    chosen = selection.choose(
        [Candidate(Claim((line,)), Placement("other", (), 0.0, ()), 0.5) for line in lines],
        likeness.cosines(likeness.stems(lines)),
        Budget(words=100),
        {},
    )
    (miss,) = chosen.misses
    assert miss.candidate.sentence is lines[1]
    assert miss.reason == "repeats a chosen line"
    assert miss.repeats is chosen.choices[0]
    assert miss.alike >= 0.55


def test_the_page_has_every_part_and_every_ranker(run: Run) -> None:
    said = run("explain", "memo.json", "1")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Line 1, ")
    for part in ("Score ", "Placed under ", "Rank among ", "Nearly chosen for "):
        assert f"\n{part}" in said.out
    listed = {line.split()[1] for line in said.out.splitlines() if line[:7].strip().isdigit()}
    assert listed >= {rankers.resolve(name) for name in rankers.RANKERS}
    assert run("explain", "memo.json", "1").out == said.out


def test_other_inputs_are_refused(folder: Path, run: Run) -> None:
    assert run("explain", "memo.json", "1", "news", *FEW).status == 0
    (folder / "more.txt").write_text("A bridge opened in Lodrin.", encoding="utf-8")
    assert run("explain", "memo.json", "1", "news", "more.txt").status == 4
    path = min((folder / "news").iterdir())
    path.write_text(path.read_text(encoding="utf-8").replace("e", "é", 1), encoding="utf-8")
    said = run("explain", "memo.json", "1")
    assert said.status == 4
    assert said.err.count("\n") == 1
    assert "the inputs are not those that the memo was made from" in said.err


def test_another_memo_of_the_same_inputs_is_refused(folder: Path, run: Run) -> None:
    path = folder / "memo.json"
    text = items(folder)[1]["text"]
    path.write_text(
        path.read_text(encoding="utf-8").replace(text, f"{text} Indeed."), encoding="utf-8"
    )
    said = run("explain", "memo.json", "1")
    assert said.status == 4
    assert "makes another memo of these inputs" in said.err


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("memo.json", "99"), 2, "has no line 99; its lines are 1 to"),
        (("memo.json", "0"), 2, "has no line 0"),
        (("memo.json", "1", "--rankers", "leed"), 2, "unknown ranker 'leed'"),
        (("none.json", "1"), 4, "none.json: cannot be read: No such file"),
        (("news", "1"), 4, "news: cannot be read: Is a directory"),
        (("memo.md", "1"), 4, "is no memo in JSON; make one with"),
        (("other.json", "1"), 4, "is no memo of schema briefing.memo/1"),
        (("later.json", "1"), 4, "unknown option 'colour'"),
        (("silent.json", "1"), 2, "does not say what it was made from; name its inputs"),
    ],
)
def test_what_cannot_be_explained_is_one_line(
    folder: Path, run: Run, arguments: tuple[str, ...], status: int, message: str
) -> None:
    memo = json.loads((folder / "memo.json").read_text(encoding="utf-8"))
    (folder / "memo.md").write_text("# Daily briefing\n", encoding="utf-8")
    (folder / "other.json").write_text('{"schema": "other/1"}', encoding="utf-8")
    config = memo["method"]["config"]
    for name, change in (("silent", {"inputs": []}), ("later", {"colour": "red"})):
        memo["method"]["config"] = config | change
        (folder / f"{name}.json").write_text(json.dumps(memo), encoding="utf-8")
    said = run("explain", *arguments)
    assert (said.status, said.err.count("\n")) == (status, 1)
    assert message in said.err


def test_inputs_come_from_the_configuration_too(folder: Path, run: Run) -> None:
    (folder / "briefing.toml").write_text('[[sources]]\nname = "n"\npath = "news"\n')
    run("memo", "-o", "memo.json")
    recorded = json.loads((folder / "memo.json").read_text(encoding="utf-8"))
    assert recorded["method"]["config"]["inputs"] == ["news"]
    assert run("explain", "memo.json", "1", *FEW, "--config", "briefing.toml").status == 0


def test_settings_of_the_memo_are_used_again(folder: Path, run: Run) -> None:
    run("memo", "news", "-o", "memo.json", "--lines", "6", "--ranker", "centroid",
        "--since", "2017-05-29", "--about", "chemical weapons")  # fmt: skip
    best = max(items(folder).values(), key=lambda item: item["score"])
    named = ("--rankers", "centroid,consensus(k=3)", "--json")
    said = run("explain", "memo.json", str(best["n"]), *named)
    assert (said.status, said.err) == (0, "")
    assert "about what is asked" in json.loads(said.out)["signals"]


def test_paths_that_others_must_not_see_are_not_recorded(
    folder: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a.txt"
    elsewhere.write_text("Syria and Norvia signed a treaty in Lodrin on Monday.")
    run("memo", str(folder / "news"), str(elsewhere), "-o", "memo.json")
    recorded = json.loads((folder / "memo.json").read_text(encoding="utf-8"))
    assert recorded["method"]["config"]["inputs"] == ["news"]
    assert str(elsewhere.parent) not in (folder / "memo.json").read_text(encoding="utf-8")
    assert run("explain", "memo.json", "1", *FEW).status == 4
    assert run("explain", "memo.json", "1", "news", str(elsewhere), *FEW).status == 0
