"""Place each sentence in a section: by its own words, then by its context.

A sentence has points for a section from its words and names; what its title, the lead
of its document and its neighbours have counts less. The section with the most points has
it, if these reach a bar and are more than what speaks for "other".
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from briefing.model import Document, Evidence, Placement, Sentence
from briefing.sections.lexicon import Lexicon, words
from briefing.sections.profile import OTHER, Profile

BAR = 1.2
"""Points that a section needs."""
LONE_BAR = 3.2
"""Points that it needs where title, document and neighbours have less than `ALONE` for it."""
ALONE = 0.3
TITLE, TOPIC, NEIGHBOUR = 0.5, 0.7, 0.3
"""Part of the points of the title, of the document's mean and of a neighbour that counts."""
CONTEXT_CAP = 3.0
"""The most points that one such text may have before its part is taken."""
TWO_PARTIES = 0.6
"""Points of two states in one sentence for a section that has `between` terms."""
FAR_PARTY = 0.7
"""Part of a `between` term that counts where the title names the second state."""

TOGETHER = " + "
"""Stands between parts of a term that count only where a sentence has them all."""

Hits = tuple[Evidence, ...]
Points = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Row:
    section: str
    kind: str
    text: str
    weight: float
    n_parts: int
    part: int = 0


class SectionBuilder:
    """The scorer of one profile; building it once serves any number of sentences."""

    def __init__(self, profile: Profile) -> None:
        """Compile the words of `profile`."""
        self.profile = profile
        self._order = tuple(section.id for section in profile.sections)
        self._diplomatic = tuple(s.id for s in profile.sections if s.between)
        self._terms: Lexicon[_Row] = Lexicon(cased=False)
        self._names: Lexicon[_Row] = Lexicon(cased=True)
        for section in (*profile.sections, profile.other):
            for kind, sign, table in (
                ("term", 1, section.terms),
                ("between", 1, section.between),
                ("against", -1, section.against),
                ("entity", 1, section.entities),
            ):
                for text, weight in table:
                    cased = kind == "entity" or (kind == "against" and text[0].isupper())
                    lexicon = self._names if cased else self._terms
                    parts = tuple(part.strip() for part in text.split(TOGETHER))
                    row = _Row(section.id, kind, text, sign * weight, len(parts))
                    for n, part in enumerate(parts):
                        lexicon.add(part, replace(row, part=n))

    def place(self, sentences: Sequence[Sentence]) -> tuple[Placement, ...]:
        """A placement for each sentence; those of one document stand together, in order."""
        by_document: dict[int, list[int]] = defaultdict(list)
        for position, sentence in enumerate(sentences):
            by_document[id(sentence.document)].append(position)
        placements: dict[int, Placement] = {}
        for positions in by_document.values():
            texts = [sentences[position].text for position in positions]
            document = sentences[positions[0]].document
            for position, placement in zip(
                positions, self._place_document(document, texts), strict=True
            ):
                placements[position] = placement
        return tuple(placements[position] for position in range(len(sentences)))

    def _place_document(self, document: Document, texts: Sequence[str]) -> Iterable[Placement]:
        title_words = words(document.title)
        title_parties = parties_in(title_words)
        title = _points(self._evidence(title_words, title_parties, ()))
        own: list[Hits] = []
        for text in texts:
            tokens = words(text)
            own.append(self._evidence(tokens, parties_in(tokens), title_parties))
        points = [_points(hits) for hits in own]
        topic = _mean(points)
        for n, hits in enumerate(own):
            near = [points[m] for m in (n - 1, n + 1) if 0 <= m < len(points)]
            yield self._decide(hits, title, topic, near)

    def _decide(
        self, hits: Hits, title: Points, topic: Points, near: Sequence[Points]
    ) -> Placement:
        own = _points(hits)
        evidence = list(hits)
        scores: dict[str, float] = {}
        for section in (*self._order, OTHER):
            total = own.get(section, 0.0)
            for kind, share, source in (
                ("title", TITLE, title),
                ("topic", TOPIC, topic),
                *(("neighbour", NEIGHBOUR, row) for row in near),
            ):
                value = share * max(-1.0, min(source.get(section, 0.0), CONTEXT_CAP))
                if value:
                    total += value
                    evidence.append(Evidence(section, kind, "", round(value, 3)))
            scores[section] = total
        ranked = sorted(self._order, key=lambda section: -scores[section])
        best = ranked[0]
        rival = max(scores[s] for s in (*ranked[1:], OTHER))
        bar = BAR if scores[best] - own.get(best, 0.0) >= ALONE else LONE_BAR
        if scores[best] >= bar and scores[best] > scores[OTHER]:
            section, margin = best, scores[best] - max(rival, bar)
        else:
            section, margin = OTHER, max(bar, scores[OTHER]) - scores[best]
        return Placement(
            section=section,
            scores=tuple((s, round(scores[s], 3)) for s in self._order),
            margin=round(max(margin, 0.0), 3),
            evidence=tuple(evidence),
        )

    def _evidence(
        self, tokens: list[str], parties: Sequence[str], title_parties: Sequence[str]
    ) -> Hits:
        found: dict[tuple[str, str, str], Evidence] = {}
        seen: dict[tuple[str, str, str], set[int]] = {}
        lower = [token.casefold() for token in tokens]
        reach = _reach(parties, title_parties)
        for lexicon, given in ((self._names, tokens), (self._terms, lower)):
            for _place, _length, row in lexicon.find(given):
                weight = row.weight * (reach if row.kind == "between" else 1.0)
                key = (row.section, row.kind, row.text)
                if row.n_parts > 1:
                    met = seen.setdefault(key, set())
                    met.add(row.part)
                    if len(met) < row.n_parts:
                        continue
                if weight and key not in found:
                    found[key] = Evidence(row.section, row.kind, row.text, round(weight, 3))
        if len(parties) > 1:
            named = " + ".join(parties)
            for section in self._diplomatic:
                found[section, "rule", named] = Evidence(section, "rule", named, TWO_PARTIES)
        return tuple(found.values())


def _reach(parties: Sequence[str], title_parties: Sequence[str]) -> float:
    """How much a `between` term counts, from 0 to 1."""
    if len(parties) > 1:
        return 1.0
    if parties and {*parties, *title_parties} != {*parties}:
        return FAR_PARTY
    return 0.0


def _mean(rows: Sequence[Points]) -> Points:
    """The mean of capped points over the sentences of a document."""
    total: Points = {}
    for row in rows:
        for section, value in row.items():
            total[section] = total.get(section, 0.0) + min(value, CONTEXT_CAP)
    return {section: value / len(rows) for section, value in total.items()}


def _points(hits: Hits) -> Points:
    """Sum of the weights by section."""
    points: Points = {}
    for hit in hits:
        points[hit.section] = points.get(hit.section, 0.0) + hit.weight
    return points


@cache
def _party_names() -> Lexicon[str]:
    path = Path(__file__).parent / "parties.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    lexicon: Lexicon[str] = Lexicon(cased=True)
    for name in tables["noise"]["names"]:
        lexicon.add(name, "")
    for party, names in tables["parties"].items():
        for name in names:
            lexicon.add(name, party)
    return lexicon


def parties_in(tokens: list[str]) -> tuple[str, ...]:
    """States and bodies that `lexicon.words` of a text name, each once, in their order."""
    named = (party for _place, _length, party in _party_names().find(tokens))
    return tuple(dict.fromkeys(party for party in named if party))
