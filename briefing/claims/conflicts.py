"""What two sentences must agree on to be one claim: figures, negation, modality, parties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel

from briefing.claims import order
from briefing.claims.marks import Marks
from briefing.claims.pairs import Pair
from briefing.claims.wordlists.names import NATIONS
from briefing.claims.wordlists.turns import MODALS, NEGATING

SPELT = 0.8
"""Similarity of two spellings of a name, by Indel distance; "Johnson" and "Jensen" have .62."""


def find(pair: Pair) -> str:
    """What sets them apart, in one word; "" if nothing does. Symmetric."""
    a, b = pair.a, pair.b
    if a.language != b.language:
        return "language"
    if _differ_in(a.figures, b.figures):
        return "figures"
    if _turned(pair) or _stand_otherwise(a, b, a.turns, b.turns):
        return "turns"
    if are_opposed(a.sides, b.sides):
        return "opposites"
    if are_opposed(a.dates, b.dates):
        return "dates"
    if _name_others(a, b):
        return "names"
    if _stand_otherwise(a, b, a.frames, b.frames) or not order.is_one(a, b):
        return "order"
    return "words" if _say_otherwise(pair) else ""


def _differ_in(a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]]) -> bool:
    """Whether they hold other values, or the same ones in each other's place.

    A value is with the word behind it: "12 dead, 19 hurt" is not "19 dead, 12 hurt".
    """
    values_a, values_b = [value for value, _ in a], [value for value, _ in b]
    if values_a == values_b:
        return False
    if sorted(values_a) != sorted(values_b):
        return True
    return any(
        value != other and unit == its_unit for value, unit in a for other, its_unit in b
    )


def _stand_otherwise(
    a: Marks, b: Marks, of_a: Iterable[tuple[str, str]], of_b: Iterable[tuple[str, str]]
) -> bool:
    """Whether a word stands before another one that both have: "from A to B", "from B to A"."""
    one, other = frozenset(of_a), frozenset(of_b)
    only_a, only_b = one - other, other - one
    return any(
        word == its_word and unit in b.content and its_unit in a.content
        for word, unit in only_a
        for its_word, its_unit in only_b
    )


def _turned(pair: Pair) -> bool:
    """Whether one is negated or qualified otherwise.

    A clause that only one has may have a "will" of its own, but no "if" and no "not".
    """
    a, b = pair.a.turns, pair.b.turns
    if not _differ_in(a, b):
        return False
    cut_from_a = {unit for one, other in pair.gaps if not other for unit in one}
    cut_from_b = {unit for one, other in pair.gaps if not one for unit in other}
    return _differ_in(_staying(a, cut_from_a), _staying(b, cut_from_b))


def _staying(turns: Sequence[tuple[str, str]], cut: set[str]) -> list[tuple[str, str]]:
    return [(turn, unit) for turn, unit in turns if turn not in MODALS or unit not in cut]


def are_opposed(a: frozenset[tuple[object, str]], b: frozenset[tuple[object, str]]) -> bool:
    """Whether each has something that the other has another one for; one may leave it out."""
    if a == b:
        return False
    return not {kind for kind, _ in a - b}.isdisjoint(kind for kind, _ in b - a)


def _name_others(a: Marks, b: Marks) -> bool:
    """Whether each names somebody whom the other does not.

    A name that one has in full is none: "Ines Faro" and "Faro", but not "Amos Faro".
    """
    only_a = [n for n in a.names if n not in b.content and n not in b.initials]
    only_b = [n for n in b.names if n not in a.content and n not in a.initials]
    if not only_a or not only_b:
        return False
    full_a, full_b = _in_full(a, b), _in_full(b, a)
    rest_a = [n for n in only_a if n not in full_a and not _is_spelt(n, only_b)]
    rest_b = [n for n in only_b if n not in full_b and not _is_spelt(n, only_a)]
    both = set(full_a.values()) & set(full_b.values())
    return bool((rest_a and rest_b) or both)


def _is_spelt(name: str, others: Iterable[str]) -> bool:
    """Whether one of `others` is another spelling of it, as "Qaida" is of "Qaeda"."""
    return name not in NATIONS and any(
        other not in NATIONS and Indel.normalized_similarity(name, other) >= SPELT
        for other in others
    )


def _in_full(a: Marks, b: Marks) -> dict[str, str]:
    """Names that only `a` has, beside a shared one with a capital → the shared one."""
    found = {}
    for run in a.runs:
        shared = [unit for unit in run if unit in b.content]
        if shared:
            found.update({unit: shared[-1] for unit in run if unit not in b.content})
    return found


def _say_otherwise(pair: Pair) -> bool:
    """Whether one word stands in the place of another that is no match for it.

    It is none if it is the only difference, or both are verbs of the past. Of a language
    other than English too little is known to let any word differ.
    """
    a, b = pair.a, pair.b
    for one, other in pair.gaps:
        if a.language != "en" and one and other:
            return True
        if len(one) == 1 and len(other) == 1:
            x, z = one[0], other[0]
            if _negates(x, z) or _negates(z, x):
                return True
            is_known = len(pair.gaps) > 1 and not (x in a.past and z in b.past)
            if not is_known and x[:4] != z[:4]:
                return True
    return False


def _negates(word: str, other: str) -> bool:
    return word.endswith(other) and word.removesuffix(other) in NEGATING
