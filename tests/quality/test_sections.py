"""What was learnt fits the labels and the profiles that it was learnt for."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from briefing.sections import loading
from briefing.sections.builder import SectionBuilder
from tests.quality import make_weights, section_labels


@pytest.mark.parametrize("name", loading.shipped())
def test_every_section_has_a_column_and_every_row_says_something(name: str) -> None:
    profile = loading.load(name)
    assert profile.weights.sections == tuple(profile.titles)
    assert all(row[-1] == 0 for row in profile.weights.rows.values())
    assert all(any(row) for row in profile.weights.words.values())


@pytest.mark.parametrize(
    ("name", "least"), [("foreign-affairs", 0.85), ("cyber-security", 0.9)]
)
def test_the_file_of_a_profile_is_the_one_of_its_labels(name: str, least: float) -> None:
    builder = SectionBuilder(loading.load(name))
    right = [
        builder.place(one.sentences, explained=False)[one.n].section in one.ok
        for one in list(section_labels.own(name))[:600]
    ]
    assert np.mean(right) >= least


def test_a_regression_finds_what_tells_classes_apart_and_stays_near_where_it_began() -> None:
    draw = np.random.default_rng(1)
    seen = draw.integers(2, size=(200, 3)).astype(np.float64)
    wanted = np.zeros((200, 2))
    wanted[np.arange(200), seen[:, 0].astype(int)] = 1
    begun = np.zeros((3, 2))
    begun[2] = [0.5, -0.5]
    loose, tight = (
        make_weights.regress(sparse.csr_array(seen), wanted, begun, np.full((3, 1), precision))
        for precision in (0.1, 1e6)
    )
    assert loose[0, 1] - loose[0, 0] > 3
    assert np.abs(tight - begun).max() < 0.01


def test_words_that_keep_the_same_company_lie_near_each_other() -> None:
    near, far = "harbour pilot berth", "orchard apple cider"
    texts = [f"{a} ferry {a} quay" for a in [near] * 30] + [f"{far} press {far} barrel"] * 30
    around = make_weights.space(texts, n_dimensions=3)
    of = {stem: around.vectors[n] for stem, n in around.columns.items()}
    assert of["ferri"] @ of["quay"] > of["ferri"] @ of["barrel"] + 0.5
