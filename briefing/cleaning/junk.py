"""What is no sentence for a memo: captions, fragments, bylines, adverts, bare quotes.

Rules about form hold for every language; rules about words are for English, and look at
texts whose language is English or unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.cleaning import form, furniture, pictures, voices
from briefing.cleaning.look import Look

_WORD = re.compile(r"[^\W_]+")


def reason(look: Look) -> str | None:
    """Return the first reason in `REASONS` for which the text may not stand in a memo."""
    return next((name for name, rule in REASONS if rule(look)), None)


def _repeats_title(look: Look) -> bool:
    folded = _folded(look.text)
    return bool(folded) and folded == _folded(look.title)


def _folded(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


REASONS: tuple[tuple[str, Callable[[Look], bool]], ...] = (
    ("too long", form.is_too_long),  # first, so that the others need not read megabytes
    ("navigation", furniture.is_navigation),
    ("advert", furniture.is_advert),
    ("read more", furniture.is_link),
    ("byline", voices.is_byline),
    ("contact", furniture.is_contact),
    ("title repeated", _repeats_title),
    ("caption", pictures.is_caption),
    ("heading", form.is_heading),
    ("transcript", voices.is_labelled),
    ("in brackets", form.is_in_brackets),
    ("list item", form.is_list_item),
    ("fragment", form.is_fragment),
    ("question", voices.is_question),
    ("bare quote", voices.is_bare_quote),
    ("cut off", form.is_cut_off),
    ("text run together", form.is_glued),
    ("first person", voices.is_first_person),
    ("advice", voices.is_advice),
)
"""Why a sentence is dropped, in the order in which it is asked."""
