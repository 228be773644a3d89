"""Fold sentences that say the same: near-copies become one claim, best wording first.

`marks` reads a sentence, `conflicts` knows what sets two apart whatever else they share, and
`likeness` estimates whether they say the same. `candidates` proposes the pairs that are worth
a look, so that cost grows with what is alike.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from briefing.claims import candidates, conflicts, likeness, marks, words
from briefing.claims.pairs import Pair
from briefing.claims.wordlists.turns import TURNS
from briefing.cleaning import Line
from briefing.model import Claim, Sentence

LIKELY = 0.872
"""Probability from which two lines make one claim: on the training half of MSRP, of the
pairs above it that nothing sets apart .975 are paraphrases, and they are .306 of all
paraphrases; held out, .974 and .305. At .85 they are .966 and .331."""
READABLE = 30
"""Words; a wording up to this length is preferred."""


def fold(lines: Sequence[Line]) -> tuple[Claim, ...]:
    """Claims in the order of their first line; each line is in one of them.

    Lines are taken from the best wording to the worst, and each joins the first claim whose
    best wording it repeats: every copy was compared with the words that a memo prints. The
    order of `lines` changes the order of the claims, and nothing else.
    """
    with _uncollected():
        return _folded(lines)


def _folded(lines: Sequence[Line]) -> tuple[Claim, ...]:
    order = sorted(range(len(lines)), key=lambda place: _wording(lines[place]))
    copies = _copies(lines, order)
    claims = list(copies.values())
    near = candidates.find(copies)
    homes = _homes([lines[places[0]].sentence for places in claims], near)
    rank = {place: n for n, place in enumerate(order)}
    for n in near:
        if homes[n] != n:
            claims[homes[n]] = sorted(claims[homes[n]] + claims[n], key=rank.__getitem__)
    heads = (places for n, places in enumerate(claims) if homes[n] == n)
    return tuple(
        Claim(tuple(lines[place].sentence for place in places))
        for places in sorted(heads, key=min)
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two sentences compare."""

    likeness: float
    """Estimated probability that they say the same, from 0 to 1."""
    conflict: str
    """What sets them apart whatever their likeness, in one word; "" if nothing does."""
    same: bool
    """Whether they make one claim."""


def compare(a: Sentence, b: Sentence) -> Comparison:
    """Compare two sentences. Symmetric; that they make one claim is not transitive."""
    pair = Pair(marks.of(a), marks.of(b))
    return Comparison(likeness.estimate(pair), conflicts.find(pair), _say_the_same(pair))


def same(a: Sentence, b: Sentence) -> bool:
    """Whether two sentences make one claim."""
    return _say_the_same(Pair(marks.of(a), marks.of(b)))


def _say_the_same(pair: Pair) -> bool:
    if pair.a.language == pair.b.language and pair.a.tokens == pair.b.tokens:
        return True
    if pair.a.language not in TURNS or conflicts.find(pair):
        return False
    return likeness.estimate(pair) >= LIKELY


def _copies(lines: Sequence[Line], order: Iterable[int]) -> dict[tuple[str, str], list[int]]:
    """Language and words → places of the lines that are word for word the same."""
    equal: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in order:
        sentence = lines[place].sentence
        language = sentence.document.language or "en"
        equal[language, " ".join(words.tokens(sentence.text, language))].append(place)
    return equal


def _homes(sentences: Sequence[Sentence], near: Mapping[int, Sequence[int]]) -> list[int]:
    """For each sentence the first one that it repeats, if that repeats none; else itself."""
    homes = list(range(len(sentences)))
    heads: dict[int, marks.Marks] = {}
    for n in sorted(near):
        found = marks.of(sentences[n])
        for other in near[n]:
            if homes[other] != other:
                continue
            if other not in heads:
                heads[other] = marks.of(sentences[other])
            if _say_the_same(Pair(heads[other], found)):
                homes[n] = other
                break
        else:
            heads[n] = found
    return homes


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python's collector rest: no cycle is made here, and it looks at all that grows."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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
