"""Two wordings of a claim are likelier one than two claims on one event."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Sentence
from briefing.selection import likeness
from briefing.selection.sameness import NAMES, Sameness, points
from tests.builders import document

NEWS = (
    "President Ana Holm of Arn said on Monday that she would sign the treaty with Faro.",
    "Ana Holm, the president of Arn, said she would sign the Faro treaty.",
    "The treaty with Faro cuts tariffs on steel by 12 percent, the ministry said.",
    "Fishermen in Tessby counted 300 storks along the river.",
)


def compared(*texts: str) -> Sameness:
    lines = [
        Sentence(document(text, source=f"{n}.txt"), 0, len(text), 0)
        for n, text in enumerate(texts)
    ]
    return Sameness(lines, likeness.stems(lines))


def test_a_wording_is_nearer_than_another_claim_and_that_than_another_event() -> None:
    itself, wording, claim, event = compared(*NEWS).chance(0)
    assert itself == 1
    assert wording > 0.5 > claim > event
    assert event < 0.02


def test_copies_are_one_claim() -> None:
    assert compared(NEWS[0], NEWS[0], *NEWS[2:]).chance(0)[1] > 0.9


@given(st.lists(st.text(alphabet="abT 12.", max_size=20), min_size=1, max_size=6))
def test_chances_are_chances_and_symmetric(texts: list[str]) -> None:
    same = compared(*texts)
    table = np.asarray([same.chance(n) for n in range(len(texts))])
    assert np.all((table >= 0) & (table <= 1))
    assert np.allclose(table, table.T)
    assert same.features(0).shape == (len(texts), len(NAMES))
    assert points().shape == (len(NAMES),)
