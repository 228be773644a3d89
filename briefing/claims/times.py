"""Days, hours and ages in a sentence: one line may leave them out, two may not differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.claims.wordlists.figures import CLOCK, DATES, MONTHS, PERIODS, WHICH
from briefing.claims.words import Words

_DIGITS = re.compile(r"\d[\d.,:]*")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|s)?")
_YEAR = re.compile(r"(?:19|20)\d\ds?\Z")
_BEFORE_YEAR = frozenset(
    "in since by until till from of during after before through early late mid the".split()
)


def of(sentence: Words) -> Iterator[tuple[int, tuple[str, str]]]:
    """(place of a word, (kind, which one)) of all that names a time."""
    for place in sentence.telling:
        known = sentence.words[place]
        if not known.may_date:
            continue
        word = known.lower
        if word in DATES:
            yield place, DATES[word]
        elif known.is_digits:
            kind = _kind_of_date(sentence, place)
            digits = _DIGITS.match(word)
            if kind and digits:
                yield place, (kind, digits[0])
        elif word in MONTHS and known.is_capital:
            if word not in ("may", "march", "mar") or _is_month(sentence, place):
                yield place, ("month", MONTHS[word])
        elif word in WHICH and sentence.at(place + 1) in PERIODS:
            yield place, ("which", WHICH[word])


def _kind_of_date(sentence: Words, place: int) -> str:
    word, before, after = sentence.lower[place], sentence.at(place - 1), sentence.at(place + 1)
    if _is_day(word) and (before in MONTHS or after in MONTHS):
        return "day of the month"
    if after in CLOCK:
        return "clock"
    if _is_age(sentence, place):
        return "age"
    return "year" if _YEAR.match(word) and _is_year(sentence, place) else ""


def _is_month(sentence: Words, place: int) -> bool:
    return (
        sentence.at(place - 1) in _BEFORE_YEAR
        or sentence.at(place - 1)[:1].isdigit()
        or sentence.at(place + 1)[:1].isdigit()
    )


def _is_age(sentence: Words, place: int) -> bool:
    """Holm, 71, said; a 71-year-old."""
    word = sentence.lower[place]
    if not (word.isdecimal() and len(word) < 3):
        return False
    if sentence.lower[place + 1 : place + 3] == ("year", "old"):
        return True
    if not place or not sentence.words[place - 1].is_capital:
        return False
    name = re.escape(sentence.lower[place - 1])
    return bool(re.search(rf"{name}, ?{word},", sentence.text, re.IGNORECASE))


def _is_year(sentence: Words, place: int) -> bool:
    before = sentence.at(place - 1)
    if place + 1 < len(sentence.words):
        after = sentence.words[place + 1]
        if after.lower.endswith("s") and not (after.is_stop or after.is_capital):
            return False  # 2000 soldiers
    return before in _BEFORE_YEAR or before in MONTHS or _is_day(before)


def _is_day(word: str) -> bool:
    return bool(_DAY.fullmatch(word))
