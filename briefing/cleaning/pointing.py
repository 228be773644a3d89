"""English words that point back: pronouns, bare titles, "the meeting", "hours later"."""

from __future__ import annotations

import re

from briefing.cleaning.look import SAYS, Look
from briefing.cleaning.patterns import DAY, UPPER, any_of, words

_CAPITAL = f"(?-i:[{UPPER}])"
_START = "^[“\"'‘«(\\[]*"
_PERIOD = "(?:week|month|year|morning|evening|afternoon|weekend)"
_SEASON = "(?:spring|summer|autumn|fall|winter|time|days?|decade|century)"

LEADING = re.compile(
    _START
    + any_of(
        words(
            """
            but and so yet however meanwhile instead also still then nevertheless nonetheless
            moreover furthermore additionally indeed later earlier afterwards?
            """
        )
        + ",?",
        r"(?:in (?:addition|response)|at the same time|as a result|of course),?",
        r"for (?:his|her|their|its) part,?",
        r"(?:(?:later|earlier|on|last|this|early|late) ){0,3}"
        rf"(?:\w{{2,6}}day|{_PERIOD}|night)(?: (?:night|{_PERIOD}))?,?",
        r"(?:in|on|at|after|before|during|since|by) [\w'’-]+(?: [\w'’-]+){0,4},",
    )
    + r"\s+",
    re.IGNORECASE,
)
"""What may stand before the subject of a sentence."""

PRONOUN = re.compile(
    any_of(
        words("he she they his her their its him them neither") + r"\b(?!-)",
        r"(?:these|those)\b(?! (?:who|in|with|of)\b)",
        rf"both\b(?! (?:the )?{_CAPITAL})(?! sides of the\b)",
        r"(?:others?|another|additional)\b(?! (?:hundred|thousand|million)\b)",
        r"the (?:latter|former)\b(?=,| (?:is|was|has|had|said|will|would|also)\b)",
        rf"the (?:two|pair|trio)\b(?! {_CAPITAL})(?! (?:hundred|thousand|million)\b)",
        r"(?:one|most|many|some|none|all|each|several) (?:is|was)\b",
        r"(?:one|most|many|some|none|all|each|several) of (?:them|these|those|whom)\b",
    ),
    re.IGNORECASE,
)
LATE_PRONOUN = re.compile(
    "^"
    + words(
        """
        in on at during after before with for from since by as when while although though
        despite under if to like unlike instead asked speaking citing calling noting saying
        """
    )
    + r"\b[^,“\"]{3,80},\s+(?:he|she|they)\b",
    re.IGNORECASE,
)
"""A pronoun behind the first comma: "Asked about the strikes, he …"."""

SPEAKER_PRONOUN = re.compile(
    rf"[,”\"»]\s*(?:he|she|they) (?:also |then )?{SAYS}\b|[”\"»]\s*{SAYS} (?:he|she|they)\b"
)
IT = re.compile(r"it(?:['’]s)?\b", re.IGNORECASE)
EXPLETIVE = re.compile(
    r"it(?:['’]s| (?:is|was|has been|remain(?:s|ed)|(?:may|might|would|will) be|seem(?:s|ed)"
    r"|appear(?:s|ed)|became|emerged|turned out|took))\s+"
    r"(?:(?:[\w-]+ly|also|still|not|now|yet|not yet|been) ){0,3}"
    r"(?:(?:a|an|the) [\w-]+ (?:that|to|for)\b"
    r"|\w+ (?:that|to|whether|how|if|why|what|when|who|for)\b|that\b|unclear|clear"
    r"|(?:\w+ )?(?:years?|months?|days?|hours?))",
    re.IGNORECASE,
)
""""It is not clear whether …", which points at nothing."""

THIS = re.compile(
    r"(?:this|that|these|those|such)\b"
    rf"(?! (?:{_PERIOD}|{_SEASON}|is (?:an? )?(?:story|report))\b)",
    re.IGNORECASE,
)
_NO_NOUN = words(
    """
    is was will has had are were who which in of at on from with responsible involved close most
    far much many killed being as would can could may should must kind sort report article story
    and or to that the a an
    """
)
POINTING = re.compile(
    r"\b(?:this|these|those|that same|such an?)\s+"
    rf"(?!(?:{_PERIOD}|{_SEASON}|{_NO_NOUN})\b)[a-z]{{3,}}",
    re.IGNORECASE,
)
""""these orders", "this proposal"."""

_KNOWN = words(
    """
    government administration military army police economy public media press internet world
    country sun weather constitution market president-elect
    """
)
_VERB = words(
    """
    is was were are has had have could would will may might can did does came comes said says
    told went took takes made makes began follows? [a-z]{1,12}ed
    """
)
BARE_NOUN = re.compile(
    rf"the (?!{_KNOWN})(?-i:[a-z-]+)(?:['’]s [a-z-]+)? {_VERB}\b", re.IGNORECASE
)
""""The orders were …", "The gunman had …"."""

NOTHING_FOR_IT = re.compile(
    r"\bthere (?:is|are|was|were|(?:has|had) been) (?:no|little|nothing)\b[^,;]{0,60}"
    r"\b(?:it|them|this|that)\W*$",
    re.IGNORECASE,
)
""""There was no evidence for it": what is meant stands in no clause of the line."""

WEEKDAY = re.compile(rf"\b{DAY}\b")
"""What makes news of a line without a name: "Investigators said on Monday that …"."""

