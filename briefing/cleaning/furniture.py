"""What stands around an article: navigation, links to read on, adverts, addresses.

The words are English, and written to miss real news: "20 years ago", "subscribe to the
view", "sign up for health insurance" are no signs.
"""

from __future__ import annotations

import re

from briefing.cleaning.look import Look
from briefing.cleaning.patterns import DAY, MONTH, any_of, signs

_CLOCK = any_of(
    r"[\d:.,/-]+",
    rf"{DAY},?",
    rf"{MONTH},?",
    r"at|on|by",
    r"[ap]\.?m\.?,?",
    r"\w+ ago",
    r"(?-i:[A-Z]{2,4}|[A-Z][a-z]{2})[.:,]?",
)
_NAVIGATION = signs(
    start=(
        r"skip to",
        r"back to top",
        r"(?:home|menu)\s*(?:[>|]|$)",
        r"search$",
        r"(?:print|e-?mail|tweet) this",
        r"share (?:this|on|your)\b",
        r"story (?:continued|continues) below",
        r"continue reading",
        r"story highlights",
        r"highlights\s*:?$",
        r"just watched",
        r"must[- ]watch\b",
        r"replay\b",
        r"watch(?: live\b|(?: \w+)?:|now$)",
        r"(?:video|photos|gallery|listen|audio|slideshow|graphic|interactive|tags?|topics?):",
        r"slideshow\b",
        r"view (?:all|more|gallery)\b",
        r"(?:show|load|see) (?:all|more|fewer|less)\W*$",
        r"(?:next|previous) (?:article|page|story)\b",
        rf"(?:last )?(?:updated?|published|posted|modified)\b:?(?: {_CLOCK}){{1,9}}\W*$",
        r"\d+ (?:comments?|shares?|(?:minute|hour|day|week|month|year)s? ago)\W*$",
        r"filed under",
        r"facebook twitter\b",
        r"more (?:on this|from)\b",
        r"most (?:read|viewed|shared|e-?mailed)\b",
        r"most popular(?:$|:| stories| videos| on\b| in\b)",
        r"(?:trending|recommended)(?:$|:| now| for you| videos?\b| stories)",
        r"editor['’]?s['’]? (?:note|picks?|choice)",
        r"play (?:video|audio)",
        r"transcript\s*(?::|$)",
    ),
    anywhere=(r"replay more videos\b", r"story continues below\b"),
)
_READ_MORE = signs(
    start=(
        r"read (?:more|also|next|our|or share|on\b(?! \w+ing))\b",
        r"read the (?:full|whole|rest|entire)\b",
        r"see (?:also|more|related)\b",
        r"related\s*(?:stor(?:y|ies)|articles?|links?|content|coverage|:)",
        r"more\s*:",
        r"also (?:read|see|on (?-i:[A-Z]))",
        r"further reading",
        r"for (?:more|further)(?: \w+)? (?:on|information|news|about|from|see|details|visit)\b",
        r"for the (?:latest|full)\b.{0,80}\b(?:visit|click|see|go to|follow)",
        r"(?:learn|find out|discover) more\b",
        r"more (?:on|about) (?:this|the) (?:story|topic)",
        r"other views:",
        r"click (?:here|for|to|on)\b",
        r"(?:check out|watch|listen to|scroll|tune in)\b.{0,80}\b"
        r"(?:here|below|above|podcast|blog|video|episode)\b",
    ),
    anywhere=(r"(?:click|tap) here\b",),
)
_ADVERT = signs(
    start=(
        r"advertisement",
        r"sponsored (?:content|posts?|links?|by\s*$)",
        r"sign up\b",
        r"subscribe\b",
        r"subscribers? only",
        r"log ?in\b",
        r"create an account",
        r"become a (?:member|subscriber|supporter)",
        r"(?:donate|register) (?:now|today|here|to us)\b",
        r"(?:join us|buy now)\b",
        r"support (?:our|independent|quality) journalism\b",
        r"download (?:the|our)\b.{0,40}\bapp\b",
        r"(?:get|try)\b.{0,90}\b(?:inbox|newsletters?|alerts?|app|for free|free trial)\b",
        r"start (?:your|a)\b.{0,20}\bfree trial",
        r"limited[- ]time offer",
        r"save \d+ ?%",
        r"to (?:read|see) more\b.{0,80}\b(?:go to|sign up|subscribe|visit)\b",
        r"copyright \d{4}",
    ),
    anywhere=(
        r"sign up (?:here|now|today)\b",
        r"sign up for (?:our|the|your)\b[^.]{0,60}(?:newsletter|alerts?|e-?mails?)",
        r"by signing up,? you\b",
        r"email sign[ -]?up\b",
        r"subscribe (?:now|today|here)\b",
        r"subscribe to (?:our|the)\b[^.]{0,60}\b(?:newsletter|podcast|channel|magazine|feed)",
        r"(?:our|free|daily|weekly) (?:e-?mail )?newsletters?\b",
        r"(?:in|into|to) your inbox\b",
        r"you agree to\b",
        r"our privacy policy\b",
        r"privacy policy and terms of\b",
        r"(?:website )?terms of (?:use|service) (?:apply|and permissions)\b",
        r"all rights reserved\b",
        r"copyright (?:©|\(c\))",
        r"reprint permission\b",
        r"may not be (?:published|reproduced|copied|rewritten|redistributed)(?:,| or| without)",
        r"(?:like|follow) us on\b",
        r"support our journalism\b",
        r"promo code\b",
        r"is a registered trademark\b",
        r"based (?:in part )?on (?:\w+ ){0,2}wire (?:service )?reports\b",
    ),
)

_HANDLE = re.compile(r"(?:^|\s)[.]?@\w{2,}|\(@\w+\)|(?:^|\s)#\w+\s*#\w+")
_ADDRESS = re.compile(r"https?://|pic\.twitter|\bt\.co/|[^\s@]@[^\s@.]+\.\w|\[email")
_SITE = re.compile(
    r"^\W*(?:visit|for|to|see|go|more|find|learn|read|at)\b.*\bwww\.|\bwww\.\S+\W*$",
    re.IGNORECASE,
)


def is_navigation(look: Look) -> bool:
    """Whether it is a label or a button of the page."""
    return look.english and bool(_NAVIGATION.search(look.text))


def is_link(look: Look) -> bool:
    """Whether it sends the reader to another text."""
    return look.english and bool(_READ_MORE.search(look.outside))


def is_advert(look: Look) -> bool:
    """Whether it sells, asks to subscribe or states rights."""
    return "©" in look.text or (look.english and bool(_ADVERT.search(look.outside)))


def is_contact(look: Look) -> bool:
    """Whether it is a post of a social network, or tells where to write or to look."""
    return bool(
        _ADDRESS.search(look.text) or _HANDLE.search(look.outside) or _SITE.search(look.text)
    )
