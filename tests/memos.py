"""Small real memos for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model import (
    Claim,
    Coverage,
    Document,
    Evidence,
    Headline,
    Item,
    Memo,
    Method,
    Placement,
    Section,
    Sentence,
    Source,
    Stats,
    StoryLines,
    Unreadable,
)
from tests.builders import document

SECTIONS = (
    ("syria", "Syria"),
    ("media-disinformation", "Media / Disinformation"),
    ("human-rights", "Human Rights"),
    ("bilateral-relations", "Bilateral Relations"),
    ("other", "Other developments"),
)


def sentence(whole: Document, text: str, index: int = 0) -> Sentence:
    """The slice of a document that reads `text`."""
    start = whole.text.index(text)
    return Sentence(whole, start, start + len(text), index)


def item(
    n: int,
    *wordings: Sentence,
    section: str = "syria",
    tags: tuple[str, ...] = (),
    origins: int = 1,
) -> Item:
    """A line that prints the first of its wordings."""
    placement = Placement(
        section,
        (("syria", 1.5), ("human-rights", 0.25)),
        1.25,
        (Evidence("syria", "term", "convoy", 1.5),),
    )
    return Item(
        n, Claim(wordings), section, 2.75, placement, tags, (("salience", 2.75),), origins
    )


def memo(
    items: Iterable[Item],
    *,
    top: int = 0,
    title: str = "Daily briefing",
    handling: str = "",
    headlines: dict[str, Headline] | None = None,
    coverage: Coverage | None = None,
    notes: tuple[str, ...] = (),
    unlike: Sequence[Document] = (),
) -> Memo:
    """A memo of lines, the first `top` of them in the bottom line.

    Sources are the documents of the lines in order of citation, then `unlike`.
    """
    items = tuple(items)
    documents = [s.document for i in items for s in i.claim.sentences[:1]]
    documents += [s.document for i in items for s in i.claim.sentences[1:]]
    cited = list({id(d): d for d in (*documents, *unlike)}.values())
    dates = [d.published for d in cited if d.published]
    as_of = max(dates, default=None)
    return Memo(
        title=title,
        date=as_of.date() if as_of else None,
        as_of=as_of,
        since=None,
        until=None,
        profile="default",
        ranker="lead",
        handling=handling,
        stats=Stats(
            documents=len(cited),
            sentences=len(items),
            claims=len(items),
            stories=0,
            publishers=len({d.publisher for d in cited if d.publisher}),
            words=sum(i.claim.best.n_words for i in items),
        ),
        bottom_line=items[:top],
        sections=tuple(_section(id_, name, items, headlines or {}) for id_, name in SECTIONS),
        coverage=coverage or Coverage(read=len(cited)),
        sources=tuple(Source(f"S{n}", d) for n, d in enumerate(cited, 1)),
        method=Method(
            "0.1.0", {"words": 500, "lines": None, "exclude": ("wire",)}, "0" * 64, notes
        ),
    )


def _section(
    id_: str, title: str, items: tuple[Item, ...], headlines: dict[str, Headline]
) -> Section:
    own = tuple(i for i in items if i.section == id_)
    stories = (StoryLines(own, headlines.get(id_)),) if own else ()
    return Section(id_, title, stories)


def of_line(
    text: str, *, title: str = "A title", publisher: str = "Herald", url: str = ""
) -> Memo:
    """A memo with one line, the whole text of the only source."""
    whole = document(text, title=title, publisher=publisher, url=url, day="2017-05-29")
    return memo([item(1, Sentence(whole, 0, len(text), 0))], title=title)


def unread(text: str) -> Unreadable:
    """An input of that name that could not be read for that reason."""
    return Unreadable(text, text)


def example() -> Memo:
    """Four lines from three articles, one of them told twice, and all kinds of coverage."""
    herald = document(
        "Aid reached the town of Example on Monday. Officials said 120 lorries "
        "crossed the line.\n\n“We will come back,” said the head of the convoy.",
        source="inbox/herald.txt",
        title="Aid reaches Example",
        publisher="Example Herald",
        url="https://herald.example/aid?id=1&page=2",
        day="2017-05-29",
    )
    wire = document(
        "On Monday aid reached Example. A website spread a false report about it.",
        source="inbox/wire.jsonl#2",
        title="Convoy arrives [updated]",
        publisher="Example Wire",
        day="2017-05-29",
    )
    undated = document(
        "The two ministers agreed on *nothing* but a date, 12 June.",
        source="inbox/notes_2.md",
        url="javascript:alert(1)",
    )
    return memo(
        [
            item(
                1,
                sentence(herald, "Aid reached the town of Example on Monday."),
                sentence(wire, "On Monday aid reached Example."),
                origins=2,
            ),
            item(2, sentence(herald, "Officials said 120 lorries crossed the line.", 1)),
            item(
                3,
                sentence(wire, "A website spread a false report about it.", 1),
                section="media-disinformation",
                tags=("single source",),
            ),
            item(
                4,
                sentence(undated, "The two ministers agreed on *nothing* but a date, 12 June."),
                section="bilateral-relations",
            ),
        ],
        top=1,
        handling="UNCLASSIFIED — press material only",
        headlines={
            "media-disinformation": Headline("Convoy arrives [updated]", "S2"),
        },
        coverage=Coverage(
            read=5,
            unreadable=(Unreadable("inbox/scan.bin", "no reader accepts this file"),),
            dropped={"caption": 2, "byline": 1},
            folded=1,
            over_budget=1,
            undated=1,
            outside=2,
        ),
        notes=("lsa gave no order; lead was used instead",),
    )


__all__ = ["SECTIONS", "example", "item", "memo", "of_line", "sentence", "unread"]
