"""Where chosen lines stand: the bottom line, and the order within a section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.options import Budget
from briefing.selection import openings
from briefing.selection.values import OTHER, Choice

BOTTOM_SHARE = 0.25
"""Part of the budget that the bottom line may take."""
BOTTOM_LINES = 5
SHORT_LINE = 30
"""Words up to which a line is preferred for the bottom line, and what being so is worth."""
SHORT = 0.5
SAME_SECTION = 0.8
"""What each line that its section already has in the bottom line costs a candidate."""
OPENS_BADLY = 1.0
"""What each sign costs that a line is not to be read first.

Set by hand, after ten memos of other days were read beside their articles: of the lines that
led, most that were struck spoke of somebody or something not yet named.
"""


def bottom_line(
    choices: Sequence[Choice], budget: Budget, first: str = ""
) -> tuple[Choice, ...]:
    """The lines that a reader of nothing else should read, at most a quarter of the budget.

    A line that leans on another one stays in its section, and so does the line above it. The
    last place is kept for section `first`, as long as it has none.
    """
    anchors = {id(sentence) for c in choices for sentence in (c.candidate.leans_on or ())}
    left = [
        choice
        for choice in choices
        if choice.candidate.leans_on is None
        and id(choice.candidate.sentence) not in anchors
        and not choice.candidate.opinion
    ]
    if any(choice.candidate.section != OTHER for choice in left):
        left = [choice for choice in left if choice.candidate.section != OTHER]
    words = BOTTOM_SHARE * (budget.words if budget.words is not None else float("inf"))
    lines = BOTTOM_SHARE * (budget.lines if budget.lines is not None else float("inf"))
    picked: list[Choice] = []
    sections: Counter[str] = Counter()
    while left and len(picked) < BOTTOM_LINES:
        kept = [c for c in left if c.candidate.section == first and not sections[first]]
        may = kept if kept and len(picked) == BOTTOM_LINES - 1 else left
        best = max(may, key=lambda c: _bottom_score(c, sections))
        left.remove(best)
        if best.candidate.sentence.n_words <= words and len(picked) + 1 <= lines:
            words -= best.candidate.sentence.n_words
            picked.append(best)
            sections[best.candidate.section] += 1
    return tuple(picked)


def _bottom_score(choice: Choice, sections: Counter[str]) -> float:
    short = choice.candidate.sentence.n_words <= SHORT_LINE
    return (
        choice.odds + (SHORT if short else 0.0)
        - OPENS_BADLY * openings.n_signs(choice.candidate.sentence)
        - SAME_SECTION * sections[choice.candidate.section]
    )  # fmt: skip


def readable(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Lines of one document together, in its order; the document of the best line first."""
    best: dict[int, float] = {}
    for choice in choices:
        document = id(choice.candidate.sentence.document)
        best[document] = max(best.get(document, float("-inf")), choice.score)
    return tuple(
        sorted(
            choices,
            key=lambda c: (
                -best[id(c.candidate.sentence.document)],
                c.candidate.sentence.document.source,
                c.candidate.sentence.start,
            ),
        )
    )
