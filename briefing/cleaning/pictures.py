"""Captions, by their words and by their grammar: a scene in the present tense, with a date."""

from __future__ import annotations

import re

from briefing.cleaning.look import Look
from briefing.cleaning.patterns import DAY, MONTH, any_of, signs, words

VERB_WITHIN = 160
"""Characters at the start of a caption in which its verb stands."""

_AGENCY = words("AFP REUTERS Reuters AP EPA Getty")
_PHOTO = signs(
    start=(
        r"courtesy of\b",
        r"file\s*[-–—:]",
        r"(?:photo|image|picture|caption|credit)\s*[:(]",
    ),
    anywhere=(
        r"file (?:photo|picture|image)\b",
        r"photo(?:graph)?(?: by\b| illustration\b|s?:|/)",
        r"getty images\b",
        r"(?:ap|afp|epa|reuters) (?:photo|images)\b",
        r"(?:toggle|hide|show) caption\b",
        r"enlarge (?:this )?image\b",
        r"image (?:copyright|caption|credit|source)\b",
        r"in this (?:[\w.,]+ ){0,5}(?:photo|image|picture|photograph|frame|handout)\b",
        r"this (?:undated |handout |combination )?(?:file )?(?:photo|image|picture|photograph)"
        r" (?:released|provided|taken|made|shows?)\b",
        rf"(?:is|are) (?:seen|pictured|shown)\b.{{0,60}}\b(?:{DAY}|{MONTH} \d)",
        r"(?:is|are) pictured\b",
        r"pictured (?:here|above|below|left|right)\b",
        r"(?:photo|picture|image|video)s? courtesy\b",
        r"(?:photo(?:graph)?|picture|screengrab|screenshot) taken\b",
        r"click to (?:enlarge|view)\b",
    ),
)
_CREDIT = re.compile(rf"\b{_AGENCY}/[A-Z]\w|\w ?/ ?{_AGENCY}\b")
_POLL = re.compile(r"\b(?:poll|survey)", re.IGNORECASE)
"""What makes "Reuters/Ipsos" no credit."""

_VERB = re.compile(
    r"\b"
    + any_of(
        words(
            """
            holds? stands? walks? waves sits? arrives? shakes? speaks? gestures? poses listens?
            attends? carr(?:y|ies) gathers? march(?:es)? rides watch(?:es)? smiles? cleans
            greets? embraces? kneels? testif(?:y|ies) chants? inspects? passes reacts? applauds?
            prays? mourns? shouts? salutes? hugs? guards? tours delivers? displays departs?
            boards attempts? waits? boos? cheers?
            """
        ),
        r"talks? (?:to|with|about|during|on)",
        r"looks? (?:on|at|out|over)",
        r"leaves? (?:a|an|the|his|her|after|from)",
        r"(?:protests?|demonstrates?|rally|rallies) (?:against|outside|near|at|for|over)",
        r"points? (?:to|at|toward)",
        r"answers? (?:a|questions)",
        r"addresses (?:a|an|the)",
        r"marks? (?:the|a|his|her|their)",
        r"reviews? (?:the|troops|an?)",
        r"lights? (?:a|an|the|candles)",
        r"takes? (?:part|positions?|questions|the stage|a selfie)",
    )
    + r"\b"
)
_NO_VERB_AFTER = frozenset(
    "to with in of the a an by for at on his her their its this that no not talking".split()
)
_NO_SCENE = re.compile(
    r"\b"
    + words(
        """
        said told was were had has have will would announced warned accused called agreed denied
        added did killed met took made came went began won lost signed says is are can could may
        """
    )
    + r"\b|^(?:Although|While|When|As|If|Because|Since|After|Before|Despite)\b"
)
_OCCASION = words(
    """
    conference rally hearing ceremony protest gathering demonstration meeting summit event vigil
    interview
    """
)
_DATE = re.compile(
    any_of(
        rf"\b{DAY}[,.]?\s+{MONTH}\s+\d{{1,2}}",
        rf"\b{MONTH}\s+\d{{1,2}},\s+\d{{4}}",
        rf"\b\d{{1,2}}\s+{MONTH}\s+\d{{4}}\W*$",
        rf"\bon {MONTH} \d{{1,2}}\W*$",
        r",\s+(?:left|right|center|centre|top|bottom|from left)\b",
        r"\((?:L|R|C|left|right|center|centre)\)",
        rf"\bduring an? (?:[\w'’.-]+ ){{0,5}}{_OCCASION}\b",
    )
)
"""How a caption dates or places its scene."""


_CREDIT_LINE = re.compile(
    rf"[(\[]?(?:photo(?:graph)?|image|picture|credit)s?\s*(?::|by\b|/)|[(\[][^()]{{2,60}}/{_AGENCY}[)\]]",
    re.IGNORECASE,
)


def is_credit(text: str) -> bool:
    """Whether it says who took a picture: what stands before it, is its caption."""
    return bool(_CREDIT_LINE.match(text))


def is_caption(look: Look) -> bool:
    """Whether it describes a picture or names who took it; for English."""
    if not look.english:
        return False
    if _PHOTO.search(look.outside):
        return True
    if _CREDIT.search(look.outside) and not _POLL.search(look.outside):
        return True
    return _is_scene(look.outside[:VERB_WITHIN]) and bool(_DATE.search(look.text))


def _is_scene(start: str) -> bool:
    """Whether the first verb shows somebody at something: "holds", "speaks"."""
    for verb in _VERB.finditer(start):
        before = start[: verb.start()]
        if _NO_SCENE.search(before):
            return False
        words_before = before.split()
        if words_before and words_before[-1].casefold() not in _NO_VERB_AFTER:
            return True
    return False
