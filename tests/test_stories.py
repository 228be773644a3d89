"""Stories: one event is one story, and what only mentions it is not in it."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import stories
from briefing.model import Document
from briefing.stories import profiles
from tests.builders import document

FERRY = document(
    """
    ORTVIK (Agency) - A passenger ferry sank off the port of Ortvik early on Tuesday and at
    least nine people drowned, the coastguard said.

    The ferry Halcyon was carrying 140 passengers from the island of Selm when it struck a
    sandbank in fog. Rescue boats pulled 120 survivors from the water.

    "We are still searching for eleven people," said the coastguard commander, Ines Farrow.
    """,
    source="ferry-1.txt",
    title="Nine drown as ferry sinks off Ortvik",
    day="2031-03-04",
)
FERRY_AGAIN = document(
    """
    Divers looked for survivors on Wednesday after the Halcyon, a ferry with some 140 people
    aboard, went down near Ortvik a day earlier. On Tuesday the vessel had hit a sandbank.

    Coastguard commander Ines Farrow put the number of drowned passengers at nine. Relatives
    from Selm waited at the port while rescue boats came and went.
    """,
    source="ferry-2.txt",
    title="Divers search sunken Ortvik ferry for survivors",
    day="2031-03-05",
)
FERRY_LAWS = document(
    """
    How safe is travel between the islands? For thirty years inspectors have asked for newer
    boats, radar on every bridge and crews that rest between shifts.

    Parliament passed a maritime safety act in 2019, yet owners won delays. Experts on marine
    insurance say that premiums, not inspectors, decide which hulls are scrapped. Unions want
    the state to buy half of the fleet, and economists doubt that the budget allows it.

    A subsidy scheme for shipyards ended last winter. Owners then turned to foreign yards,
    where steel is cheap and paint is thin. The act also left out cargo vessels.

    This week a ferry, the Halcyon, sank off Ortvik.
    """,
    source="background.txt",
    title="Why the islands never got the fleet that inspectors asked for",
    day="2031-03-05",
)
OTHER_FERRY = document(
    """
    A car ferry caught fire in the harbour of Brenna on Sunday and all 60 passengers left it
    unhurt, the fire brigade said. An electric van had burnt out on the lower deck.

    The brigade of Brenna needed five hours to cool the deck. The owner, Nordline, said that
    the ship would be repaired in a dock.
    """,
    source="fire.txt",
    title="Electric van sets Brenna car ferry on fire",
    day="2031-03-03",
)
BUDGET = document(
    """
    The parliament of Varland voted down the budget of finance minister Olga Brandt on Tuesday
    night by two votes, and early elections are now likely.

    Brandt had proposed to cut pensions by four per cent. Three members of her own party joined
    the opposition. The prime minister is to speak on Thursday.
    """,
    source="budget-1.txt",
    title="Varland parliament rejects Brandt's budget",
    day="2031-03-04",
)
BUDGET_AGAIN = document(
    """
    Early elections loom in Varland after lawmakers rejected the budget by a margin of two.
    Finance minister Olga Brandt lost three votes of her own party over pensions.

    The opposition called on Brandt to resign on Wednesday. Pensions would have fallen by four
    per cent under the budget that parliament threw out.
    """,
    source="budget-2.txt",
    title="Brandt's budget falls in Varland, elections loom",
    day="2031-03-05",
)
ROUND_UP = document(
    """
    Good morning. Here are five things to know before you leave the house.

    1. The coastguard searches for survivors of the ferry that sank off Ortvik.

    2. Parliament in Varland rejected the budget of Olga Brandt.

    3. Heavy snow closes schools in the northern valleys, and buses run late.

    4. The film prize of the year went to a comedy about beekeepers.

    5. Tonight the hockey team of Lund plays the last match of its season at home.
    """,
    source="round-up.txt",
    title="Five things to know today",
    day="2031-03-05",
)
PIECES = (FERRY, FERRY_AGAIN, FERRY_LAWS, OTHER_FERRY, BUDGET, BUDGET_AGAIN, ROUND_UP)


def moved(to: Document, day: str, *, source: str = "", language: str = "en") -> Document:
    return document(
        to.text, source=source or to.source, title=to.title, day=day, language=language
    )


def sources(*documents: Document) -> list[list[str]]:
    return [[d.source for d in story.documents] for story in stories.group(documents)]


def test_one_event_in_other_words_is_one_story() -> None:
    assert sources(FERRY, FERRY_AGAIN) == [["ferry-1.txt", "ferry-2.txt"]]
    assert sources(BUDGET_AGAIN, BUDGET) == [["budget-1.txt", "budget-2.txt"]]


def test_two_events_of_one_topic_are_two_stories() -> None:
    assert sources(OTHER_FERRY, FERRY) == [["fire.txt"], ["ferry-1.txt"]]


def test_neither_a_round_up_nor_background_joins_or_glues_the_events_it_mentions() -> None:
    assert sources(*PIECES) == [
        ["fire.txt"],
        ["ferry-1.txt", "ferry-2.txt"],
        ["budget-1.txt", "budget-2.txt"],
        ["round-up.txt"],
        ["background.txt"],
    ]


def test_a_chain_of_neighbours_is_not_one_story() -> None:
    words = [f"word{n}" for n in range(40)]
    chain = [
        document(" ".join(words[n : n + 10]), source=f"{n:02}.txt") for n in range(0, 30, 3)
    ]
    assert all(stories.same(a, b) for a, b in pairwise(chain))
    assert len(stories.group(chain)) > 2


@given(st.permutations(PIECES))
def test_the_order_of_the_documents_does_not_matter(order: list[Document]) -> None:
    assert stories.group(order) == stories.group(PIECES)


TEXTS = st.text("ab cde.\n日本 ß", max_size=30)
DOCUMENTS = st.builds(
    document,
    TEXTS,
    source=st.sampled_from([f"{n}.txt" for n in range(20)]),
    title=TEXTS,
    day=st.sampled_from(["", "2031-03-04", "2031-03-06", "2031-03-09"]),
    language=st.sampled_from(["", "en", "de", "ja", "el"]),
)


@given(st.lists(DOCUMENTS, max_size=8, unique_by=lambda d: d.source))
def test_every_document_is_in_one_story_whatever_it_holds(documents: list[Document]) -> None:
    found = stories.group(documents)
    assert sorted(map(repr, documents)) == sorted(repr(d) for s in found for d in s.documents)
    assert found == stories.group(documents[::-1])
    for story in found:
        days = [d.published for d in story.documents if d.published]
        assert days == sorted(days)
        assert not days or (days[-1] - days[0]).days <= profiles.WINDOW
        assert len({d.language or "en" for d in story.documents}) == 1


@given(DOCUMENTS, DOCUMENTS)
def test_a_score_is_the_same_both_ways_and_among_other_pairs(a: Document, b: Document) -> None:
    alone = stories.scores([(a, b)])
    among = stories.scores([(FERRY, BUDGET), (b, a), (a, a)])
    assert alone[0] == among[1]
    assert -1 <= alone[0] <= 1 + 1e-9
    assert stories.same(a, b) == (alone[0] >= stories.SAME)


def test_nothing_gives_nothing() -> None:
    assert stories.group(()) == ()
    assert stories.scores([]).shape == (0,)


def test_documents_without_text_are_grouped_by_their_titles() -> None:
    titles = [FERRY.title, "Ferry sinks off Ortvik, nine drown", BUDGET.title, "", ""]
    bare = [document("", source=f"{n}.txt", title=title) for n, title in enumerate(titles)]
    assert sorted(sources(*bare), key=max) == [
        ["1.txt", "0.txt"],
        ["2.txt"],
        ["3.txt"],
        ["4.txt"],
    ]


def test_a_title_that_every_page_of_an_outlet_has_does_not_count() -> None:
    title = "The Ortvik Courier | Home of local reporting since 1911"
    pages = [
        document(d.text, source=d.source, title=title, day="2031-03-04")
        for d in (OTHER_FERRY, BUDGET)
    ]
    assert len(stories.group(pages)) == 2


def test_documents_without_a_date_stand_last_and_may_join() -> None:
    undated = moved(FERRY, "", source="a.txt")
    assert sources(undated, FERRY_AGAIN) == [["ferry-2.txt", "a.txt"]]
    assert sources(undated, BUDGET) == [["budget-1.txt"], ["a.txt"]]


@pytest.mark.parametrize(("day", "n"), [("2031-03-06", 1), ("2031-03-07", 2), ("", 1)])
def test_an_event_is_over_after_some_days(day: str, n: int) -> None:
    assert len(stories.group([FERRY, moved(FERRY, day, source="later.txt")])) == n


def test_documents_in_two_languages_are_never_one_story() -> None:
    assert len(stories.group([FERRY, moved(FERRY, "2031-03-04", language="fr")])) == 2


def test_the_day_that_an_event_is_said_to_be_on_tells_strikes_apart() -> None:
    text = "Trains stood still on {} as drivers walked out, and talks with the union failed."
    one, other, third = (
        profiles.of(document(text.format(day))) for day in ("Monday", "Friday", "Monday")
    )
    assert profiles.similarity(one, third) > profiles.similarity(one, other) + 0.1


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "de",
            (
                "Die Fähre Halcyon ist vor Ortvik gesunken. Neun Fahrgäste ertranken im Nebel.",
                "Nach dem Untergang der Halcyon vor Ortvik suchen Taucher die Fähre ab. "
                "Neun Fahrgäste der Fähre ertranken.",
                "Das Parlament hat den Haushalt der Ministerin Brandt abgelehnt.",
            ),
        ),
        (
            "el",
            (
                "Το πλοίο Αλκυών βυθίστηκε στο λιμάνι και εννέα επιβάτες πνίγηκαν στην ομίχλη.",
                "Δύτες ψάχνουν το πλοίο Αλκυών που βυθίστηκε και τους επιβάτες που πνίγηκαν.",
                "Το κοινοβούλιο και η υπουργός για τον προϋπολογισμό που δεν πέρασε.",
            ),
        ),
        (
            "ja",
            (
                "渡船が港の沖で沈没し、乗客九人が死亡した。海上保安庁が救助を続けている。",
                "沈没した渡船の乗客九人が死亡。海上保安庁は港の沖で救助活動を行っている。",
                "議会は財務大臣の予算案を二票差で否決した。早期の選挙が見込まれている。",
            ),
        ),
    ],
)
def test_other_languages(language: str, texts: tuple[str, str, str]) -> None:
    one, other, third = (document(text, language=language) for text in texts)
    assert stories.same(one, other)
    assert not stories.same(one, third)
    assert not stories.same(other, third)


def test_work_grows_with_the_number_of_documents() -> None:
    rng = random.Random(7)
    common = [f"common{n}" for n in range(300)]

    def made_up(n_documents: int) -> list[profiles.Profile]:
        return [
            profiles.of(
                document(
                    " ".join([*rng.choices(common, k=60), *[f"event{n // 4}"] * 4, "ortvik"]),
                    title=f"Ortvik event{n // 4}",
                )
            )
            for n in range(n_documents)
        ]

    few = list(stories.candidates(made_up(200)))
    many = list(stories.candidates(made_up(2000)))
    assert len(set(many)) == len(many) <= 2000 * stories.COMPARED
    assert len(many) <= 12 * len(few)


def test_a_big_story_is_found_though_not_all_its_pairs_are_compared() -> None:
    copies = [moved(FERRY, "2031-03-04", source=f"{n:03}.txt") for n in range(150)]
    found = stories.group([*copies, BUDGET])
    assert len(found) == 2
    assert stories.group([BUDGET, *copies[::-1]]) == found
