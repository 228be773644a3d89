"""Datelines and the like at the start of a paragraph: they leave the slice."""

from __future__ import annotations

import re

from briefing.cleaning.patterns import UPPER, words

LONGEST = 120
"""Characters that a dateline may have."""

_DASH = r"\s?\.?\s?(?:[–—―]{1,3}\s*|-{1,3}(?:\s+|\Z))"
_MONTH = (
    "(?i:"
    + words(
        """
    Jan(?:uary)? Feb(?:ruary)? Mar(?:ch)? Apr(?:il)? May June? July? Aug(?:ust)? Sept?(?:ember)?
    Oct(?:ober)? Nov(?:ember)? Dec(?:ember)? janv(?:ier)? févr(?:ier)? mars avr(?:il)? mai juin
    juil(?:let)? août sept(?:embre)? octobre novembre déc(?:embre)? ene(?:ro)? feb(?:rero)?
    mar(?:zo)? abr(?:il)? may(?:o)? jun(?:io)? jul(?:io)? ago(?:sto)? septiembre octubre
    noviembre dic(?:iembre)? Januar Februar März Juni Juli Oktober Dezember января февраля марта
    апреля мая июня июля августа сентября октября ноября декабря
    """
    )
    + ")"
)
_DATE = rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}}\.? (?:de )?{_MONTH}\.?)(?:,? (?:de )?\d{{4}})?"
_WORD = rf"[{UPPER}][\w.'’]*(?:[-/][{UPPER}][\w.'’]*)*"
_PLACE = rf"(?:Near )?{_WORD}(?:[ ](?:(?:de|la|el|del|am|the|of|al)[ ])?{_WORD}){{0,3}}"
_CAPITALS = rf"[{UPPER}][{UPPER}.'’/-]+(?: [{UPPER}][{UPPER}.'’/-]+){{0,3}}"
_WHEN = rf"(?:[,.] {_DATE}|, {_PLACE}){{0,3}}"
"""A region, a country, a day."""

_AGENCY = words(
    r"""
    CNN AP Reuters REUTERS AFP UPI EFE Xinhua TASS ANSA Bloomberg KYODO Kyodo dpa afp ap efe
    ansa apa sda IANS PTI ANI RIA Interfax BBC NPR RFE/RL Anadolu Yonhap SPA WAM KUNA PA CP
    """
)
_NO_PLACE = rf"(?![^()]{{0,80}}\b(?:Press|News|Agency|Network|{_AGENCY}) \()"
""""Associated Press (AP) President …"."""
_LABEL = words("FILE PHOTO PHOTOS VIDEO AUDIO WATCH LIVE IMAGE CAPTION")
"""Words in capitals with a dash that head a caption."""
_BRACKETED = rf"\((?![RDI]-)(?:[{UPPER}][\w.&'’/-]+(?: [\w.&'’/-]+){{0,3}}|{_AGENCY})\)"
_NEXT = r"(?=\Z|[\"'“‘«„»¿¡(\[]*\s?[^\W_a-zà-ÿа-я])"
"""A sentence begins behind a dateline; behind "NATO — the alliance — said" none does."""

_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # a date put before an article by the program that exported it
        r"date:?\s\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?[\s,:–—-]+",
        # PARIS (AP) — · GAZA CITY, Gaza Strip (AP) - · LONDON, May 29 (Reuters) -
        rf"{_PLACE}{_WHEN} ?{_BRACKETED}{_DASH}{_NEXT}",
        # Washington (CNN) President … · (CNN)Two … · (CNN) --
        rf"{_NO_PLACE}(?:{_PLACE}{_WHEN} )?\({_AGENCY}\)(?:{_DASH}|:?\s?){_NEXT}",
        # MOSCOW, May 29. /TASS/.
        rf"{_PLACE}{_WHEN}\.? /{_AGENCY}/(?:\.|{_DASH})\s?{_NEXT}",
        # JERUSALEM — · WASHINGTON, D.C. –
        rf"(?!{_LABEL}\b){_CAPITALS}{_WHEN} (?:[–—]{{1,3}} ?|-{{1,3}} ){_NEXT}",
    )
)


def length(text: str) -> int:
    """Characters of the dateline that `text` starts with, 0 if it has none.

    A dateline is a place in capitals with a dash, a place with anything in brackets and a
    dash, or a place with an agency in brackets. A place in ordinary writing without these may
    be a subject: "Macron — who …".
    """
    start = text[:LONGEST]
    for form in _FORMS:
        if match := form.match(start):
            return match.end()
    return 0
