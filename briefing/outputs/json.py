"""A memo as JSON: schema briefing.memo/1, published beside this file as memo.schema.json.

Keys may be added, never removed or changed in meaning.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date, datetime

from briefing.model import Coverage, Item, Memo, Method, Placement, Section, Source, StoryLines
from briefing.outputs import layout
from briefing.outputs.options import Options

SCHEMA = "briefing.memo/1"

_AWKWARD = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(memo: Memo, _options: Options) -> bytes:
    """The memo in UTF-8, its keys in the order of the schema."""
    return f"{dumps(_memo(memo), indent=2)}\n".encode()


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON that reads as its texts do; what steers a terminal or is no text is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _AWKWARD.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _memo(memo: Memo) -> dict[str, object]:
    stats = memo.stats
    return {
        "schema": SCHEMA,
        "title": memo.title,
        "date": _iso(memo.date),
        "as_of": _iso(memo.as_of),
        "window": {"from": _iso(memo.since), "to": _iso(memo.until)},
        "profile": memo.profile,
        "ranker": memo.ranker,
        "handling": memo.handling,
        "stats": {
            "documents": stats.documents,
            "sentences": stats.sentences,
            "claims": stats.claims,
            "stories": stats.stories,
            "publishers": stats.publishers,
            "words": stats.words,
        },
        "bottom_line": [item.n for item in memo.bottom_line],
        "changes": None,
        "sections": [_section(memo, section) for section in memo.sections],
        "watch": [],
        "conflicts": [],
        "attributions": [],
        "timelines": [],
        "near_misses": [],
        "coverage": _coverage(memo.coverage),
        "sources": [_source(source) for source in memo.sources],
        "method": _method(memo.method),
    }


def _section(memo: Memo, section: Section) -> dict[str, object]:
    return {
        "id": section.id,
        "title": section.title,
        "stories": [_story(memo, story) for story in section.stories],
    }


def _story(memo: Memo, story: StoryLines) -> dict[str, object]:
    headline = story.headline
    return {
        "headline": headline and {"text": headline.text, "source": headline.source},
        "items": [_item(memo, item) for item in story.items],
        "comment": story.comment,
    }


def _item(memo: Memo, item: Item) -> dict[str, object]:
    best = item.claim.best
    return {
        "n": item.n,
        "text": best.text,
        "source": layout.cited(memo, item),
        "start": best.start,
        "end": best.end,
        "language": best.document.language,
        "section": item.section,
        "score": item.score,
        "margin": item.placement.margin,
        "tags": list(item.tags),
        "also": list(layout.also(memo, item)),
        "origins": item.origins,
        "why": {"placement": _placement(item.placement), "signals": dict(item.why)},
    }


def _placement(placement: Placement) -> dict[str, object]:
    return {
        "scores": dict(placement.scores),
        "runner_up": placement.runner_up,
        "evidence": [
            {"section": e.section, "kind": e.kind, "text": e.text, "weight": e.weight}
            for e in placement.evidence
        ],
    }


def _coverage(coverage: Coverage) -> dict[str, object]:
    return {
        "read": coverage.read,
        "unreadable": [{"source": u.source, "reason": u.reason} for u in coverage.unreadable],
        "dropped": dict(coverage.dropped),
        "folded": coverage.folded,
        "over_budget": coverage.over_budget,
        "undated": coverage.undated,
        "outside": coverage.outside,
    }


def _source(source: Source) -> dict[str, object]:
    document = source.document
    return {
        "id": source.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "path": document.source,
        "published": _iso(document.published),
        "language": document.language,
        "sha256": hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "chars": len(document.text),
    }


def _method(method: Method) -> dict[str, object]:
    return {
        "version": method.version,
        "config": _plain(method.config),
        "inputs_sha256": method.inputs_sha256,
        "notes": list(method.notes),
    }


def _iso(moment: date | None) -> str | None:
    """Write 2017-05-29, or 2017-05-29T18:10:00Z."""
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")


def _plain(value: object) -> object:
    """The value with mappings, tuples and dates as JSON has them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return _iso(value) if isinstance(value, (date, datetime)) else value
