"""A sentence, reduced to what decides whether another one says the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.claims import amounts, times, words
from briefing.claims.wordlists.figures import BOUNDS
from briefing.claims.wordlists.names import BRIDGES, LINKS
from briefing.claims.wordlists.turns import (
    BE,
    BEFORE_TO,
    BEHIND_BE,
    DETERMINERS,
    PHRASES,
    STRESSING,
)
from briefing.claims.words import Words
from briefing.model import Sentence

N_CHARS = 4
"""Characters of a shingle."""


@dataclass(frozen=True)
class Marks:
    """What is compared of a sentence; a unit is the stem of a word, or that of its synonym."""

    language: str
    tokens: tuple[str, ...]
    """As `words.tokens` gives them: in a language that is not known, these must be equal."""
    units: tuple[str, ...]
    """All words but dates, in order."""
    pauses: frozenset[int]
    """Places in `units` of those behind a comma."""
    content: frozenset[str]
    """Units that say something: no stop words, numbers and verbs of speech."""
    names: tuple[str, ...]
    """Units that may be a party, each once, in order: "Malta", "rebels", "police"."""
    past: frozenset[str]
    """Units of English words in -ed."""
    agents: frozenset[str]
    """Names behind "by"."""
    initials: frozenset[str]
    """First letters of names of several words: "imf"."""
    runs: tuple[tuple[str, ...], ...]
    """Units of neighbouring words with a capital: ("ines", "faro")."""
    figures: tuple[tuple[str, str], ...]
    """Numbers in digits or words, and the unit of the word behind: ("12", "peopl")."""
    turns: tuple[tuple[str, str], ...]
    """What turns or qualifies, and the unit that it stands before: ("not", "sign")."""
    frames: frozenset[tuple[str, str]]
    """Words like "from" and "after", and the unit that they stand before."""
    sides: frozenset[tuple[int, str]]
    """Sides of `OPPOSITES` that it takes."""
    dates: frozenset[tuple[str, str]]
    """(kind, which one): ("weekday", "monday")."""

    @cached_property
    def all_units(self) -> frozenset[str]:
        """The units without order."""
        return frozenset(self.units)

    @cached_property
    def trigrams(self) -> frozenset[str]:
        """Three units in a row, with blanks between them."""
        units = self.units
        return frozenset(map(" ".join, zip(units, units[1:], units[2:], strict=False)))

    @cached_property
    def characters(self) -> frozenset[str]:
        """Four characters in a row, of the tokens with blanks between them."""
        text = " ".join(self.tokens)
        return frozenset(text[n : n + N_CHARS] for n in range(len(text) - N_CHARS + 1))


def of(sentence: Sentence) -> Marks:
    """Read the marks of `sentence`; what turns it is known for the languages in `TURNS`."""
    language = sentence.document.language or "en"
    tokens = words.tokens(sentence.text, language)
    return _Reading(words.of(sentence.text, language), tokens).marks()


class _Reading:
    """One pass over the words of a sentence."""

    def __init__(self, sentence: Words, tokens: tuple[str, ...]) -> None:
        self._sentence = sentence
        self._tokens = tokens
        self._words = sentence.words
        self._lower = sentence.lower
        self._telling = sentence.telling
        self._is_english = sentence.is_english

    def marks(self) -> Marks:
        dates = dict(times.of(self._sentence))
        figures = dict(amounts.of(self._sentence, dates))
        turns = dict(self._turns())
        numbers = dates.keys() | figures.keys()
        undated = [place for place in range(len(self._words)) if place not in dates]
        content = {
            place: word.unit
            for place, word in enumerate(self._words)
            if (word.says or (word.is_initial and place)) and place not in numbers
        }
        plain = {place: unit for place, unit in content.items() if place not in turns}
        untitled = {place: u for place, u in plain.items() if u not in LINKS}
        names = [place for place in content if self._is_name(place)]
        capitals = [place for place in names if self._words[place].is_capital]
        behind, behind_turn, behind_frame = map(_next, (content, plain, untitled))
        return Marks(
            language=self._sentence.language,
            tokens=self._tokens,
            units=tuple([self._words[place].unit for place in undated]),
            pauses=frozenset(
                n for n, place in enumerate(undated) if place in self._sentence.pauses
            ),
            content=frozenset(content.values()),
            names=tuple(dict.fromkeys(content[place] for place in names)),
            past=frozenset(unit for p, unit in content.items() if self._words[p].is_past),
            agents=frozenset(self._agents(names)),
            initials=frozenset(
                "".join([self._lower[place][0] for place in run])
                for run in self._runs(capitals, BRIDGES)
                if len(run) > 1
            ),
            runs=tuple(
                tuple([content[place] for place in run])
                for run in self._runs(capitals, frozenset())
                if len(run) > 1
            ),
            figures=tuple((value, behind(place)) for place, value in figures.items() if value),
            turns=tuple((turn, behind_turn(place)) for place, turn in turns.items()),
            frames=frozenset(
                (self._lower[place], behind_frame(place))
                for place in self._telling
                if self._words[place].is_frame
            ),
            sides=frozenset(self._sides(figures)),
            dates=frozenset(date for date in dates.values() if date[1]),
        )

    def _agents(self, names: Sequence[int]) -> Iterator[str]:
        """The names behind "by", as far as nothing but an article stands between them."""
        for by in self._telling:
            if self._lower[by] != "by":
                continue
            for place in range(by + 1, len(self._words)):
                word = self._words[place]
                if word.is_stop and word.lower not in DETERMINERS:
                    break
                if place in names:
                    yield word.unit

    def _is_name(self, place: int) -> bool:
        word = self._words[place]
        if word.is_party:
            return True
        if word.is_title or (place == 0 and word.is_common):
            return False
        return word.is_capital

    def _runs(self, capitals: Sequence[int], bridges: frozenset[str]) -> Iterator[list[int]]:
        """Capitals that follow one another, with no word but `bridges` between them."""
        run: list[int] = []
        for place in capitals:
            if run and not bridges.issuperset(self._lower[run[-1] + 1 : place]):
                yield run
                run = []
            run.append(place)
        if run:
            yield run

    def _sides(self, figures: Mapping[int, str]) -> Iterator[tuple[int, str]]:
        for place in self._telling:
            if place not in figures:
                yield from self._words[place].sides
        for place in figures if self._is_english else ():
            before = (" ".join(self._lower[max(place - n, 0) : place]) for n in (3, 2, 1))
            bound = next((BOUNDS[words] for words in before if words in BOUNDS), "")
            if bound:
                yield -1, bound

    def _turns(self) -> Iterator[tuple[int, str]]:
        if self._tokens[-1:] == ("?",):
            yield -1, "?"
        for place in self._telling:
            known = self._words[place]
            if not known.may_turn:
                continue
            word = known.lower
            is_name = place > 0 and known.is_capital and word in ("will", "may")
            if known.turn and not is_name:
                if not (known.turn == "not" and self._sentence.at(place + 1) in STRESSING):
                    yield place, known.turn
            elif not self._is_english:
                continue
            elif (word, self._sentence.at(place + 1)) in PHRASES:
                yield place, PHRASES[word, self._sentence.at(place + 1)]
            elif (
                word in BEFORE_TO
                and self._sentence.at(place + 1) == "to"
                and self._sentence.at(place - 1) not in DETERMINERS
                and (word not in BEHIND_BE or self._sentence.at(place - 1) in BE)
            ):
                yield place, BEFORE_TO[word]


def _next(content: Mapping[int, str]) -> Callable[[int], str]:
    """Gives the unit behind a place, "" behind the last; places ascend."""
    places = tuple(content)

    def behind(place: int) -> str:
        n = bisect_right(places, place)
        return content[places[n]] if n < len(places) else ""

    return behind
