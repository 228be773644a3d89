"""Choose lines under a budget: salient, for this desk, not repeating, readable.

Rating and choosing are two things. A candidate's score is the logarithm of the chance that an
editor prints it: by its salience, as a ranker sees it, and by what makes it news for the desk.
Choosing adds what depends on the other lines: what is said already, the room, the shares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from briefing.options import Budget
from briefing.rankers.values import Fixed, Value
from briefing.selection.chooser import Chooser
from briefing.selection.likeness import Similarity
from briefing.selection.values import OTHER, Candidate, Choice, Miss, Selection

__all__ = ["Candidate", "Choice", "Miss", "Selection", "Similarity", "choose"]

BAR = 0.5
"""Margin of placement from which a candidate counts for its section's half share."""
OTHER_MOST = 0.3
"""Part of the budget that "other" may take where a section has news."""
FLOOR = -2.6
"""Score that a line of a section needs: a chance of some 14 % for 25 words.

On 159 hand-made memos, held out, .459 of the editors' lines and .491 of ours at -8 and -3.5,
.459 and .492 at -3, .457 and .496 at -2.6: a short memo on a thin day loses nothing.
"""

NO_MINIMA: Mapping[str, int] = MappingProxyType({})


def choose(
    candidates: Sequence[Candidate],
    similarity: Similarity,
    budget: Budget,
    shares: Mapping[str, float],
    value: Value | None = None,
    must: Sequence[str] = (),
    min_lines: Mapping[str, int] = NO_MINIMA,
    salience: float = 1.0,
) -> Selection:
    """Choose lines for a memo: never over budget, each at most once.

    First comes, for each phrase that `must` have one, the best line that has it, opinion or
    without a section as it may be.
    Then come the `min_lines` of each section that asks for some, without opinion.
    `shares` gives each section, "other" left out, its part of the budget. Then every section
    gets up to half its share from candidates above `BAR`, in order of `shares`; then the rest
    goes to the best of all. Ties go to the earlier candidate. `value` is what a ranker of sets
    says of none of the candidates, gains from 0 to 1; without it each is worth its salience.
    A gain of 1 is worth `salience`.
    """
    if value is None:
        value = Fixed(np.asarray([c.salience for c in candidates], dtype=np.float64))
    chooser = Chooser(candidates, value, similarity, budget, shares, salience)
    whole = [n for n, candidate in enumerate(candidates) if not candidate.breaks_off]
    for phrase in must:
        chooser.fill_one([n for n in whole if phrase in candidates[n].must])
    fit = [n for n in whole if candidates[n].is_fit] or whole
    news = [n for n in fit if not candidates[n].opinion] or fit
    named = [n for n in news if candidates[n].section != OTHER]
    for section, least in min_lines.items():
        of_section = [n for n in named if candidates[n].section == section]
        chooser.fill(of_section, section=section, lines=least)
    for section, share in shares.items():
        strong = [
            n
            for n in named
            if candidates[n].section == section and candidates[n].placement.margin >= BAR
        ]
        chooser.fill(strong, section=section, until=0.5 * share * budget.size, floor=FLOOR)
    chooser.fill(named, floor=FLOOR)
    rest = [n for n in news if candidates[n].section == OTHER]
    if any(choice.candidate.section != OTHER for choice in chooser.chosen.values()):
        most = OTHER_MOST * budget.size
        chooser.fill(rest, section=OTHER, until=most, within=True)
    else:
        chooser.fill(rest)
    return chooser.selection()
