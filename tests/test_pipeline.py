"""From documents to a memo."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing import outputs, pipeline
from briefing.errors import ConfigError
from briefing.model import Document, Memo, Unreadable
from briefing.options import Options
from tests.builders import document

WIRE = (
    "The foreign ministers of Norland and Estria signed a treaty on border rivers in the "
    "Norland capital on Monday."
)
COPIES = (
    WIRE,
    WIRE.replace(" on Monday", ""),
    WIRE.replace("The foreign", "Foreign"),
    WIRE.replace("border rivers", "their border rivers"),
    WIRE.replace("signed a treaty", "have signed a treaty"),
)
ARTICLES = {
    "syria": "Aid convoys reached two besieged districts of Aleppo in Syria on Sunday, the "
    "United Nations said.",
    "media": "Investigators said on Monday that fake accounts had spread disinformation about "
    "the vote on social media.",
    "rights": "Human Rights Watch said on Monday that it had documented torture in two "
    "detention centres.",
    "visit": "The French president met the Russian president in Paris on Monday and discussed "
    "sanctions.",
    "sport": "The home team won the football championship on Sunday before a crowd of 40,000.",
}


def pile() -> list[Document]:
    """Five articles of one sentence each, and five copies of a sixth."""
    rows = [
        document(text, source=f"{name}.txt", title=name, day="2026-03-02", publisher=name)
        for name, text in ARTICLES.items()
    ]
    return rows + [
        document(text, source=f"copy{n}.txt", day="2026-03-03", publisher=f"Outlet {n}")
        for n, text in enumerate(COPIES)
    ]


def lines(memo: Memo, section: str | None = None) -> list[str]:
    return [i.claim.best.text for i in memo.items if section in (None, i.section)]


def test_each_article_stands_in_its_section() -> None:
    memo = pipeline.compose(pile())
    assert lines(memo, "syria") == [ARTICLES["syria"]]
    assert lines(memo, "media-disinformation") == [ARTICLES["media"]]
    assert lines(memo, "human-rights") == [ARTICLES["rights"]]
    assert ARTICLES["visit"] in lines(memo, "bilateral-relations")
    assert ARTICLES["sport"] in lines(memo, "other")
    assert [s.id for s in memo.sections][-1] == "other"


def told_by_another() -> Document:
    """A report of the treaty in words of its own."""
    more = "Fishermen on both banks had waited for it since the spring of last year."
    return document(f"{COPIES[3]}\n\n{more}", source="o.txt", publisher="one", day="2026-03-03")


def n_origins(memo: Memo) -> list[int]:
    return [i.origins for i in memo.items if "treaty on" in i.claim.best.text]


def test_copies_are_one_origin_and_other_reports_are_others() -> None:
    wire = f"{WIRE}\n\nThe treaty ends a dispute over two dams that began in 1998 (AP)."
    copies = [
        document(wire, source=f"wire{n}.txt", day="2026-03-03", publisher=f"Outlet {n}")
        for n in range(3)
    ]
    assert n_origins(pipeline.compose(copies)) == [1]
    assert n_origins(pipeline.compose([*copies, told_by_another()])) == [2]


def test_owners_of_ones_own_join_origins(tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    rows = (f'[[publishers]]\nname = "{name}"\nowner = "Holm"\n' for name in ("one", "wire"))
    table.write_text("\n".join(rows), encoding="utf-8")
    articles = [told_by_another(), document(WIRE, source="w.txt", publisher="wire")]
    assert n_origins(pipeline.compose(articles)) == [2]
    assert n_origins(pipeline.compose(articles, publishers=str(table))) == [1]


def test_a_wrong_table_of_publishers_is_named_before_any_work(tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    table.write_text("[[publishers]]\nname = 7\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"mine.toml: publishers\[0\].name"):
        pipeline.compose([], publishers=str(table))


def test_feeds_of_one_publisher_count_once() -> None:
    articles = [
        document("It rained in Arn on Monday.", source=f"{n}.txt", publisher=name, url=url)
        for n, (name, url) in enumerate(
            (
                ("Reuters", "https://www.reuters.com/world/1"),
                ("Reuters News", "https://feeds.reuters.com/2"),
                ("Arn Gazette", "https://gazette.arn/3"),
                ("Arn Gazette – Sport", "https://sport.gazette.arn/4"),
            )
        )
    ]
    assert pipeline.compose(articles).stats.publishers == 2


def test_lines_of_one_story_stand_together() -> None:
    flood = (
        "Floods in the Syrian province of Idlib killed 12 people on Monday, officials said.",
        "Syrian rescuers in Idlib moved 900 families from the flood to schools on Monday.",
        "The flood in Idlib destroyed the only bridge of northern Syria on Monday.",
    )
    talks = (
        "Talks on a new constitution for Syria opened in Geneva on Monday, the UN said.",
        "The Syrian opposition sent 15 delegates to the talks in Geneva on Monday.",
    )
    articles = [
        document(f"{text}\n\n{' '.join(flood)}", source=f"a{n}.txt", title="Flood in Idlib")
        for n, text in enumerate(flood)
    ] + [
        document(f"{text}\n\n{' '.join(talks)}", source=f"b{n}.txt", title="Talks in Geneva")
        for n, text in enumerate(talks)
    ]
    memo = pipeline.compose(articles)
    assert memo.stats.stories == 2
    (syria,) = (s for s in memo.sections if s.id == "syria")
    assert len(syria.stories) == 2
    for story in syria.stories:
        words = {"Idlib" in i.claim.best.text for i in story.items}
        assert len(words) == 1
    assert [i.n for i in memo.items] == list(range(1, len(memo.items) + 1))


def test_five_near_copies_are_one_item_that_names_the_other_four() -> None:
    memo = pipeline.compose(pile())
    items = [i for i in memo.items if "Estria" in i.claim.best.text]
    assert len(items) == 1
    sources = {s.document.source for s in items[0].claim.sentences}
    assert sources == {f"copy{n}.txt" for n in range(5)}
    assert memo.coverage.folded == 4
    page = outputs.render(memo, "md").decode()
    assert page.count("Estria") == 1
    assert page[page.index("Estria") :].split("\n")[0].count(", S") == 3


def test_the_order_of_documents_does_not_change_a_byte() -> None:
    documents = pile()
    first = outputs.render(pipeline.compose(documents), "json")
    for seed in range(5):
        shuffled = documents[:]
        random.Random(seed).shuffle(shuffled)
        assert outputs.render(pipeline.compose(shuffled), "json") == first


def test_rows_of_a_file_keep_their_order() -> None:
    rows = [document("A.", source=f"a.jsonl#{n}") for n in (10, 2, 1)]
    rows += [document("B.", source="a.jsonl#1.2"), document("C.", source="a#b.txt")]
    assert [d.source for d in pipeline.ordered(rows)] == [
        "a#b.txt",
        "a.jsonl#1",
        "a.jsonl#1.2",
        "a.jsonl#2",
        "a.jsonl#10",
    ]


@given(st.lists(st.text(max_size=120), max_size=5), st.integers(1, 60))
@settings(max_examples=60, deadline=None)
def test_any_texts_make_a_memo_of_verbatim_lines_within_the_budget(
    texts: list[str], words: int
) -> None:
    documents = [document(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    memo = pipeline.compose(documents, words=words)
    assert memo.stats.words <= words
    for item in memo.items:
        sentence = item.claim.best
        assert sentence.text == sentence.document.text[sentence.start : sentence.end]
        assert memo.source_of(sentence).document is sentence.document
    assert [item.n for item in memo.items] == list(range(1, len(memo.items) + 1))
    for format_ in outputs.OUTPUTS:
        assert outputs.render(memo, format_)


def test_every_sentence_is_counted_once() -> None:
    memo = pipeline.compose(pile(), words=60)
    dropped = sum(memo.coverage.dropped.values())
    printed = len(memo.items)
    assert memo.stats.sentences == 10
    assert dropped + memo.coverage.folded + memo.stats.claims == 10
    assert memo.coverage.over_budget == memo.stats.claims - printed


def test_the_newest_article_dates_the_memo_and_undated_ones_are_counted() -> None:
    memo = pipeline.compose([*pile(), document("The lake is deep.", source="z.txt")])
    assert memo.date == datetime.date(2026, 3, 3)
    assert memo.as_of == datetime.datetime(2026, 3, 3, tzinfo=datetime.UTC)
    assert (memo.since, memo.until) == (datetime.date(2026, 3, 2), datetime.date(2026, 3, 3))
    assert memo.coverage.undated == 1
    undated = pipeline.compose([document("The lake is deep.")])
    assert (undated.date, undated.as_of) == (None, None)


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"since": datetime.date(2026, 3, 3)}, 5),
        ({"until": datetime.date(2026, 3, 2)}, 5),
        ({"exclude_sources": ("outlet 1",)}, 9),
        ({"exclude_sources": ("COPY",)}, 5),
        ({"exclude_sources": ("outlet",)}, 10),
    ],
)
def test_articles_outside_are_left_out_and_counted(
    changes: Mapping[str, Any], left: int
) -> None:
    memo = pipeline.compose(pile(), **changes)
    assert memo.stats.documents == left
    assert memo.coverage.outside == 10 - left
    assert memo.coverage.read == 10


def test_nothing_left_is_an_empty_memo() -> None:
    memo = pipeline.compose(pile(), since=datetime.date(2030, 1, 1))
    assert memo.items == ()
    page = outputs.render(memo, "md").decode()
    assert page.count("Nothing significant reported.") == 5


def test_options_and_their_changes_go_together() -> None:
    options = Options(lines=4, title="Morning note", handling="For the desk only")
    memo = pipeline.compose(pile(), options, lines=2)
    assert (len(memo.items), memo.title, memo.handling) == (
        2,
        "Morning note",
        "For the desk only",
    )
    assert memo.method.config["lines"] == 2
    assert memo.method.config["words"] is None


def test_what_could_not_be_read_is_in_the_coverage() -> None:
    rows = (Unreadable("x.bin", "binary: no reader accepts this file"),)
    assert pipeline.compose(pile(), unreadable=rows).coverage.unreadable == rows


def test_the_fingerprint_of_the_inputs_is_theirs_alone() -> None:
    one = pipeline.compose(pile())
    assert pipeline.compose(pile()[::-1]).method.inputs_sha256 == one.method.inputs_sha256
    changed = pile()
    changed[0] = replace(changed[0], text=changed[0].text + " ")
    assert pipeline.compose(changed).method.inputs_sha256 != one.method.inputs_sha256


def test_progress_is_told_step_by_step() -> None:
    heard: list[tuple[str, int, int]] = []
    pipeline.compose(pile(), told=lambda *step: heard.append(step))
    assert [n for _, n, _ in heard] == list(range(1, len(pipeline.STEPS) + 1))
    assert {total for _, _, total in heard} == {len(pipeline.STEPS)}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ranker": "lexrank"}, "did you mean 'lex-rank'"),
        ({"profile": "foreign"}, "unknown profile 'foreign'"),
        ({"words": 0}, "words: 0 is no budget"),
        ({"wrods": 3}, "unknown option 'wrods'; did you mean 'words'?"),
    ],
)
def test_a_wrong_option_is_one_line(changes: Mapping[str, Any], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        pipeline.compose([], **changes)


def test_a_ranker_of_sumy_says_in_the_method_what_it_could_not_rate() -> None:
    texts = [document(text, source=f"{n}.txt") for n, text in enumerate(COPIES[:1])]
    memo = pipeline.compose(texts, ranker="lex-rank")
    assert memo.ranker == "lex-rank"
    assert memo.items
    two = [
        document("Norland aid reached the city of Aleppo again.", source="1.txt"),
        document("Snow fell over Estria yesterday evening.", source="2.txt"),
    ]
    notes = pipeline.compose(two, ranker="lex-rank").method.notes
    assert any("lex-rank" in note and "lead" in note for note in notes)


def test_french_spanish_and_german_texts_run_the_same_code() -> None:
    rows = [
        document(
            "Le président français a rencontré son homologue russe à Versailles lundi. "
            "Ils ont évoqué la situation en Syrie et le sort des civils d’Alep.",
            source="fr.txt",
            language="fr",
        ),
        document(
            "El ministro de Exteriores habló el lunes de la guerra en Siria con su homólogo.",
            source="es.txt",
            language="es",
        ),
        document(
            "Der Minister sprach am Montag in Berlin über den Krieg in Syrien.",
            source="de.txt",
            language="de",
        ),
    ]
    memo = pipeline.compose(rows)
    assert {i.claim.best.document.source for i in memo.items} == {"fr.txt", "es.txt", "de.txt"}


def test_public_names_are_those_of_all_and_each_can_be_loaded() -> None:
    for name in briefing.__all__:
        assert getattr(briefing, name) is not None
    assert dir(briefing) == sorted(briefing.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = briefing.nonsense
