"""What two sentences must agree on to be one claim: figures, negation, modality, parties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel, LCSseq

from briefing.claims.marks import Marks
from briefing.claims.pairs import Pair
from briefing.claims.wordlists.meanings import SPEECH
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
    if _turned(pair):
        return "turns"
    if are_opposed(a.sides, b.sides):
        return "opposites"
    if are_opposed(a.dates, b.dates):
        return "dates"
    if _name_others(a, b):
        return "names"
    if not _in_order(a, b):
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
    return sorted(a) != sorted(b) and any(
        value != other and unit == its_unit != "" for value, unit in a for other, its_unit in b
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


def _in_order(a: Marks, b: Marks) -> bool:
    """Whether the names that both have come in one order: who accused whom.

    The one behind "by" comes first. What begins one may end the other, as "on the way to
    Paris" or "Mr Holm said" does, and one word may stand elsewhere if it is no name.
    """
    if _by_agent(a, b) == _by_agent(b, a) or _moved_speaker(a, b) or _moved_speaker(b, a):
        return True
    shared = a.content & b.content | SPEECH
    names = frozenset((*a.names, *b.names))
    one = _each_once(unit for unit in a.units if unit in shared)
    other = _each_once(unit for unit in b.units if unit in shared)
    movable = [None, *(unit for unit in one if unit in other and unit not in names)]
    return any(_is_turned(_without(one, m), _without(other, m), names) for m in movable)


def _by_agent(a: Marks, b: Marks) -> list[str]:
    shared = [name for name in a.names if name in b.names]
    return sorted(shared, key=lambda name: name not in a.agents)


def _moved_speaker(a: Marks, b: Marks) -> bool:
    """Whether the names out of order are those of a speaker, first in one and last in one."""
    one = [name for name in a.names if name in b.names]
    other = [name for name in b.names if name in a.names]
    kept = {
        name
        for op in LCSseq.opcodes(one, other)
        if op.tag == "equal"
        for name in one[op.src_start : op.src_end]
    }
    moved = [name for name in one if name not in kept]
    return bool(moved) and (
        (_speaks_first(a, moved, kept) and _speaks_last(b, moved, kept))
        or (_speaks_last(a, moved, kept) and _speaks_first(b, moved, kept))
    )


def _speaks_first(a: Marks, moved: Iterable[str], kept: set[str]) -> bool:
    end = max(map(a.units.index, moved)) + 1
    return _is_speaking(a.units[: end + 2]) and kept.isdisjoint(a.units[:end])


def _speaks_last(a: Marks, moved: Iterable[str], kept: set[str]) -> bool:
    start = min(map(a.units.index, moved))
    return _is_speaking(a.units[max(start - 2, 0) :]) and kept.isdisjoint(a.units[start:])


def _is_speaking(units: Iterable[str]) -> bool:
    return not SPEECH.isdisjoint(units)


def _is_turned(one: list[str], other: list[str], names: frozenset[str]) -> bool:
    """Whether a clause that begins one ends the other: one without a name, or of speech."""
    if not one or one[0] not in other:
        return False
    start = other.index(one[0])
    begins, ends = other[:start], other[start:]
    return ends + begins == one and any(
        names.isdisjoint(clause) or not SPEECH.isdisjoint(clause) for clause in (begins, ends)
    )


def _without(units: list[str], unit: str | None) -> list[str]:
    return [one for one in units if one != unit]


def _each_once(units: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(units))


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
