"""Who speaks: a byline, a voice without a name, the writer, somebody who asks the reader.

But for quotations the rules are about English words.
"""

from __future__ import annotations

import re

from briefing import languages
from briefing.cleaning import quotations
from briefing.cleaning.look import SAYS, UNSPACED, Look
from briefing.cleaning.patterns import UPPER, any_of, signs, words

THIN_QUOTE = 5
"""Content words that a quotation without a name or a figure needs to say something.

Twice as many where no name is its speaker's. On labelled lines of news, 3 to 8 keep all but
one or two of the lines that an editor wants.
"""

_NAME = rf"(?-i:[{UPPER}])[\w.'’-]{{0,30}}"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,4}}"
_ROLE = any_of(
    r"(?:\w+ )?columnist",
    r"contributor",
    r"fellow",
    r"(?:political )?(?:analyst|commentator)",
    r"(?:staff|opinion|freelance|senior|political) writer",
    r"(?:\w+ )?correspondent",
    r"(?:contributing |associate |senior |news |managing |deputy |culture ){0,3}"
    r"editor(?:[- ]in[- ]chief)?",
    r"(?:\w+ )?reporter",
    r"freelance journalist",
)
_RANK = words("largest biggest main major top leading net sole")
_FATE = words(
    """
    detained arrested killed jailed murdered accused charged sentenced convicted missing held
    died imprisoned kidnapped abducted resigned fired
    """
)
_BYLINE = signs(
    start=(
        rf"(?:(?:additional )?reporting|writing|editing|written|posted|compiled) by {_NAME}",
        # Ann Holm, a former judge, is a columnist for …
        rf"(?!the\b)(?:{_NAME},? ){{1,5}}(?:an? [^,]{{3,60}}, )?is (?!not\b)"
        rf"(?:(?!{_RANK}\b)[\w'’.-]+ ){{0,7}}?{_ROLE}"
        rf"(?: (?:at|for|with|of|to|based|and|who|emeritus|in|covering)\b|[.,])"
        rf"(?!.*\b{_FATE}\b)",
        r"(?:[\w.'’]+,? ){1,12}contributed(?: from [\w ,.]{1,40})?\.?$",
        rf"{_NAMES}(?:,? (?:and )?{_NAMES}){{0,3}} reported from {_NAME}[^.]*\.?$",
        rf"by {_NAMES}(?:,? (?:(?:and|of|for|in|at|with|the|\||&|-|–|—) )?{_NAMES}){{0,5}}\W*$",
        r"(?-i:ANALYSIS|OPINION|EDITORIAL|COMMENTARY)\b\s*[/:]",
        r"(?:opinion|commentary|analysis):",
    ),
    anywhere=(
        r"contribut(?:ed|ing) to this (?:\w+ )?(?:report|story|article|post|piece)\b",
        r"contribut(?:ed|ing) reporting\b",
        rf"(?:reporting|writing|editing|compiled) by {_NAMES}(?:[;,)]| and\b)",
        rf"(?:follow|reach|contact|e-?mail) (?:him|her|us|me|them|{_NAMES}) (?:on|at)\b",
        r"can be (?:reached|found|followed|contacted) (?:at|on|via)\b",
    ),
)
_LABEL = re.compile(rf"[{UPPER}][{UPPER} .'’-]{{0,30}}:\s")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BY_PRONOUN = re.compile(
    rf"\b(?:(?:he|she|they|it|we|I) {SAYS}|{SAYS} (?:he|she|they|it|we|I))\b", re.IGNORECASE
)
_SINGLE_QUOTED = re.compile(r"‘[^‘’]{1,300}’(?![a-z])|(?<!\w)'[^']{1,300}'(?!\w)")
_ENDS_QUESTION = ("?", "؟", "？", "\u037e")
_CLOSING = "\"'”’»“‘」』) "

_FIRST_PERSON = re.compile(
    r"\bI\b(?![-.)])|\b(?:my|me|myself)\b|^\W*"
    r"(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Yy]et|[Aa]s|[Ii]f|[Ww]hen|[Nn]ow),? )?(?:[Ww]e|[Mm]y|[Oo]ur)\b"
)
_NUMBERED = re.compile(
    rf"""\b{
        words(
            '''
            Wars? Article Title Part Phase Chapter Volume Division Type Class Stage Level Tier
            Section Schedule Category Group Act Book Region Elizabeth Charles James Nicholas
            Alexander Napoleon Peter Catherine William Frederick Francis
            '''
        )
    } $"""
)
"""What stands before an "I" that is a number: "World War I", "Article I"."""

_TO_THE_READER = signs(
    start=(
        r"here(?:['’]s| is| are)\b",
        r"(?:well|look|listen|frankly|remember),",
        r"guess what\b",
        r"(?:consider|imagine|remember|suppose|forget|please)\b",
        r"(?:think of|look at|listen to|ask yourself|tell that|let['’]s|let us)\b",
        r"don['’]t\b",
        r"take (?:the|a|this|that|for)\b",
        r"thanks? (?:you|to you|so)\b",
    ),
    anywhere=(r"(?<!-)(?:you|your|yours|yourself|yourselves)\b",),
)


def is_byline(look: Look) -> bool:
    """Whether it says who wrote or helped, and where to find them."""
    return look.english and bool(_BYLINE.search(look.outside))


def is_labelled(look: Look) -> bool:
    """Whether it is a part of a transcript, or headed by a label: "MAYOR HOLM: …"."""
    return bool(_LABEL.match(look.text))


def is_question(look: Look) -> bool:
    """Whether it asks the reader; a question that somebody with a name put is news."""
    bare = look.text.rstrip(_CLOSING)
    if not bare.endswith(_ENDS_QUESTION):
        return False
    is_quoted = bare != look.text and not quotations.starts_quote(look.text)
    return not (is_quoted and look.has_named_speaker)


def is_bare_quote(look: Look) -> bool:
    """Whether it is a quotation without its speaker, or one that says nothing by itself."""
    text = look.text
    if look.inside or (quotations.starts_quote(text) and quotations.opens(text)):
        return not look.has_named_speaker
    if len(look.quoted) < 0.5 * len(text):
        return False
    if any(map(str.isdigit, look.quoted)) or any(name in look.quoted for name in look.names):
        return False
    weak = look.english and (_BY_PRONOUN.search(look.outside) or not look.has_speaker)
    return _n_content(look) < THIN_QUOTE * (2 if weak else 1)


def _n_content(look: Look) -> int:
    """Content words in the quotation; two signs count as one where no blanks are written."""
    found = _WORD.findall(look.quoted)
    if look.language in UNSPACED:
        return sum(map(len, found)) // 2
    stop = languages.stop_words(look.language or "en")
    return sum(word.casefold() not in stop for word in found)


def is_first_person(look: Look) -> bool:
    """Whether the writer speaks of himself, outside of quotation marks."""
    if not look.english:
        return False
    text = _SINGLE_QUOTED.sub(" ", look.outside)
    return any(not _is_numeral(match) for match in _FIRST_PERSON.finditer(text))


def _is_numeral(match: re.Match[str]) -> bool:
    start = match.start()
    return match[0] == "I" and bool(_NUMBERED.search(match.string[max(0, start - 20) : start]))


def is_advice(look: Look) -> bool:
    """Whether it turns to the reader, outside of quotation marks."""
    if not look.english:
        return False
    return bool(_TO_THE_READER.search(_SINGLE_QUOTED.sub(" ", look.outside)))
