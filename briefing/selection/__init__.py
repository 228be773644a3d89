"""Choose lines under a budget: salient, for this desk, not repeating, readable.

Rating and choosing are two things. A candidate's score is its salience, as a ranker sees
it, its relevance to its section, and its form; choosing adds what depends on the lines
already chosen: redundancy, variety of documents, the sections' shares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from briefing import newsvalue
from briefing.cleaning import quotations
from briefing.options import Budget
from briefing.selection import layout
from briefing.selection.values import OTHER, Candidate, Choice, Selection, Signals, Similarity

__all__ = ["Candidate", "Choice", "Selection", "Similarity", "choose"]

BAR = 0.5
"""Margin of placement from which a candidate counts for its section's half share."""
OWN = 1.0
"""Points of its own words that a line needs: what only its context places is too vague."""
FULL_RELEVANCE = 6.0
"""Points of placement that are worth full relevance."""
SALIENCE, RELEVANCE = 0.7, 0.8
FADES = 0.7
"""What is left of a word's points with each chosen line that has it: news is the other word."""
REPEATS = 0.55
"""Cosine to a chosen line from which a candidate repeats it and is left out."""
REDUNDANCY = 0.4
"""What full similarity to a chosen line costs."""
CROWDING = 0.04
"""What each line already chosen from the same document costs."""
OVER_SHARE = 0.5
"""What it costs a section to be twice over its share."""
OTHER_MOST = 0.3
"""Part of the budget that "other" may take where a section has news."""
FLOOR = 0.0
"""Score that a line of a section needs to fill a memo beyond half its section's share."""
NEARLY_FULL, LAST_FLOOR = 0.05, 0.6
"""With less of the budget left than this part, a line needs this score.

Else the last words go to whatever is short: in 60 memos, lines of six to eight words that
say little.
"""
LEANS = 0.15
GOOD_WORDS = (10, 35)
"""A line of this many words costs nothing; each word off costs `PER_WORD`."""
PER_WORD = 0.02


def choose(
    candidates: Sequence[Candidate],
    similarity: Similarity,
    budget: Budget,
    shares: Mapping[str, float],
) -> Selection:
    """Choose lines for a memo: never over budget, each at most once.

    `shares` gives each section, "other" left out, its part of the budget. First every
    section gets up to half its share from candidates above `BAR`, in order of `shares`;
    then the rest goes to the best of all. Ties go to the earlier candidate.
    """
    chooser = _Chooser(candidates, similarity, budget, shares)
    whole = [n for n, candidate in enumerate(candidates) if not _breaks_off(candidate)]
    news = [n for n in whole if not candidates[n].opinion] or whole
    named = [n for n in news if candidates[n].section != OTHER and candidates[n].own >= OWN]
    for section, share in shares.items():
        strong = [
            n
            for n in named
            if candidates[n].section == section and candidates[n].placement.margin >= BAR
        ]
        chooser.fill(strong, section=section, until=0.5 * share * budget.size)
    chooser.fill(named, floor=FLOOR)
    rest = [n for n in news if candidates[n].section == OTHER]
    if chooser.chosen:
        most = OTHER_MOST * budget.size
        chooser.fill(rest, section=OTHER, until=most, within=True)
    else:
        chooser.fill(rest)
    return chooser.selection()


