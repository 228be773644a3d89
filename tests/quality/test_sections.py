"""What was learnt comes out again; skipped where the data is absent."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from briefing.sections import loading, weights
from tests.quality import make_weights, section_labels


def test_learning_the_words_of_a_profile_again_gives_its_file(shared_data: Path) -> None:
    around = make_weights.space(make_weights.articles(shared_data))
    labelled = list(section_labels.own("cyber-security"))
    text = make_weights.learn("cyber-security", labelled, around)
    found = {line.split("\t")[0]: line.split("\t")[1:] for line in text.splitlines()[3:]}
    shipped = weights.load(loading.SHIPPED / "cyber-security.tsv").rows
    both = sorted(found.keys() & shipped.keys())
    assert len(both) >= 0.99 * max(len(found), len(shipped))
    ours = np.asarray([[float(points) for points in found[name]] for name in both])
    theirs = np.asarray([shipped[name] for name in both])
    # The last digits differ between machines: the search stops at another step.
    assert np.abs(ours - theirs).max() <= 0.05


@pytest.mark.parametrize("name", loading.shipped())
def test_every_section_has_a_column_and_every_row_says_something(name: str) -> None:
    profile = loading.load(name)
    assert profile.weights.sections == tuple(profile.titles)
    assert all(row[-1] == 0 for row in profile.weights.rows.values())
    assert all(any(row) for row in profile.weights.words.values())
