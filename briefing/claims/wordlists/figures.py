"""Words for figures, and for days and other times."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.claims.wordlists.tables import classes

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS: Mapping[str, int] = MappingProxyType(
    {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
)
"""Numerals that a unit may follow."""
UNITS: Mapping[str, int] = MappingProxyType(
    {word: value for value, word in enumerate(_UNITS.split())}
)
SCALES: Mapping[str, int] = MappingProxyType(
    {
        word: 10**power
        for power, words in {
            2: "hundred",
            3: "thousand",
            6: "million m mn",
            9: "billion bn",
            12: "trillion tn",
        }.items()
        for word in words.split()
    }
)
"""Words by which the number before them is multiplied."""
AMOUNTS = classes(
    """
    hundreds hundred
    thousands thousand
    millions million
    billions billion
    trillions trillion
    dozens dozen
    scores
    half halved halving halve
    thirds
    quarter quarters
    2nd second
    3rd third
    4th fourth
    5th fifth
    6th sixth
    7th seventh
    8th eighth
    9th ninth
    10th tenth
    twice double doubles doubled doubling twofold
    triple triples tripled tripling threefold
    """
)
"""English words for an amount or a place in a row → one of each kind."""
VAGUE = frozenset("one first once single both couple pair".split())
"""English words that say what grammar may say alone: only another figure contradicts them."""

NUMERALS = frozenset((*UNITS, *TENS, *SCALES, *AMOUNTS, *VAGUE))
"""English words that may be a figure."""

MONTHS: Mapping[str, str] = classes(
    """
    january jan
    february feb
    march mar
    april apr
    may
    june jun
    july jul
    august aug
    september sept sep
    october oct
    november nov
    december dec
    """
)
CLOCK = frozenset("a.m. p.m. am pm gmt utc o'clock".split())
"""Words behind an hour of the day."""
PERIODS = frozenset("day week weekend month quarter season year decade century".split())
WHICH: Mapping[str, str] = classes(
    """
    last past previous
    this current
    next coming following
    """
)
"""Words before one of `PERIODS` that say which one."""

DATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        word: (kind, name)
        for kind, table in {
            "weekday": """
                monday mon
                tuesday tue tues
                wednesday wed
                thursday thu thur thurs
                friday fri
                saturday
                sunday
                lundi
                mardi
                mercredi
                jeudi
                vendredi
                samedi
                dimanche
                lunes
                martes
                miércoles
                jueves
                viernes
                sábado
                domingo
                montag
                dienstag
                mittwoch
                donnerstag
                freitag
                samstag sonnabend
                sonntag
                lunedì
                martedì
                mercoledì
                giovedì
                venerdì
                sabato
                domenica
                segunda
                terça
                quarta
                quinta
                sexta
                maandag
                dinsdag
                woensdag
                donderdag
                vrijdag
                zaterdag
                zondag
                понедельник
                вторник
                среду
                четверг
                пятницу
                субботу
                воскресенье
                """,
            "day": """
                today tonight
                yesterday
                tomorrow
                hier
                demain
                hoy
                ayer
                mañana
                heute
                gestern
                morgen
                oggi
                ieri
                domani
                hoje
                ontem
                amanhã
                vandaag
                gisteren
                сегодня
                вчера
                завтра
                """,
            "hour": """
                morning
                noon midday
                afternoon
                evening
                midnight
                """,
            "season": """
                spring
                summer
                autumn
                winter
                """,
        }.items()
        for word, name in classes(table).items()
    }
)
"""Word → (kind, which one): one line may leave it out, two may not name different ones."""

BOUNDS: Mapping[str, str] = MappingProxyType(
    {
        words: bound
        for bound, table in {
            "low": "at least, more than, over, above, exceeding, no fewer than, no less than",
            "high": "up to, at most, fewer than, less than, under, below, no more than",
        }.items()
        for words in table.split(", ")
    }
)
"""Words before a figure: the least that it may be, or the most."""
