"""Two sentences side by side, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from briefing.claims.marks import Marks


@dataclass(frozen=True)
class Pair:
    """Two sentences, aligned by their longest common subsequence of units."""

    a: Marks
    b: Marks

    @cached_property
    def gaps(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """What only one says between two words that both have, content alone: (a's, b's)."""
        content_a, content_b = self.a.content, self.b.content
        found = (
            (
                tuple(u for u in one if u in content_a and u not in content_b),
                tuple(u for u in other if u in content_b and u not in content_a),
            )
            for one, other in self._between
        )
        return tuple(gap for gap in found if gap[0] or gap[1])

    @cached_property
    def insertions(self) -> tuple[int, ...]:
        """Words that one has and the other has not, at each place; the longer of both."""
        return tuple(max(len(one), len(other)) for one, other in self._between)

    @cached_property
    def _between(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """All units that are not shared, place by place, first and last included."""
        a, b = self.a.units, self.b.units
        places = []
        start_a = start_b = 0
        for op in LCSseq.opcodes(a, b):
            if op.tag == "equal":
                places.append((a[start_a : op.src_start], b[start_b : op.dest_start]))
                start_a, start_b = op.src_end, op.dest_end
        return (*places, (a[start_a:], b[start_b:]))
