"""Rate sentences: one algorithm a file, and the table of their names.

A ranker rates and does not choose: redundancy and budget are the business of selection. One
that values sets says, too, what a line adds to those already chosen (`values.OfSets`).
Looking at the table imports none of them. A name may carry options: "consensus(k=30)".
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Mapping, Sequence
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from briefing import errors
from briefing.errors import ConfigError
from briefing.model import Context, Sentence

if TYPE_CHECKING:
    from briefing.model import Scores

GROUP = "briefing.rankers"
"""Entry points of this group are rankers, too."""

RANKERS: Mapping[str, str] = MappingProxyType(
    {
        "default": "content-words",
        "content-words": "briefing.rankers.content_words:ContentWords",
        "salience": "briefing.rankers.salience:Salience",
        "centroid": "briefing.rankers.centroid:Centroid",
        "centroid-of-sets": "briefing.rankers.centroid_of_sets:CentroidOfSets",
        "lexrank-continuous": "briefing.rankers.lexrank_continuous:LexRankContinuous",
        "coverage": "briefing.rankers.coverage:Coverage",
        "concepts": "briefing.rankers.concepts:Concepts",
        "topic-signatures": "briefing.rankers.topic_signatures:TopicSignatures",
        "consensus": "briefing.rankers.consensus:Consensus",
        "lead": "briefing.rankers.lead:Lead",
        "lex-rank": "briefing.rankers.sumy.lex_rank:LexRank",
        "text-rank": "briefing.rankers.sumy.text_rank:TextRank",
        "lsa": "briefing.rankers.sumy.lsa:Lsa",
        "luhn": "briefing.rankers.sumy.luhn:Luhn",
        "kl": "briefing.rankers.sumy.kl:Kl",
        "sum-basic": "briefing.rankers.sumy.sum_basic:SumBasic",
        "reduction": "briefing.rankers.sumy.reduction:Reduction",
        "edmundson": "briefing.rankers.sumy.edmundson:Edmundson",
        "random": "briefing.rankers.sumy.random:Random",
    }
)
"""Name → "module:class", or the name that it is another word for."""


class Ranker(Protocol):
    """What a row of `RANKERS` leads to, once it has its options."""

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Salience of each sentence, shape (n_sentences,), finite; higher is better.

        Equal sentences have equal scores; no sentences give shape (0,).
        """
        ...


def resolve(name: str) -> str:
    """Name of the ranker that `name` stands for: "default" is another word for one."""
    bare, bracket, rest = name.partition("(")
    row = RANKERS.get(bare, "")
    return (row if row and ":" not in row else bare) + bracket + rest


def listed(names: str) -> tuple[str, ...]:
    """The names in "lead, consensus(k=30, rankers=['lead'])"."""
    parts = re.split(r",(?![^(]*\))", names)
    return tuple(part.strip() for part in parts if part.strip())


def get(name: str, **options: Any) -> Ranker:
    """Make the ranker called `name`, with `options` for its fields.

    A name is a row of `RANKERS`, an entry point of the group `briefing.rankers`, or
    "my_module:MyRanker", and may carry options, "consensus(k=30)"; `options` win over them.
    Raises ConfigError for an unknown name or option.
    """
    name, written = _parsed(name)
    options = written | options
    known = RANKERS.get(resolve(name)) or (name if ":" in name else "")
    maker = _load(known) if known else _installed(name)
    parameters = inspect.signature(maker).parameters
    takes_any = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in parameters.values())
    for option in options:
        if option not in parameters and not takes_any:
            raise ConfigError(errors.unknown(f"option of ranker {name!r}", option, parameters))
    ranker: Ranker = maker(**options)
    if not callable(getattr(ranker, "score", None)):
        raise ConfigError(f"ranker {name!r}: has no method 'score'")
    return ranker


def _parsed(name: str) -> tuple[str, dict[str, Any]]:
    """A name without its options, and these."""
    bare, bracket, rest = name.partition("(")
    if not bracket:
        return name, {}
    wrong = ConfigError(
        f"ranker {name!r}: options cannot be read; "
        f"write each once and by name, {bare}(option=3, other='word')"
    )
    try:
        match ast.parse("_(" + rest, mode="eval").body:
            case ast.Call(func=ast.Name(), args=[], keywords=words) if rest.endswith(")"):
                given = [(word.arg, ast.literal_eval(word.value)) for word in words]
            case _:
                raise wrong
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError):
        raise wrong from None
    options = {option: value for option, value in given if option is not None}
    if len(options) < len(given):
        raise wrong
    return bare, options


def _load(path: str) -> Any:
    """Import what "module:class" names."""
    module, _, attribute = path.partition(":")
    try:
        maker = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise ConfigError(f"ranker {path!r}: cannot be imported: {error}") from error
    if not callable(maker):
        raise ConfigError(f"ranker {path!r}: is not a class")
    return maker


def _installed(name: str) -> Any:
    """Import what another package offers as `name`."""
    offered = {point.name: point.value for point in entry_points(group=GROUP)}
    if name not in offered:
        raise ConfigError(errors.unknown("ranker", name, {*RANKERS, *offered}))
    return _load(offered[name])
