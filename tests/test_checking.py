"""What `profile check` holds for a mistake, and what it does not."""

from __future__ import annotations

from pathlib import Path

from briefing.sections import checking, loading
from briefing.sections.profile import Profile
from tests.builders import sentences

TINY = """
[[sections]]
id = "harvest"
share = 0.5
terms = ["wheat^3", "barley*^3"]
"""


def loaded(text: str, tmp_path: Path) -> Profile:
    path = tmp_path / "tiny.toml"
    path.write_text(text, encoding="utf-8")
    return loading.load(str(path))


def test_check_follows_the_case_and_the_parts_of_terms(tmp_path: Path) -> None:
    text = """
    [[sections]]
    id = "harvest"
    share = 0.6
    terms = ["gas + supply", "gas supply", "grain mill*", "grain mills", "tarn", "it is"]
    entities = ["Tal*", "TALON", "ISA", "Isa", "Tarn"]
    [[sections]]
    id = "sea"
    share = 0.4
    terms = ["supply + gas"]
    """
    found = list(checking.oddities(loaded(text, tmp_path)))
    assert found == [
        "harvest: entities: 'Tarn' is in terms already; leave one out",
        "harvest: terms: 'grain mills' is one of 'grain mill*', and both count; leave one out",
        "sea: terms: 'supply + gas' is in 'harvest', too; it tells the two apart by its weight "
        "alone",
    ]


def test_a_term_between_parties_fires_beside_them_alone(tmp_path: Path) -> None:
    text = TINY.replace("share = 0.5", 'share = 0.5\nbetween = ["talks^2"]')
    profile = loaded(text, tmp_path)
    for line, n in (("The club held talks.", 3), ("France and Russia held talks.", 2)):
        found = list(checking.oddities(profile, sentences(line)))
        assert f"harvest: {n} of 3 terms never fire: wheat, barley*" in found[0]
