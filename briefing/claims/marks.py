"""A sentence, reduced to what decides whether another one says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from briefing.claims import words
from briefing.claims.wordlists.figures import (
    AMOUNTS,
    BOUNDS,
    CLOCK,
    DATES,
    MONTHS,
    PERIODS,
    SCALES,
    TENS,
    UNITS,
    VAGUE,
    WHICH,
)
from briefing.claims.wordlists.names import BRIDGES, LINKS
from briefing.claims.wordlists.turns import (
    BE,
    BEFORE_TO,
    BEHIND_BE,
    DETERMINERS,
    PHRASES,
    STRESSING,
)
from briefing.model import Sentence

N_CHARS = 4
"""Characters of a shingle."""
_NUMBER = re.compile(r"(\d[\d.,:]*)(?:st|nd|rd|th|s)?")
# Scores, hours, places in a row.
_AS_IT_IS = re.compile(r"\d+(?:[-:/]\d+)+|\d+(?:st|nd|rd|th)")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\ds?\Z")
_BEFORE_YEAR = frozenset(
    "in since by until till from of during after before through early late mid the".split()
)


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
    return _Reading(sentence.text, language).marks()


class _Reading:
    """One pass over the words of a sentence."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._is_english = language == "en"
        self._tokens = words.tokens(text, language)
        self._words, self._pauses = words.of(text, language)
        self._lower = [word.lower for word in self._words]
        self._telling = [place for place, word in enumerate(self._words) if word.is_telling]

    def marks(self) -> Marks:
        dates = dict(self._dates())
        figures = dict(self._figures(dates))
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
        return Marks(
            language=self._language,
            tokens=self._tokens,
            units=tuple([self._words[place].unit for place in undated]),
            pauses=frozenset(n for n, place in enumerate(undated) if place in self._pauses),
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
            figures=tuple(
                (value, self._behind(place, content))
                for place, value in figures.items()
                if value
            ),
            turns=tuple((turn, self._behind(place, plain)) for place, turn in turns.items()),
            frames=frozenset(
                (self._lower[place], self._behind(place, untitled))
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

    def _behind(self, place: int, content: Mapping[int, str]) -> str:
        """The next unit that says something."""
        for after in range(place + 1, len(self._words)):
            if after in content:
                return content[after]
        return ""

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

    def _at(self, place: int) -> str:
        return self._lower[place] if 0 <= place < len(self._lower) else ""

    def _dates(self) -> Iterator[tuple[int, tuple[str, str]]]:
        for place in self._telling:
            known = self._words[place]
            if not known.may_date:
                continue
            word = known.lower
            if word in DATES:
                yield place, DATES[word]
            elif known.is_digits:
                kind = self._kind_of_date(place)
                digits = _NUMBER.match(word)
                if kind and digits:
                    yield place, (kind, digits[1])
            elif word in MONTHS and known.is_capital:
                if word not in ("may", "march", "mar") or self._is_month(place):
                    yield place, ("month", MONTHS[word])
            elif word in WHICH and self._at(place + 1) in PERIODS:
                yield place, ("which", WHICH[word])

    def _kind_of_date(self, place: int) -> str:
        word, before, after = self._lower[place], self._at(place - 1), self._at(place + 1)
        if _is_day(word) and (before in MONTHS or after in MONTHS):
            return "day of the month"
        if after in CLOCK:
            return "clock"
        if self._is_age(place):
            return "age"
        return "year" if _YEAR.match(word) and self._is_year(place) else ""

    def _is_month(self, place: int) -> bool:
        return (
            self._at(place - 1) in _BEFORE_YEAR
            or self._at(place - 1)[:1].isdigit()
            or self._at(place + 1)[:1].isdigit()
        )

    def _is_age(self, place: int) -> bool:
        """Holm, 71, said; a 71-year-old."""
        word = self._lower[place]
        if not (word.isdecimal() and len(word) < 3):
            return False
        if self._lower[place + 1 : place + 3] == ["year", "old"]:
            return True
        if not place or not self._words[place - 1].is_capital:
            return False
        name = re.escape(self._lower[place - 1])
        return bool(re.search(rf"{name}, ?{word},", self._text, re.IGNORECASE))

    def _is_year(self, place: int) -> bool:
        before = self._at(place - 1)
        if place + 1 < len(self._words):
            after = self._words[place + 1]
            if after.lower.endswith("s") and not (after.is_stop or after.is_capital):
                return False  # 2000 soldiers
        return before in _BEFORE_YEAR or before in MONTHS or _is_day(before)

    def _figures(self, dates: Mapping[int, object]) -> Iterator[tuple[int, str]]:
        """Place and value; words that belong to a figure, or are vague, have no value."""
        end = 0
        for place in self._telling:
            if place < end or not self._words[place].may_count or place in dates:
                continue
            value, length = self._figure(place)
            if value is not None:
                yield place, value
                yield from ((more, "") for more in range(place + 1, place + length))
            end = place + length

    def _figure(self, place: int) -> tuple[str | None, int]:
        """Value of the figure that begins here, or None, and how many words it takes."""
        word = self._lower[place]
        number: Decimal | None = None
        length = 1
        if _AS_IT_IS.fullmatch(word):
            return word, 1
        match = _NUMBER.fullmatch(word)
        if match:
            digits = _THOUSANDS.sub("", match[1].rstrip(".,:"))
            if not digits.replace(".", "", 1).isdecimal():
                return digits, 1  # 10:30
            number = Decimal(digits)
        elif word in TENS:
            unit = UNITS.get(self._at(place + 1), 0)
            number = Decimal(TENS[word] + (unit if 0 < unit < 10 else 0))
            length += 0 < unit < 10
        elif word in UNITS and (word not in VAGUE or self._at(place + 1) in SCALES):
            number = Decimal(UNITS[word])
        elif word in SCALES and self._at(place - 1) == "a":
            number = Decimal(1)
            length = 0
        elif word in VAGUE:
            return "", 1
        elif word in PERIODS and self._at(place + 1) != "of":
            return None, 1
        else:
            return AMOUNTS.get(word), 1
        while self._at(place + length) in SCALES:
            number *= SCALES[self._at(place + length)]
            length += 1
        if number == 1:
            return "", length
        return f"{number.normalize():f}", length

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
                if not (known.turn == "not" and self._at(place + 1) in STRESSING):
                    yield place, known.turn
            elif not self._is_english:
                continue
            elif (word, self._at(place + 1)) in PHRASES:
                yield place, PHRASES[word, self._at(place + 1)]
            elif (
                word in BEFORE_TO
                and self._at(place + 1) == "to"
                and self._at(place - 1) not in DETERMINERS
                and (word not in BEHIND_BE or self._at(place - 1) in BE)
            ):
                yield place, BEFORE_TO[word]


def _is_day(word: str) -> bool:
    match = _NUMBER.fullmatch(word)
    return bool(match) and len(match[1]) < 3 and match[1].isdecimal()  # type: ignore[index]
