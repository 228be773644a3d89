"""Groups of labelled pairs, so that none is held out from what it shares a text with."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evaluation.pairs import Pair


def groups(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """The name of each pair's group: pairs that share a text, however indirectly, have one."""
    home: dict[str, str] = {}

    def root(text: str) -> str:
        while home.setdefault(text, text) != text:
            text = home[text]
        return text

    for pair in pairs:
        home[root(pair.a.text)] = root(pair.b.text)
    return tuple(root(pair.a.text) for pair in pairs)