LATER = re.compile(
    r"^(?:(?:about|around|less than|more than|just|only|some|nearly|almost)\s+)?"
    r"(?:an?|one|two|three|four|five|six|seven|ten|\d+|several|a few"
    r"|minutes|hours|days|weeks|months|years|moments)"
    r"(?:\s+\w+){0,2}\s+(?:later|earlier|afterwards?)\b",
    re.IGNORECASE,
)

_TITLE = words(
    """
    president premier minister chancellor king queen pope secretary spokes(?:man|woman|person)
    officials? ambassador envoy senator congress(?:man|woman) governor mayor general commander
    leaders? lawmakers? candidates? nominee judge suspects? man men woman women couple authors?
    company group agency newspaper ministry party committee organi[sz]ation organi[sz]ers
    protesters demonstrators militants attackers? gunm[ae]n bomber victims? soldiers officers?
    activists? diplomats? countries nations sides presidents ministers allies pair two
    """
)
BARE_TITLE = re.compile(
    r"(?:the|both|all)\s+"
    r"(?:(?:two|three|four|former|other|same|new|young|unnamed|prime)\s+){0,4}"
    rf"(?P<noun>{_TITLE})\b(?!['’]s? {_CAPITAL}|,? {_CAPITAL}"
    r"| (?:of|in|for|who|from|at|that|accused)\b)",
    re.IGNORECASE,
)
""""The president said …", without a name behind the title."""

_OCCASION = words(
    """
    meetings? talks summit visit trip events? ceremony exhibition conference interview speech
    address(?:es)? remarks comments statements? announcement decision moves? plans? proposals?
    deal agreement accord bill measures? law legislation order ruling vote resolution letter
    reports? documents? memo investigation inquiry hearing trial case lawsuit attacks?
    (?:air)?strikes? bombings? blasts? explosions? raid operation offensive incident shooting
    killings? protests? demonstration march rally crisis conflict war fighting violence dispute
    row scandal controversy allegations? accusation charges claims? sanctions tariffs embargo
    ban truce cease-?fire election referendum debate campaign program(?:me)? project efforts?
    policy issue question article story video film poll survey study figures? toll news
    developments? discussions negotiations dialogue reaction response situation exchange call
    post tweet message warning
    """
)
_WHICH = words(
    "two three latest same whole entire first second weekend day-long move joint new deadly"
)
BARE_OCCASION = re.compile(
    r"(?:the|that|this|these|those|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s)\s+"
    rf"(?:{_WHICH}\s+){{0,4}}(?P<noun>{_OCCASION})\b(?!['’]s? {_CAPITAL}"
    r"| (?:of|between|with|against|by|over|into|from|about|that)\b"
    rf"| (?:on|in|at) {_CAPITAL}| to (?!be\b)[a-z]+ {_CAPITAL})",
    re.IGNORECASE,
)
""""The meeting was …", without saying which."""

FAMILIES = {
    "meeting": ("meet", "met", "talks", "summit", "visit"),
    "meetings": ("meet", "met", "talks", "summit", "visit"),
    "talks": ("meet", "met", "talk", "summit", "negotiat"),
    "attack": ("attack", "bomb", "blast", "explo", "kill"),
    "strikes": ("strike", "airstrike", "attack"),
}
"""Beginnings of words by which an earlier line may name an occasion."""

_SOMEBODY = re.compile(r"\b(?:he|she|him)\b")
_PERSON = re.compile(
    rf"\b{_TITLE}\b|\b\w{{2,20}}(?:er|or|ist|ian|ant|ent|man|woman|ee|boy|girl|child|son)\b"
    r"|\b(?:who|anyone|anybody|everyone|everybody|someone|somebody|nobody)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"^[“\"'‘«]*\w+ (?:{SAYS}|has|had|is|was|will|would|met|told)\b")
"""A first word that acts is a name, whatever else it may look like."""
_NAMED_LATER = re.compile(rf",\s+(?:[a-z-]+ ){{0,3}}{_CAPITAL}")
"""A name behind a comma, for whom "he" went ahead: "Before he came, Mr. Ash …"."""


def is_about_somebody_else(look: Look) -> bool:
    """Whether "he" or "him" comes before anybody whom it could mean: "One video shows him"."""
    pronoun = _SOMEBODY.search(look.outside)
    if pronoun is None:
        return False
    before = look.outside[: pronoun.start()]
    is_named = any(name in before for name in look.outside_names)
    is_said_later = _NAMED_LATER.search(look.outside, pronoun.end())
    return not (is_named or is_said_later or _PERSON.search(before) or _SUBJECT.match(before))


COMMENT = re.compile(
    _START
    + any_of(
        "or",
        "nor",
        r"so\b(?! far\b)",
        "not",
        "after all",
        "to be sure",
        "in (?:other words|short|fact)",
        "granted",
        "still",
        "even so",
        "then again",
        "worse",
        "better",
        "no (?:wonder|doubt|matter)",
        "and yet",
        "that said",
        "(?:sure|yes|no)(?=[,:])",
    )
    + r"\b[,:]?\s",
    re.IGNORECASE,
)
"""Words that take up what was said before."""

FOREIGN = {
    language: frozenset(pronouns.split())
    for language, pronouns in {
        "fr": "il elle ils elles ce cela ceci celui-ci celle-ci ceux-ci leur",
        "es": "él ella ellos ellas esto eso este esta estos estas",
        "de": "er sie es dies diese dieser dieses",
        "it": "egli lui lei loro essi esse questo questa ciò",
        "pt": "ele ela eles elas isto isso",
        "nl": "hij zij ze dit dat deze",
        "ru": "он она они оно это",
    }.items()
}
"""Pronouns at the start of a sentence, by language."""
