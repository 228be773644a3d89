"""Whether a line can be read where it would stand: its antecedent right above it."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.selection.values import Candidate


def stands(candidate: Candidate, chosen: Iterable[Candidate]) -> bool:
    """Whether the line has its antecedent right above it, and parts no other pair."""
    group = sorted(
        (
            other
            for other in chosen
            if other.section == candidate.section
            and other.sentence.document is candidate.sentence.document
        ),
        key=_position,
    )
    before = [other for other in group if _position(other) < _position(candidate)]
    after = group[len(before) :]
    if candidate.leans_on is not None:
        anchor = next((o for o in reversed(before) if o.leans_on is None), None)
        if anchor is None or anchor.sentence not in candidate.leans_on:
            return False
    return not after or after[0].leans_on is None or candidate.leans_on is not None


def _position(candidate: Candidate) -> int:
    return candidate.sentence.start
