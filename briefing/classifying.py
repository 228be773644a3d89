"""Where each sentence of a document belongs, and whether it is fit to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing import cleaning, sentences
from briefing.model import Document, Placement, Sentence
from briefing.sections.builder import SectionBuilder
from briefing.sections.phrases import NEVER, Phrases
from briefing.sections.profile import Profile


@dataclass(frozen=True, slots=True)
class Classified:
    """A sentence with its place."""

    sentence: Sentence
    placement: Placement
    drop: str | None = None
    """Why it may not stand in a memo, as `cleaning.REASONS` or `NEVER` say; None if it may."""


def classify(documents: Iterable[Document], profile: Profile) -> Iterator[Classified]:
    """Every sentence in order, in the context of all those of its document."""
    builder, never = SectionBuilder(profile), Phrases(profile.never)
    for document in documents:
        split = tuple(sentences.split(document))
        dropped = {d.sentence.start: d.reason for d in cleaning.clean(split).dropped}
        for sentence, placement in zip(split, builder.place(split), strict=True):
            barred = NEVER if never.found(sentence.text) else None
            yield Classified(sentence, placement, dropped.get(sentence.start, barred))
