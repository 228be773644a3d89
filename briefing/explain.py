"""Why a line stands in a memo, and what nearly did: the work is done again and looked into."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from briefing import assembly, pipeline, rankers
from briefing.errors import VerifyError
from briefing.model import Context, Document, Item, Memo
from briefing.options import Options
from briefing.pipeline import Work
from briefing.selection import Choice, Miss

NEAR_MISSES = 5
SCHEMA = "briefing.memo/1"


@dataclass(frozen=True, slots=True)
class Rank:
    """Where a ranker has a line."""

    ranker: str
    rank: int
    """From 1; equal scores share the better rank."""
    note: str = ""
    """What the ranker could not do."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that led to a line."""

    item: Item
    source: str
    """Id of the source that is cited."""
    choice: Choice
    n_claims: int
    """Claims among which the line was ranked."""
    ranks: tuple[Rank, ...]
    """By every ranker of the table, in its order."""
    near_misses: tuple[Miss, ...]
    """Of its section, best first; at most `NEAR_MISSES`."""
    numbers: Mapping[int, int]
    """Number in the memo by id of the choice."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a memo says of how it was made."""

    options: Options
    version: str
    inputs_sha256: str
    lines: Mapping[int, str]
    """Text by number."""


def read(path: Path) -> Recorded:
    """What the memo in `path` records.

    Raises VerifyError if it is no memo in JSON.
    """
    try:
        memo = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VerifyError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise VerifyError(
            f"{path}: is no memo in JSON; make one with 'briefing memo … -o memo.json'"
        ) from error
    try:
        if memo["schema"] != SCHEMA:
            raise ValueError("schema")
        method = memo["method"]
        items = [i for s in memo["sections"] for st in s["stories"] for i in st["items"]]
        return Recorded(
            _options(method["config"]),
            str(method["version"]),
            str(method["inputs_sha256"]),
            {int(item["n"]): str(item["text"]) for item in items},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise VerifyError(f"{path}: is no memo of schema {SCHEMA}: {error}") from error


def explain(
    recorded: Recorded,
    n: int,
    documents: Sequence[Document],
    *,
    names: Sequence[str] = (),
    told: Callable[[str, int, int], None] | None = None,
) -> Explanation:
    """Why line `n` stands in the memo that was made of `documents`.

    `names` are the rankers that are asked, by default all. Raises VerifyError if the documents
    are not those of the memo, or make another memo now; ConfigError for an unknown ranker.
    """
    found = assembly.fingerprint(pipeline.ordered(documents))
    if found != recorded.inputs_sha256:
        raise VerifyError(
            "the inputs are not those that the memo was made from: they have changed, or "
            "others were named"
        )
    work = pipeline.run(documents, recorded.options, told=told)
    memo = pipeline.assemble(work)
    printed = {item.n: item for s in memo.sections for st in s.stories for item in st.items}
    if {number: item.claim.best.text for number, item in printed.items()} != recorded.lines:
        raise VerifyError(
            "this version makes another memo of these inputs; the memo is of version "
            f"{recorded.version}"
        )
    item = printed[n]
    by_claim = {id(choice.candidate.claim): choice for choice in work.selection.choices}
    choice = by_claim[id(item.claim)]
    misses = [m for m in work.selection.misses if m.candidate.section == item.section]
    return Explanation(
        item,
        _source(memo, item),
        choice,
        len(work.claims),
        _ranks(work, item, names or _all()),
        tuple(misses[:NEAR_MISSES]),
        {id(by_claim[id(other.claim)]): number for number, other in printed.items()},
    )


def _all() -> tuple[str, ...]:
    """Every ranker once, "default" under its own name."""
    return tuple(dict.fromkeys(rankers.resolve(name) for name in rankers.RANKERS))


def _source(memo: Memo, item: Item) -> str:
    document = item.claim.best.document
    return next(source.id for source in memo.sources if source.document is document)


def _ranks(work: Work, item: Item, names: Sequence[str]) -> tuple[Rank, ...]:
    lines = [claim.best for claim in work.claims]
    place = next(n for n, claim in enumerate(work.claims) if claim is item.claim)
    found = []
    for name in names:
        notes: list[str] = []
        context = Context(work.claims, work.stories, notes.append)
        scores = rankers.get(name).score(lines, context)
        higher = int((scores > scores[place]).sum())
        found.append(Rank(name, higher + 1, "; ".join(notes)))
    return tuple(found)


def _options(config: Mapping[str, Any]) -> Options:
    """The options that a memo records; raises TypeError or ValueError for others."""
    known = {field.name for field in fields(Options)}
    values: dict[str, Any] = {}
    for key, value in config.items():
        if key not in known:
            raise ValueError(f"unknown option {key!r}")
        if key in ("date", "since", "until") and value is not None:
            values[key] = date.fromisoformat(value)
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    return Options(**values)
