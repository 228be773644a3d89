"""What makes documents one witness, and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import publishers
from briefing.model import Document, Sentence
from briefing.origins import REASONS, Tracer
from briefing.publishers import Publisher, Publishers
from tests import builders, wire

SHIPPED = publishers.load()
TRACER = Tracer(
    Publishers(
        (
            *wire.TABLE,
            Publisher("Lorn Times", ("lorn.example",), ("LT",)),
            Publisher("Der Bote", ("bote.example",)),
        )
    )
)
FAR = (
    "Ferries lay idle at Port Osk after harbour crews walked out over a cut in night pay.",
    "Crates of fruit were rotting on the northern quay while drivers slept in their cabs.",
    "A shipping line moved two sailings to a smaller dock along the coast.",
    "The harbour board set no date for another meeting with the men.",
)
NEAR = (
    "No boat has left the island since dock workers downed tools early in the week.",
    "Grocers in the capital warned that shelves would be bare within days.",
    "Hotels along the front have taken in families who cannot get home.",
    "Old hands recalled a dispute in their youth that dragged on until the snow came.",
)


def _document(
    text: str, name: str, n: int = 0, *, title: str = "", url: str = "", origin: str = ""
) -> Document:
    document = builders.document(text, source=f"{name}{n}.txt", publisher=name)
    return replace(document, title=title, url=url, origin=origin)


def _all(*documents: Document) -> tuple[Sentence, ...]:
    return tuple(Sentence(d, 0, len(d.text), 0) for d in documents)


def _count(*documents: Document) -> int:
    return TRACER.count(_all(*documents))


def _joined_by(*documents: Document) -> tuple[tuple[str, str], ...]:
    (origin,) = TRACER.trace(_all(*documents))
    return tuple((join.reason, join.name) for join in origin.joins)


def _far(name: str = "Far Post", n: int = 0, *, url: str = "", origin: str = "") -> Document:
    return _document("\n\n".join(FAR), name, n, url=url, origin=origin)


def _near(name: str = "Near Post", *, url: str = "", origin: str = "") -> Document:
    return _document("\n\n".join(NEAR), name, url=url, origin=origin)


def _ending(text: str, end: str) -> str:
    return f"{text}\n\n{end}"


def test_reports_of_their_own_are_independent() -> None:
    assert _count(_far(), _near()) == 2


def test_one_document_is_one_origin_however_often_it_says_so() -> None:
    document = _far()
    sentences = [Sentence(document, 0, 20, 0), Sentence(document, 30, 50, 1)]
    assert TRACER.groups(sentences) == ((document,),)


def test_no_sentence_has_no_origin() -> None:
    assert TRACER.groups(()) == ()


def test_one_publisher_is_one_origin_however_many_feeds() -> None:
    assert _joined_by(
        _far("Hollin Post", url="https://www.hollin.example/1"),
        _near("Hollin Post: World", url="https://feeds.hollin.example/2"),
    ) == (("publisher", "hollin.example"),)
    assert _joined_by(
        _far("The Hollin Post"), _near("Hollin Post (web)", url="https://cdn.example/2")
    ) == (("publisher", "hollinpost"),)


def test_documents_of_unknown_publishers_are_not_one_publishers() -> None:
    assert _count(_far(""), _near("")) == 2


def test_papers_of_one_owner_are_one_origin() -> None:
    assert _joined_by(_far("The Ardle Herald"), _near("Ardle Gazette")) == (
        ("owner", "Ardle Media Group"),
    )


def test_an_agency_is_the_origin_of_what_credits_it() -> None:
    far = _document(_ending("\n\n".join(FAR), "(Reuters)"), "Far Post")
    near = _document("PORT OSK (Reuters) - " + "\n\n".join(NEAR), "Near Post")
    assert _joined_by(far, near) == (("agency", "Reuters"),)
    assert _joined_by(far, _near("Reuters")) == (("agency", "Reuters"),)
    assert _count(far, _near()) == 2
    assert _count(far, _document(_ending("\n\n".join(NEAR), "(AFP)"), "Near Post")) == 2


def test_a_publisher_is_the_origin_of_what_a_feed_says_was_taken_from_it() -> None:
    assert _joined_by(_far(), _near(origin="The Far Post")) == (("source", "farpost"),)
    assert _joined_by(_far("LT"), _near(origin="Lorn Times")) == (("source", "Lorn Times"),)
    assert _joined_by(_far(origin="Brexby Herald"), _near("Brexby Gazette")) == (
        ("owner", "Brexby Media Group"),
    )


def test_a_publisher_is_the_origin_of_a_sentence_that_says_so() -> None:
    far = _far("Lorn Times")
    near = _near()
    sentences = (*_all(far), Sentence(near, 0, len(NEAR[0]), 0))
    assert TRACER.count(sentences) == 2
    told = _document("No boat has left, the Lorn Times reported. " + NEAR[1], "Near Post")
    said = Sentence(told, 0, told.text.index(" Grocers"), 0)
    (origin,) = TRACER.trace((*_all(far), said))
    assert [(join.reason, join.name) for join in origin.joins] == [("source", "Lorn Times")]
    assert (
        TRACER.count((*_all(far), Sentence(told, len(said.text) + 1, len(told.text), 1))) == 2
    )


def test_a_copy_is_no_origin_of_its_own() -> None:
    copies = [
        FAR,
        FAR[:2],
        FAR[::-1],
        (NEAR[0], *FAR[1:]),
        ("By Jonas Reed", FAR[0], FAR[3], "Sign up for our letter."),
    ]
    for n, copy in enumerate(copies):
        document = _document("\n\n".join(copy), f"Post {n}")
        assert _joined_by(_far(), document) == (("copy", ""),)


def test_a_copy_joins_what_neither_resembles_the_other() -> None:
    first, second = _document(" ".join(FAR), "Far Post"), _document(" ".join(NEAR), "Near Post")
    both = _document("\n\n".join((*FAR, *NEAR)), "Both Post")
    assert _count(first, second) == 2
    assert _count(first, second, both) == 1


@pytest.mark.parametrize(
    "shared",
    [
        "“We shall talk to the men tonight and for as long as it takes, and nobody will be sent"
        " home with nothing in his hands,” Harbour Master Ilse Korda said.",
        '"We shall talk to the men tonight and for as long as it takes, and nobody will be sent'
        ' home with nothing in his hands," Harbour Master Ilse Korda said.',
        "We shall talk to the men as long as it takes! — Ilse Korda (@ilsekorda) May 3, 2019",
        "It was not immediately clear what would happen next.",
    ],
)
def test_what_an_official_said_makes_no_copies(shared: str) -> None:
    far = _document("\n\n".join((FAR[0], shared, *FAR[1:])), "Far Post")
    near = _document("\n\n".join((NEAR[0], shared, *NEAR[1:])), "Near Post")
    assert _count(far, near) == 2


def test_the_same_title_makes_no_copies() -> None:
    title = "Ferries stay in port for a third day as harbour crews and board refuse to talk"
    far, near = ("\n\n".join((title, *text)) for text in (FAR, NEAR))
    assert (
        _count(
            _document(far, "Far Post", title=title), _document(near, "Near Post", title=title)
        )
        == 2
    )


def test_scripts_without_blanks_have_copies_too() -> None:
    far = "港湾で働く人々は火曜日の朝から仕事を止め、島へ向かう船はすべて桟橋に残された。"
    near = "食料品店の主人たちは、このままでは週末までに棚が空になると心配している。"
    end = "市長は記者団に対して何も話さなかった。"
    assert _count(_document(far + end, "A"), _document(far, "B")) == 1
    assert _count(_document(far, "A"), _document(near, "B")) == 2


def test_short_texts_that_are_equal_are_copies() -> None:
    assert _count(_document(FAR[3], "Far Post"), _document(FAR[3], "Near Post")) == 1
    assert _count(_document("“Never.”", "Far Post"), _document("“Never.”", "Near Post")) == 1
    assert _count(_document("", "Far Post"), _document("", "Near Post")) == 2


OTHERS = {
    name: _document("", name)
    for name in (
        "Associated Press", "Reuters", "Agence France-Presse", "Deutsche Presse-Agentur",
        "EFE", "ANSA", "TASS", "RIA Novosti", "Xinhua", "Kyodo News", "Yonhap", "SANA",
        "Canadian Press", "CNN", "New York Times", "Der Spiegel", "Le Monde", "The Guardian",
    )
}  # fmt: skip
READER = Tracer(SHIPPED)


def _origins(sentence: Sentence) -> set[str]:
    """Those of `OTHERS` that a sentence is of one origin with."""
    groups = READER.groups((sentence, *_all(*OTHERS.values())))
    home = next(group for group in groups if sentence.document in group)
    return {name for name, other in OTHERS.items() if other in home}


_DPA, _AFP, _AP = "Deutsche Presse-Agentur", "Agence France-Presse", "Associated Press"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TESSANY (AP) — A dam broke.\n\nIt was late.", {_AP}),
        ("TESSANY, May 29 (Reuters) - A dam broke.", {"Reuters"}),
        ("(ANSA) - TESSANIA, 29 MAG - La diga ha ceduto.", {"ANSA"}),
        ("Tesania, 29 may (EFE).- La presa se rompió.", {"EFE"}),
        ("Tessany (dpa/lbn) - Der Damm brach.", {_DPA}),
        ("TESSANY, May 29. /TASS/. The dam broke.", {"TASS"}),
        ("ТЕССАНИ, 29 мая — РИА Новости. Плотина прорвана.", {"RIA Novosti"}),
        ("ТЕССАНИ, 29 мая. /ТАСС/. Плотина прорвана.", {"TASS"}),
        ("新华社特萨尼5月29日电 大坝决口。", {"Xinhua"}),
        ("［テッサニー 29日 ロイター］ ダムが決壊した。", {"Reuters"}),
        ("【テッサニー共同】ダムが決壊した。", {"Kyodo News"}),
        ("(테사니=연합뉴스) 댐이 무너졌다.", {"Yonhap"}),
        ("تيساني (رويترز) - انهار السد.", {"Reuters"}),
        ("A dam broke.\n\nThe Associated Press contributed to this report.", {_AP}),
        ("A dam broke.\n\nAFP contributed to this report", {_AFP}),
        (
            "A dam broke.\n\nReuters and Ilse B. Korda in Malvery contributed reporting.",
            {"Reuters"},
        ),
        ("A dam broke.\n\nContributing: Ilse Korda; The Associated Press", {_AP}),
        ("A dam broke.\n\nWith files from The Canadian Press", {"Canadian Press"}),
        ("Se rompió la presa. (Con información de EFE)", {"EFE"}),
        ("A dam broke.\n\n(With inputs from Reuters)", {"Reuters"}),
        ("Le barrage a cédé.\n\nLa Gazette avec AFP", {_AFP}),
        ("Der Damm brach (mit dpa).", {_DPA}),
        ("Reporting by Jonas Reed for Reuters\n\nA dam broke.", {"Reuters"}),
        ("A dam broke.\n\n(Reporting by Jonas Reed; Editing by Ilse Korda)", {"Reuters"}),
        ("By Jonas Reed, Associated Press\n\nA dam broke.", {_AP}),
        ("By JONAS REED\n\nAssociated Press\n\nA dam broke.", {_AP}),
        ("Jonas Reed, The Associated Press\n\nA dam broke.", {_AP}),
        ("By Reuters Staff\n\nA dam broke.", {"Reuters"}),
        ("A dam broke and took the mill with it. (Reuters)", {"Reuters"}),
        ("A dam broke and took the mill with it. — AP", {_AP}),
        ("Der Damm brach.\n\nkor/dpa/AFP", {_DPA, _AFP}),
        ("Der Damm brach.\n\nQuelle: tessany.example, dpa", {_DPA}),
        ("A dam broke.\n\nSource: dpa", {_DPA}),
        ("A dam broke.\n\n© 2019 AFP", {_AFP}),
        ("A dam broke.\n\nCopyright 2019 The Associated Press. All rights reserved.", {_AP}),
        ("A dam broke.\n\nWith agencies", set()),
        ("A Reuters photographer was hurt when a dam broke.", set()),
        ("A dam broke.\n\nIt was the third, by an AP count.\n\nThe mill is gone.", set()),
        ("The Associated Press (AP) said it would close its office.\n\n" * 2, set()),
        ("Men watch a dam. REUTERS/Jonas Reed\n\nA dam broke.", set()),
        ("Men watch a dam. (AP Photo/Jonas Reed)\n\nA dam broke.", set()),
        ("Men watch a dam (Jonas Reed/AFP/Getty Images)\n\nA dam broke.", set()),
        ("Jonas Reed/AP/Getty Images\n\nA dam broke.", set()),
        ("(Photo: Jonas Reed, AP)\n\nA dam broke.", set()),
        ("Image copyright AFP Image caption Men watch a dam\n\nA dam broke.", set()),
        ("A dam broke.\n\nPhoto source: AFP", set()),
        ("Getty Images / AFP\n\nA dam broke.", set()),
        ("A dam broke, a poll by Reuters/Ipsos found.\n\nThe mill is gone.", set()),
        ("A dam broke \U000f0001(\U000f0001) — \U0010fffd.", set()),
    ],
)
def test_credits_of_a_document_are_read_and_mentions_are_not(
    text: str, names: set[str]
) -> None:
    assert _origins(Sentence(_document(text, "Some Post"), 0, 0, 0)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The dam broke, Reuters reported.", {"Reuters"}),
        ("The Associated Press first reported that the dam broke.", {_AP}),
        ("Reuters, citing two engineers, reported the leak.", {"Reuters"}),
        ("He told AFP that the dam broke.", {_AFP}),
        ("“It broke,” she said in an interview with CNN.", {"CNN"}),
        ("It was the third, according to an AP count.", {_AP}),
        ("The dam broke, according to the New York Times.", {"New York Times"}),
        ("The state news agency SANA said that the dam broke.", {"SANA"}),
        ("Das berichtete der Spiegel.", {"Der Spiegel"}),
        ("Wie die dpa meldet, brach der Damm.", {_DPA}),
        ("Laut der Nachrichtenagentur AFP brach der Damm.", {_AFP}),
        ("Selon le Monde, le barrage a cédé.", {"Le Monde"}),
        ("« Tout va bien », a-t-il déclaré à l'AFP.", {_AFP}),
        ("Según EFE, la presa se rompió.", {"EFE"}),
        ("Lo ha detto all'ANSA il sindaco.", {"ANSA"}),
        ("Об этом сообщает ТАСС.", {"TASS"}),
        ("وقال لرويترز إن السد انهار.", {"Reuters"}),
        ("据新华社报道，大坝决口。", {"Xinhua"}),
        ("A Reuters photographer was hurt.", set()),
        ("The Reuters building burned down.", set()),
        ("He watched CNN and said nothing.", set()),
        ("The Guardian of the bridge fell asleep.", set()),
        ("Mayor Bloomberg said that the dam broke.", set()),
    ],
)
def test_a_sentence_is_its_sources_and_not_of_whom_it_speaks(
    text: str, names: set[str]
) -> None:
    assert _origins(*_all(_document(text, "Some Post"))) == names


def test_made_up_wire_groups_fall_apart_where_they_should() -> None:
    groups = wire.groups(1789, 60)
    tracer = Tracer(Publishers(wire.TABLE))
    found = [set(map(frozenset, tracer.groups(group.sentences))) for group in groups]
    right = sum(parts == group.parts for parts, group in zip(found, groups, strict=True))
    assert right >= 57


_GROUP = st.integers(0, 400).map(lambda seed: wire.groups(seed, 1)[0])
_TRACER = Tracer(Publishers(wire.TABLE))


@settings(deadline=None, max_examples=40)
@given(_GROUP, st.randoms(use_true_random=False))
def test_the_order_of_sentences_changes_nothing(group: wire.Group, random: Random) -> None:
    shuffled = random.sample(group.sentences, len(group.sentences))
    assert _TRACER.trace(shuffled) == _TRACER.trace(group.sentences)


@settings(deadline=None, max_examples=40)
@given(_GROUP)
def test_every_document_has_one_origin_and_reasons_connect_it(group: wire.Group) -> None:
    origins = _TRACER.trace(group.sentences)
    documents = [document for origin in origins for document in origin.documents]
    assert sorted(d.source for d in documents) == sorted(
        s.document.source for s in group.sentences
    )
    for origin in origins:
        assert all(join.reason in REASONS for join in origin.joins)
        assert len(origin.joins) == len(origin.documents) - 1
        assert _connected(
            origin.documents[0], [join.documents for join in origin.joins]
        ) == set(origin.documents)


def _connected(start: Document, pairs: Sequence[tuple[Document, Document]]) -> set[Document]:
    found = {start}
    for _ in pairs:
        found |= {d for pair in pairs if found.intersection(pair) for d in pair}
    return found


@settings(deadline=None, max_examples=40)
@given(_GROUP, st.data())
def test_one_more_document_adds_one_origin_at_most_and_a_copy_none(
    group: wire.Group, data: st.DataObject
) -> None:
    n = _TRACER.count(group.sentences)
    assert 1 <= n <= len(group.sentences)
    sentence = data.draw(st.sampled_from(group.sentences))
    copy = replace(sentence.document, source="copy", publisher="Copy Post", url="")
    assert _TRACER.count((*group.sentences, replace(sentence, document=copy))) <= n
    other = data.draw(_GROUP).sentences[0]
    other = replace(other, document=replace(other.document, source="other"))
    assert _TRACER.count((*group.sentences, other)) <= n + 1


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=6))
def test_no_text_is_too_odd_to_trace(texts: list[str]) -> None:
    documents = [_document(text, f"Post {n}") for n, text in enumerate(texts)]
    assert 1 <= _count(*documents) <= len(documents)


def test_a_thousand_copies_are_one_origin() -> None:
    assert _count(*(_far(f"Post {n}") for n in range(1000))) == 1
