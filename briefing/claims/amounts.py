"""Figures in a sentence, in digits or words: a missing one is a difference, too."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from decimal import Decimal

from briefing.claims.wordlists.figures import AMOUNTS, PERIODS, SCALES, TENS, UNITS, VAGUE
from briefing.claims.words import Words

LONGEST = 5
"""Words of one figure: "two hundred thousand million"."""
EXACT = 28
"""Digits of a number; a longer one would be rounded, and is compared as it stands."""
_NUMBER = re.compile(r"(\d[\d.,:]*)(?:st|nd|rd|th|s)?")
# Scores, hours, places in a row.
_AS_IT_IS = re.compile(r"\d+(?:[-:/]\d+)+|\d+(?:st|nd|rd|th)")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


def of(sentence: Words, dates: Container[int]) -> Iterator[tuple[int, str]]:
    """Place and value of each figure that is no date.

    Words that go on with a figure, and vague ones, have the value "".
    """
    end = 0
    for place in sentence.telling:
        if place < end or not sentence.words[place].may_count or place in dates:
            continue
        value, length = _figure(sentence, place)
        if value is not None:
            yield place, value
            yield from ((more, "") for more in range(place + 1, place + length))
        end = place + length


def _figure(sentence: Words, place: int) -> tuple[str | None, int]:
    """Value of the figure that begins here, or None, and how many words it takes."""
    word = sentence.lower[place]
    number: Decimal | None = None
    length = 1
    if _AS_IT_IS.fullmatch(word):
        return word, 1
    match = _NUMBER.fullmatch(word)
    if match:
        digits = _THOUSANDS.sub("", match[1].rstrip(".,:"))
        if len(digits) > EXACT or not digits.replace(".", "", 1).isdecimal():
            return digits, 1  # 10:30
        number = Decimal(digits)
    elif word in TENS:
        unit = UNITS.get(sentence.at(place + 1), 0)
        number = Decimal(TENS[word] + (unit if 0 < unit < 10 else 0))
        length += 0 < unit < 10
    elif word in UNITS and (word not in VAGUE or sentence.at(place + 1) in SCALES):
        number = Decimal(UNITS[word])
    elif word in SCALES and sentence.at(place - 1) == "a":
        number = Decimal(1)
        length = 0
    elif word in VAGUE:
        return "", 1
    elif word in PERIODS and sentence.at(place + 1) != "of":
        return None, 1
    else:
        return AMOUNTS.get(word), 1
    while length < LONGEST and sentence.at(place + length) in SCALES:
        number *= SCALES[sentence.at(place + length)]
        length += 1
    if number == 1:
        return "", length
    return f"{number.normalize():f}", length
