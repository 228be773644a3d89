"""Fold sentences that say the same: near-copies become one claim, best wording first.

Two sentences are one claim where most of their words are the same and come in one order,
their figures and what turns them ("not", "may", "denied") agree, and neither names somebody
in the place of another; `marks` has the rules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from briefing.claims import marks
from briefing.cleaning import Line
from briefing.model import Claim

CROWDED = 60
"""Neighbouring words that more claims share propose none of them: cost stays linear."""
READABLE = 30
"""Words; a wording up to this length is preferred."""


def fold(lines: Sequence[Line]) -> tuple[Claim, ...]:
    """Claims in the order of their first line; each line is in one of them.

    Lines are taken from the best wording to the worst, and each joins the first claim whose
    best wording it repeats: every copy was compared with the words that a memo prints. The
    order of `lines` changes the order of the claims, and nothing else.
    """
    order = sorted(range(len(lines)), key=lambda place: _wording(lines[place]))
    index = _Index()
    claims: list[list[int]] = []
    for place in order:
        found = marks.of(lines[place].sentence)
        home = index.find(found)
        if home is None:
            index.add(found)
            claims.append([place])
        else:
            claims[home].append(place)
    return tuple(
        Claim(tuple(lines[place].sentence for place in places))
        for places in sorted(claims, key=min)
    )


class _Index:
    """Claims, numbered as they were added: proposes those that a sentence may repeat."""

    def __init__(self) -> None:
        self._marks: list[marks.Marks] = []
        self._n_shingles: list[int] = []
        self._equal: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._shingled: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def add(self, found: marks.Marks) -> None:
        number = len(self._marks)
        shingles = found.shingles
        self._marks.append(found)
        self._n_shingles.append(len(shingles))
        self._equal[found.tokens].append(number)
        for shingle in shingles:
            self._shingled[shingle].append(number)

    def find(self, found: marks.Marks) -> int | None:
        """The claim that says the same; of several, the first that was added."""
        numbers = chain(self._equal.get(found.tokens, ()), self._near(found))
        return next((n for n in numbers if marks.same(self._marks[n], found)), None)

    def _near(self, found: marks.Marks) -> Iterator[int]:
        """Claims that share half of the shingles that tell anything."""
        lists = [self._shingled.get(shingle, ()) for shingle in found.shingles]
        telling = [numbers for numbers in lists if len(numbers) <= CROWDED]
        shared = Counter(chain.from_iterable(telling))
        for number in sorted(shared):
            if 2 * shared[number] >= min(len(telling), self._n_shingles[number]):
                yield number


def _wording(line: Line) -> tuple[bool, bool, str, str, int, str]:
    """Sorts the best wording first: stands alone, readable in length, earliest."""
    sentence = line.sentence
    published = sentence.document.published
    return (
        line.leans_on is not None,
        sentence.n_words > READABLE,
        published.isoformat() if published else "~",
        sentence.document.source,
        sentence.index,
        sentence.text,
    )
