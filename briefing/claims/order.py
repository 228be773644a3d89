"""Whether names come in one order: "Russia accused Ukraine" is not the reverse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from briefing.claims.marks import Marks
from briefing.claims.wordlists.meanings import SPEECH
from briefing.claims.wordlists.names import LINKS, PLACES

NEAR = 2
"""Units within which a name stands beside a verb of speech."""
LAST = 8
"""Units at the end of a sentence that may be its speaker's, behind "said"."""


def is_one(a: Marks, b: Marks) -> bool:
    """Whether the names that both have come in one order, or move as a clause may.

    The one behind "by" comes first. Names with nothing but "and" or an office between them
    may change places, and so may a speaker; what begins one may end the other, as "on the way
    to Paris" does; and one word may stand elsewhere if it is no name.
    """
    if _are_swapped(a, b):
        return False
    one, other = _shared(a, b), _shared(b, a)
    if _agents_first(one, a) == _agents_first(other, b):
        return True
    if one != other and _joined(one, a) == _joined(other, b):
        return True
    return _moved_names(a, b) or _moved_names(b, a) or _moved_clause(a, b)


def _are_swapped(a: Marks, b: Marks) -> bool:
    """Whether two words have changed places, and all others stand where they stood.

    With "respectively" nothing may change places.
    """
    shared = a.content & b.content
    one = _each_once(unit for unit in a.units if unit in shared)
    other = _each_once(unit for unit in b.units if unit in shared)
    if one == other:
        return False
    if "respectively" in (*a.tokens, *b.tokens):
        return True
    moved = [n for n, (x, z) in enumerate(zip(one, other, strict=True)) if x != z]
    return len(moved) == 2 and moved[1] - moved[0] > 1


def _shared(a: Marks, b: Marks) -> list[str]:
    return [name for name in a.names if name in b.names]


def _agents_first(names: list[str], a: Marks) -> list[str]:
    return sorted(names, key=lambda name: name not in a.agents)


def _joined(names: list[str], a: Marks) -> list[list[tuple[str, ...]]]:
    """The full names in their order, sorted where only links stand between them."""
    groups: list[list[tuple[str, ...]]] = []
    end = -1
    for name in names:
        place = a.units.index(name)
        if place == end and place not in a.pauses:
            groups[-1][-1] += (name,)
        elif 0 <= end <= place and LINKS.issuperset(a.units[end:place]):
            groups[-1].append((name,))
        else:
            groups.append([(name,)])
        end = place + 1
    return [sorted(group) for group in groups]


def _moved_names(a: Marks, b: Marks) -> bool:
    """Whether the names out of order are those of a speaker, or of a place, in both."""
    one, other = _shared(a, b), _shared(b, a)
    kept = {
        name
        for op in LCSseq.opcodes(one, other)
        if op.tag == "equal"
        for name in one[op.src_start : op.src_end]
    }
    moved = [name for name in one if name not in kept]
    return bool(moved) and (
        (_speaks(a, moved, kept) and _speaks(b, moved, kept))
        or (_speaks_first(a, moved, kept) and _speaks_last(b, moved, kept))
        or (_speaks_last(a, moved, kept) and _speaks_first(b, moved, kept))
        or (_place(a, moved, kept) == _place(b, moved, kept) != "")
    )


def _place(a: Marks, moved: Iterable[str], kept: set[str]) -> str:
    """The word like "in" before names that stand together; "" where another has it, too."""
    places = [a.units.index(name) for name in moved]
    start, end = min(places), max(places) + 1
    word = a.units[start - 1] if start else ""
    before = {a.units[n - 1] for n in map(a.units.index, kept) if n}
    if word not in PLACES or word in before or not kept.isdisjoint(a.units[start:end]):
        return ""
    return word


def _speaks(a: Marks, moved: Iterable[str], kept: set[str]) -> bool:
    """Whether names stand together right before a verb of speech, or behind it at the end."""
    places = [a.units.index(name) for name in moved]
    start, end = min(places), max(places) + 1
    if not kept.isdisjoint(a.units[start:end]):
        return False
    if _begins_with_speech(a.units[end:]):
        return True
    is_last = len(a.units) - start <= LAST and kept.isdisjoint(a.units[end:])
    return is_last and _begins_with_speech(a.units[:start][::-1])


def _begins_with_speech(units: Sequence[str]) -> bool:
    """Whether nothing but an office stands before a word of speech."""
    first = next((unit for unit in units if unit in SPEECH or unit not in LINKS), "")
    return first in SPEECH


def _speaks_first(a: Marks, moved: Iterable[str], kept: set[str]) -> bool:
    end = max(map(a.units.index, moved)) + 1
    return (
        end <= LAST and _is_speaking(a.units[: end + NEAR]) and kept.isdisjoint(a.units[:end])
    )


def _speaks_last(a: Marks, moved: Iterable[str], kept: set[str]) -> bool:
    start = min(map(a.units.index, moved))
    return (
        len(a.units) - start <= LAST
        and _is_speaking(a.units[max(start - NEAR, 0) :])
        and kept.isdisjoint(a.units[start:])
    )


def _is_speaking(units: Iterable[str]) -> bool:
    return not SPEECH.isdisjoint(units)


def _moved_clause(a: Marks, b: Marks) -> bool:
    shared = a.content & b.content | SPEECH
    names = frozenset((*a.names, *b.names))
    one = _each_once(unit for unit in a.units if unit in shared)
    other = _each_once(unit for unit in b.units if unit in shared)
    movable = [None, *(unit for unit in one if unit in other and unit not in names)]
    return any(_is_turned(_without(one, m), _without(other, m), names) for m in movable)


def _is_turned(one: list[str], other: list[str], names: frozenset[str]) -> bool:
    """Whether a clause that begins one ends the other: one without a name, or of speech."""
    if not one or one[0] not in other:
        return False
    start = other.index(one[0])
    if not start:
        return False
    begins, ends = other[:start], other[start:]
    return ends + begins == one and any(
        names.isdisjoint(clause) or not SPEECH.isdisjoint(clause) for clause in (begins, ends)
    )


def _without(units: list[str], unit: str | None) -> list[str]:
    return [one for one in units if one != unit]


def _each_once(units: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(units))
