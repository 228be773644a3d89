"""Labelled sentences, read from JSON lines.

    {"id": "1#4", "title": "…", "prev": "…", "text": "They met.", "ok": ["syria"],
     "best": "syria", "memo": 1, "junk": ""}

`text` and one of `ok`, the sections that an editor would accept, and `best` must be there.
`memo` says whether the sentence can stand by itself, `junk` why it is none, "" if it is one.
A file may be gzipped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import languages
from briefing.errors import unknown
from briefing.evaluation import rows
from briefing.evaluation.rows import Row
from briefing.model import Document, Sentence, Unreadable

LIKE = '{"text": …, "ok": ["section"], "best": "section"}'
"""A row, for messages."""


@dataclass(frozen=True, slots=True)
class Label:
    """A sentence in its context, and what people say of it."""

    id: str
    group: str
    """The same for sentences of one document."""
    sentences: tuple[Sentence, ...]
    """Those of its document that are known, in their order."""
    ok: tuple[str, ...]
    """Ids of the sections that are accepted, at least one."""
    best: str
    memo: bool | None
    """None where people differ, or say nothing."""
    junk: bool | None
    n: int = -1
    """Number of the sentence among `sentences`; by default the last."""

    @property
    def sentence(self) -> Sentence:
        """The sentence that is labelled."""
        return self.sentences[self.n]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sentence.text


def read(path: Path, sections: Collection[str]) -> Iterator[Label | Unreadable]:
    """The labels of a file in their order; a line that holds none is named, and costs itself.

    `sections` are the ids that a label may have. Raises ReadError if the file cannot be read at
    all.
    """
    for row in rows.read(path, like=LIKE):
        yield row if isinstance(row, Unreadable) else _label(row, sections)


def _label(row: Row, sections: Collection[str]) -> Label | Unreadable:
    values = row.values
    text = rows.text_of(values, "text")
    if not text.strip():
        return Unreadable(row.where, f"text: is missing; write {LIKE}")
    best = values.get("best")
    ok = values.get("ok", [] if best is None else [best])
    if not isinstance(ok, list) or not ok:
        return Unreadable(row.where, f"ok: {ok!r} is no list of sections; write ['other']")
    for name in [*ok, *([] if best is None else [best])]:
        if name not in sections:
            return Unreadable(row.where, unknown("section", str(name), sections))
    if best is not None and best not in ok:
        return Unreadable(row.where, f"best: {best!r} is not among ok; add it there")
    title, before = rows.text_of(values, "title"), rows.text_of(values, "prev")
    group = row.id.split("#")[0] if "#" in row.id and row.id != row.where else title or row.id
    return Label(
        id=row.id,
        group=group,
        sentences=_in_context(title, [before, text] if before.strip() else [text], row.where),
        ok=tuple(ok),
        best=ok[0] if best is None else best,
        memo=_yes_or_no(values.get("memo")),
        junk=None if values.get("junk") is None else bool(values["junk"]),
    )


def _in_context(title: str, texts: list[str], source: str) -> tuple[Sentence, ...]:
    """A document with each text as a paragraph."""
    whole = "\n\n".join(texts)
    document = Document(whole, source, title, language=languages.guess(whole) or "")
    found, start = [], 0
    for n, text in enumerate(texts):
        found.append(Sentence(document, start, start + len(text), n))
        start += len(text) + 2
    return tuple(found)


def _yes_or_no(value: Any) -> bool | None:
    return bool(value) if value in (0, 1) else None