class _Chooser:
    """The greedy choice and what it has chosen so far."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        similarity: Similarity,
        budget: Budget,
        shares: Mapping[str, float],
    ) -> None:
        self.candidates = candidates
        self.similarity = similarity
        self.budget = budget
        self.shares = shares
        self.base = [_base(candidate) for candidate in candidates]
        self.chosen: dict[int, Choice] = {}
        self.words = 0
        self.spent: dict[str, float] = dict.fromkeys((*shares, OTHER), 0.0)
        self.lines_of: Counter[int] = Counter()
        self.shown: Counter[str] = Counter()
        self.nearest = [0.0] * len(candidates)

    def fill(
        self,
        places: Collection[int],
        *,
        section: str = "",
        until: float = float("inf"),
        within: bool = False,
        floor: float = float("-inf"),
    ) -> None:
        """Choose the best of `places`, one by one, until `section` has spent `until`.

        The last line may go over `until`, unless it is to stay `within`. A line that scores
        below `floor` is left out.
        """
        while self.spent.get(section, 0.0) < until:
            best, gain = -1, max(floor, LAST_FLOOR if self._is_nearly_full() else floor)
            why: Signals = ()
            for n in places:
                cost = self.budget.cost(self.candidates[n].sentence.n_words)
                if within and self.spent[section] + cost > until:
                    continue
                if self._fits(n):
                    signals = self._signals(n)
                    total = sum(value for _name, value in signals)
                    if total > gain or (best < 0 and total == gain):
                        best, gain, why = n, total, signals
            if best < 0:
                return
            self._take(best, gain, why)

    def _is_nearly_full(self) -> bool:
        """Whether what is left of the budget fits short lines only."""
        spent = len(self.chosen) if self.budget.lines is not None else self.words
        return self.budget.size - spent < NEARLY_FULL * self.budget.size

    def _fits(self, n: int) -> bool:
        candidate = self.candidates[n]
        return (
            n not in self.chosen
            and self.budget.fits(self.words + candidate.sentence.n_words, len(self.chosen) + 1)
            and self.nearest[n] < REPEATS
            and self._stands(candidate)
        )

    def _stands(self, candidate: Candidate) -> bool:
        """Whether the line has its antecedent right above it, and parts no other pair."""
        group = sorted(
            (
                choice.candidate
                for choice in self.chosen.values()
                if choice.candidate.section == candidate.section
                and choice.candidate.sentence.document is candidate.sentence.document
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

    def _signals(self, n: int) -> Signals:
        candidate = self.candidates[n]
        share = self.shares.get(candidate.section, 0.0) * self.budget.size
        over = max(0.0, self.spent[candidate.section] / share - 1.0) if share else 0.0
        return (
            *self.base[n],
            ("relevance", RELEVANCE * self._relevance(candidate)),
            ("repeats chosen lines", -REDUNDANCY * self.nearest[n]),
            ("same document", -CROWDING * self.lines_of[id(candidate.sentence.document)]),
            ("section over its share", -OVER_SHARE * min(over, 2.0)),
        )

    def _relevance(self, candidate: Candidate) -> float:
        """Points of placement, from 0 to 1; words that chosen lines have count less."""
        points = 0.0
        for evidence in candidate.placement.evidence:
            if evidence.section == candidate.section:
                points += evidence.weight * FADES ** self.shown[evidence.text]
        return (
            min(max(points, 0.0) / FULL_RELEVANCE, 1.0) if candidate.section != OTHER else 0.0
        )

    def _take(self, n: int, gain: float, why: Signals) -> None:
        candidate = self.candidates[n]
        shown = tuple((name, round(value, 4)) for name, value in why if value)
        self.chosen[n] = Choice(candidate, round(gain, 4), shown)
        self.words += candidate.sentence.n_words
        self.spent[candidate.section] += self.budget.cost(candidate.sentence.n_words)
        self.lines_of[id(candidate.sentence.document)] += 1
        for evidence in candidate.placement.evidence:
            if evidence.text and evidence.section == candidate.section:
                self.shown[evidence.text] += 1
        for m, value in enumerate(self.similarity(n)):
            self.nearest[m] = max(self.nearest[m], value)

    def selection(self) -> Selection:
        """What was chosen, in order of printing."""
        sections: dict[str, list[Choice]] = {}
        for choice in self.chosen.values():
            sections.setdefault(choice.candidate.section, []).append(choice)
        left = sum(
            n not in self.chosen and self.nearest[n] < REPEATS and candidate.leans_on is None
            for n, candidate in enumerate(self.candidates)
        )
        return Selection(
            bottom_line=layout.bottom_line(list(self.chosen.values()), self.budget),
            sections={name: layout.readable(choices) for name, choices in sections.items()},
            over_budget=left,
        )


def _breaks_off(candidate: Candidate) -> bool:
    """Whether a quotation goes on behind the line: it would be printed without its end."""
    return quotations.opens(candidate.sentence.text)


def _base(candidate: Candidate) -> Signals:
    """What a candidate is worth by itself."""
    low, high = GOOD_WORDS
    n_words = candidate.sentence.n_words
    off = max(low - n_words, n_words - high, 0)
    return (
        ("salience", SALIENCE * candidate.salience),
        ("length", -PER_WORD * off),
        ("leans on another line", -LEANS if candidate.leans_on is not None else 0.0),
        *newsvalue.signals(candidate.sentence),
    )


def _position(candidate: Candidate) -> int:
    return candidate.sentence.start
