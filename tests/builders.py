"""Small real values for tests."""

from __future__ import annotations

from datetime import UTC, datetime

from briefing.model import Document, Sentence


def document(
    text: str,
    *,
    source: str = "a.txt",
    title: str = "",
    publisher: str = "",
    url: str = "",
    day: str = "",
    language: str = "en",
) -> Document:
    """One article; `day` is "2017-05-29"."""
    published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    return Document(text, source, title, url, publisher, published, language)


def sentences(*texts: str, source: str = "a.txt", title: str = "") -> tuple[Sentence, ...]:
    """The sentences of one document that holds `texts`, a paragraph each."""
    whole = document("\n\n".join(texts), source=source, title=title)
    starts = [sum(len(text) + 2 for text in texts[:n]) for n in range(len(texts))]
    return tuple(
        Sentence(whole, start, start + len(text), n)
        for n, (start, text) in enumerate(zip(starts, texts, strict=True))
    )
