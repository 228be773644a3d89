"""Memos of real days and of a messy text; skipped where the data is absent."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from briefing import outputs, pipeline, readers, verify
from briefing.evaluation import ideals
from briefing.evaluation import memos as evaluation
from briefing.model import Memo
from briefing.options import Options
from briefing.sections import loading

N_DAYS = 60
THINGS = {
    "humanitarian access": ("humanitarian",),
    "the talks on peace in Syria": ("peace", "Syria"),
    "the red line": ("red line", "chemical weapons"),
    "combating terrorism": ("combat terrorism",),
    "LGBT rights in Chechnya": ("LGBT",),
    "hacking and disinformation": ("hacking", "disinformation"),
    "RT and Sputnik": ("organs of influence",),
    "the occasion at Versailles": ("exhibition",),
    "not to let disagreements define": ("disagreements",),
    "dialogue called vital": ("vital",),
}
"""What an editor would not leave out, and words by which a line on it is known."""


@pytest.fixture(scope="module")
def seed(shared_data: Path) -> Memo:
    """The memo of twelve lines of one text from many outlets."""
    reading = readers.collect([str(shared_data / "seed")])
    return pipeline.compose(reading.documents, lines=12)


def test_the_messy_text_gives_at_least_seven_things_of_ten(seed: Memo) -> None:
    lines = [item.claim.best.text for item in seed.items]
    found = [
        thing
        for thing, words in THINGS.items()
        if any(all(word in line for word in words) for line in lines)
    ]
    assert len(lines) == 12
    assert len(found) >= 7, found


def test_its_four_sections_are_filled_without_junk(seed: Memo) -> None:
    assert [s.id for s in seed.sections if s.items] == [
        "syria",
        "media-disinformation",
        "human-rights",
        "bilateral-relations",
    ]
    text = " ".join(item.claim.best.text for item in seed.items)
    assert "date 2017-05-30" not in text
    assert seed.coverage.dropped["bare quote"] >= 2
    assert seed.coverage.dropped["caption"] == 1
    assert str(seed.date) == "2017-05-30"


def test_of_seven_days_an_editor_has_every_second_line(shared_data: Path) -> None:
    profile = loading.load("foreign-affairs")
    folder = shared_data.parent / "ideal"
    data = shared_data / "daily_allsides_dev.jsonl.gz"
    days = [d for d in ideals.read(data, folder, profile.titles) if isinstance(d, ideals.Day)]
    assert len(days) == 7
    mine = evaluation.evaluate(days, ["default"], Options(words=500)).results[0]
    assert mine.covered.mean >= 0.33
    assert mine.shared.mean >= 0.48
    assert mine.total(lambda page: page.n_opinion) == 0


@pytest.mark.parametrize("part", range(6))
def test_sixty_days_give_sixty_memos_that_can_be_proved(
    part: int, shared_data: Path, tmp_path: Path
) -> None:
    path = shared_data / "daily_allsides_dev.jsonl.gz"
    rows = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    assert len(rows) == N_DAYS
    for row in rows[part::6]:
        day = json.loads(row)
        inbox = tmp_path / day["id"]
        inbox.mkdir()
        for n, article in enumerate(day["documents"]):
            (inbox / f"{n:02}.jsonl").write_text(json.dumps(article), encoding="utf-8")
        documents = list(readers.collect([str(inbox)]).documents)
        memo = pipeline.compose(documents)
        assert memo.stats.words <= 500
        texts = [item.claim.best.text for item in memo.items]
        assert len(set(texts)) == len(texts) > 0
        assert sum(i.claim.best.n_words for i in memo.bottom_line) <= 125
        page = tmp_path / f"{day['id']}.md"
        outputs.write(memo, page)
        assert {line.outcome for line in verify.check(page)} == {"found"}
        random.Random(day["id"]).shuffle(documents)
        again = outputs.render(pipeline.compose(documents), "md")
        assert again == page.read_bytes()
