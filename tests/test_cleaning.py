"""Every sentence is fit to print, leans on another one, or is dropped for one reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import cleaning, sentences
from briefing.cleaning import datelines, opinion, quotations
from briefing.model import Document, Sentence
from tests.builders import document

LANGUAGES = ("en", "", "fr", "es", "de", "ru", "ar", "zh", "tlh")

PIECES = """
He said “Yes.” "No," she added. Mr. Holm met Faro on Monday. The meeting was long. PARIS (AP) —
(CNN) It is. « Oui. » „Ja.“ »Nein.« ”Ja.” (aside) [x] … — - • 12 @holm https://a.example I we
you By Ines Faro Photo: MORE Sign up here. Why? 谁？ 他说：“好。” ? ! . , : ' ’ ‘ ( ) [ ]
"""
BLANKS = (" ", "", "\n", "\n\n", "\u00a0", "\t", "\u2028")

news = st.lists(st.tuples(st.sampled_from(PIECES.split()), st.sampled_from(BLANKS))).map(
    lambda pairs: "".join(piece + blank for piece, blank in pairs)
)
texts = st.one_of(st.text(), news)


# --- Cases ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of `cases/cleaning.md`, and the heading under which it stands."""

    heading: str
    language: str
    before: str
    text: str


def cases() -> list[Case]:
    found: list[Case] = []
    heading, language, before = "", "", ""
    path = Path(__file__).parent / "cases" / "cleaning.md"
    for line in path.read_text("utf-8").splitlines():
        if match := re.fullmatch(r"## ([^()]+?)(?: \((\w+)\))?", line):
            heading, language = match[1], match[2] or "en"
        elif line.startswith("> "):
            before = line[2:]
        elif line.startswith("- ") and heading:
            found.append(Case(heading, language, before, line[2:]))
            before = ""
    return found


def named(*headings: str) -> pytest.MarkDecorator:
    rows = [case for case in cases() if case.heading in headings]
    return pytest.mark.parametrize("case", rows, ids=[case.text[:60] for case in rows])


def whole(*texts: str, title: str = "", language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a document with a paragraph for each text, which is not split."""
    article = document("\n\n".join(texts), title=title, language=language)
    starts = [sum(len(text) + 2 for text in texts[:n]) for n in range(len(texts))]
    return tuple(
        Sentence(article, start, start + len(text), n)
        for n, (start, text) in enumerate(zip(starts, texts, strict=True))
    )


def fate(sentence: Sentence, of: Sequence[Sentence]) -> str:
    """The reason for which a sentence is dropped, "kept" or "leans"."""
    cleaned = cleaning.clean(of)
    for dropped in cleaned.dropped:
        if dropped.sentence == sentence:
            return dropped.reason
    (line,) = (line for line in cleaned.lines if line.sentence.end == sentence.end)
    return "kept" if line.leans_on is None else "leans"


@named(*cleaning.REASONS)
def test_what_is_no_sentence_for_a_memo_is_dropped(case: Case) -> None:
    (sentence,) = whole(case.text, language=case.language)
    assert fate(sentence, [sentence]) == case.heading


@named("kept")
def test_news_is_kept(case: Case) -> None:
    (sentence,) = whole(case.text, language=case.language)
    assert fate(sentence, [sentence]) == "kept"
    assert cleaning.clean([sentence]).lines[0].sentence == sentence


@named("leans")
def test_a_line_leans_on_the_one_that_names_its_subject(case: Case) -> None:
    before, sentence = whole(case.before, case.text, language=case.language)
    lines = cleaning.clean([before, sentence]).lines
    assert lines == (cleaning.Line(before), cleaning.Line(sentence, (before,)))
    assert fate(sentence, [sentence]) in ("dangling", "bare quote")


@named("datelines")
def test_a_dateline_leaves_the_slice(case: Case) -> None:
    dateline, _, rest = case.text.partition("|")
    text = dateline + rest.lstrip()
    (sentence,) = whole(text, language=case.language)
    assert datelines.length(text) == len(dateline)
    (line,) = cleaning.clean([sentence]).lines
    assert line.sentence.text == rest.lstrip()
    assert line.sentence.index == sentence.index


def test_every_reason_has_cases_and_every_heading_a_meaning() -> None:
    counts = dict.fromkeys(cleaning.REASONS, 0)
    for case in cases():
        if case.heading in counts:
            counts[case.heading] += 1
        else:
            assert case.heading in ("kept", "leans", "datelines")
    few = {reason for reason, n in counts.items() if n < 8}
    assert few == {"dateline", "too long", "title repeated"}
    assert len(set(cleaning.REASONS)) == len(cleaning.REASONS)


# --- What a list of sentences cannot show -----------------------------------------------


@pytest.mark.parametrize("text", ["The pier of Arn is safe", "THE PIER OF ARN, IS SAFE."])
def test_the_title_is_dropped_where_the_text_repeats_it(text: str) -> None:
    (sentence,) = whole(text, title="The pier of Arn is safe")
    assert fate(sentence, [sentence]) == "title repeated"


def test_a_title_of_marks_repeats_nothing() -> None:
    (sentence,) = whole("…", title="!!!")
    assert fate(sentence, [sentence]) != "title repeated"


@pytest.mark.parametrize("text", ["Arn and Holm " * 100, "港口关闭" * 600])
def test_what_is_longer_than_a_sentence_is_dropped(text: str) -> None:
    (sentence,) = whole(text.strip() + ".")
    assert fate(sentence, [sentence]) == "too long"


def test_a_sentence_stays_and_the_question_in_it_has_a_speaker() -> None:
    spoken = "Governor Diaz asked the senate of Arn: “Who closed the pier?”"
    asked = "Who closed the pier of Arn on Monday?"
    first, second = whole(spoken, asked)
    assert fate(first, [first, second]) == "kept"
    assert fate(second, [first, second]) == "question"


def test_a_short_quotation_of_some_sentences_is_one_line() -> None:
    text = "“The pier is safe. It was closed for 2 days,” Minister Faro said. He left."
    parts = sentences.split(document(text))
    lines = cleaning.clean(parts).lines
    assert lines[0].sentence.text == text.removesuffix(" He left.")
    assert lines[0].sentence.index == 0


def test_a_dropped_quotation_is_dropped_sentence_by_sentence() -> None:
    parts = sentences.split(document("“It is safe. It was closed. It is open,” he said."))
    cleaned = cleaning.clean(parts)
    assert cleaned.lines == ()
    assert [dropped.sentence for dropped in cleaned.dropped] == list(parts)
    assert {dropped.reason for dropped in cleaned.dropped} == {"bare quote"}


def test_a_long_quotation_is_not_joined() -> None:
    long = " ".join(["The ferries of the company were late every day."] * 9)
    parts = sentences.split(document(f"“{long}” said Minister Faro."))
    groups = list(quotations.group(parts))
    assert [group.first for group in groups] == list(range(len(parts)))
    assert [group.inside for group in groups][:3] == [False, True, True]


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "“The pier is safe.\n\nThe ferries of Arn run again, Minister Faro said on Monday."
    parts = sentences.split(document(text))
    assert fate(parts[1], parts) == "kept"


def test_only_a_paragraph_starts_with_a_dateline() -> None:
    text = "The town of Arn was quiet. PARIS (AP) — Two crews met in Geneva on Monday."
    article = document(text)
    end = text.index("PARIS")
    first, second = Sentence(article, 0, end - 1, 0), Sentence(article, end, len(text), 1)
    lines = cleaning.clean([first, second]).lines
    assert lines[1].sentence == second


def test_documents_do_not_lean_on_one_another() -> None:
    (first,) = whole("Minister Ines Faro closed the harbour of Arn on Monday.")
    (second,) = whole("She said the pier would be repaired within two months.")
    assert fate(second, [first, second]) == "dangling"


def test_a_line_does_not_lean_on_one_that_is_dropped() -> None:
    dropped, sentence = whole(
        "Who told Minister Ines Faro of Arn?", "She said the pier would be repaired soon."
    )
    assert fate(sentence, [dropped, sentence]) == "dangling"


def test_a_word_that_starts_a_sentence_is_a_name_where_another_line_has_it_inside() -> None:
    lead, sentence = whole(
        "The envoys of Malta and Cyprus met in the harbour on Monday.",
        "Malta wants to close the harbour for good.",
    )
    assert fate(sentence, [lead, sentence]) == "kept"


def test_no_sentences_make_no_lines() -> None:
    assert cleaning.clean([]) == cleaning.Cleaned()


# --- Laws -------------------------------------------------------------------------------


@given(texts, st.sampled_from(LANGUAGES))
def test_every_sentence_is_in_one_line_or_dropped_once(text: str, language: str) -> None:
    parts = sentences.split(document(text, language=language))
    cleaned = cleaning.clean(parts)
    dropped = [one.sentence for one in cleaned.dropped]
    for part in parts:
        homes = [
            line
            for line in cleaned.lines
            if line.sentence.start < part.end and part.start < line.sentence.end
        ]
        assert len(homes) + dropped.count(part) == 1
    assert set(dropped) <= set(parts)
    assert {one.reason for one in cleaned.dropped} <= set(cleaning.REASONS)


@given(texts, st.sampled_from(LANGUAGES))
def test_a_line_is_a_slice_that_leans_on_earlier_lines(text: str, language: str) -> None:
    parts = sentences.split(document(text, language=language))
    lines = cleaning.clean(parts).lines
    places = {line.sentence: n for n, line in enumerate(lines)}
    assert list(places.values()) == sorted(places.values())
    for n, line in enumerate(lines):
        assert line.sentence.text == text[line.sentence.start : line.sentence.end]
        assert line.sentence.text == line.sentence.text.strip() != ""
        assert line.leans_on is None or line.leans_on
        assert all(places[anchor] < n for anchor in line.leans_on or ())


@given(texts, st.sampled_from(LANGUAGES))
def test_the_same_sentences_are_cleaned_in_the_same_way(text: str, language: str) -> None:
    one, other = (sentences.split(document(text, language=language)) for _ in range(2))
    assert cleaning.clean(one) == cleaning.clean(other)


@given(st.text(alphabet="“”«»„\"'「」 aA.\n"), st.booleans())
def test_what_is_outside_and_in_quotations_is_all_but_the_marks(
    text: str, inside: bool
) -> None:
    outside, within = quotations.parts(text, inside)
    letters = [char for char in text if char in "aA.'"]
    assert sorted(letters) == sorted(char for char in outside + within if char in "aA.'")


UNITS = """
“ ” « » „ " ' ( [ . .. , : ? - — • @ # / ’ ‘ é a A 1 “_ ._ ,_ @_ 1_ - Abc Abc_ Abc._ Abc- Abc,_
x" MORE_ Mr._ U.S. By_A_ but_ “but_ in_a_ in_ab,_ on_Monday_ he_ you_ I_ War_I_ the_two_ is_a_
it_is_ an_hour_ read_more_ photo_ in_this_ are_seen_ this_ said_ updated_1_ Abc_reported_
Ab_contributed_ PARIS,_ Paris,_May_1,_ (CNN)_ a@ a.b@c http 。 ，
""".split()
"""Texts to repeat; an underscore stands for a blank."""


@pytest.mark.parametrize("unit", [unit.replace("_", " ") for unit in UNITS])
@pytest.mark.parametrize(("size", "length"), [(200_000, 200_000), (1_900, 38_000)])
def test_no_text_takes_longer_than_its_length_does(unit: str, size: int, length: int) -> None:
    # A rule that tried each end for each start would need hours for these.
    text = (unit * length)[:length].strip()
    article = document(text)
    parts = [
        Sentence(article, start, min(start + size, len(text)), n)
        for n, start in enumerate(range(0, len(text), size))
    ]
    cleaned = cleaning.clean(parts)
    assert len(cleaned.lines) + len(cleaned.dropped) <= len(parts)
    opinion.is_opinion(Document(text="x", source="a", title=text, url=text, publisher=text))


# --- Quotations and opinion -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outside", "within"),
    [
        ("“Yes,” he said.", "he said.", "Yes,"),
        ('"Yes," he said.', "he said.", "Yes,"),
        ("« Oui », dit-il.", ", dit-il.", "Oui"),
        ("„Ja“, sagte er.", ", sagte er.", "Ja"),
        ("»Ja«, sagte er.", ", sagte er.", "Ja"),
        ("”Ja”, sade han.", ", sade han.", "Ja"),
        ("「はい」と述べた。", "と述べた。", "はい"),
        ("He called it “a “great” day” twice.", "He called it day” twice.", "a “great"),
        ('The U"N met.', 'The U"N met.', ""),
    ],
)
def test_quotation_marks_of_many_languages(text: str, outside: str, within: str) -> None:
    found = quotations.parts(text)
    if "great" not in text:
        assert tuple(" ".join(part.split()) for part in found) == (outside, within)
        assert not quotations.closes_unopened(text)
    assert not quotations.opens(text)


def test_open_and_stray_marks() -> None:
    assert quotations.opens("“The pier is safe.")
    assert quotations.opens("He said: „Der Hafen ist zu.")
    assert not quotations.opens("is safe,” he said.", inside=True)
    assert quotations.closes_unopened("The pier is safe,” he said.")
    assert quotations.closes_unopened('The pier is safe," he said.')
    assert quotations.starts_quote("»So") and not quotations.starts_quote("So")


@pytest.mark.parametrize(
    "article",
    [
        Document("x", "a", url="https://gazette.example/opinion/2031/pier.html"),
        Document("x", "a", url="https://gazette.example/columnists/faro/"),
        Document("x", "a", url="https://opinion.gazette.example/pier"),
        Document("x", "a", title="Opinion: Arn needs a second pier"),
        Document("x", "a", title="Op-Ed | Arn needs a second pier"),
        Document("x", "a", title="A second pier for Arn: Our view"),
        Document("x", "a", title="FARO: The pier that nobody wanted"),
        Document("x", "a", publisher="Arn Gazette (Opinion)"),
    ],
)
def test_opinion_is_told_by_its_address_title_or_publisher(article: Document) -> None:
    assert opinion.is_opinion(article)


@pytest.mark.parametrize(
    "article",
    [
        Document("x", "a", url="https://gazette.example/news/opinionated-mayor"),
        Document("x", "a", title="IRS: 'Mistakes were made'"),
        Document("x", "a", title="BREAKING: The pier of Arn is closed"),
        Document("x", "a", title="POLL: Most want a second pier"),
        Document("x", "a", title="NATO: The pier of Arn is closed"),
        Document("x", "a", title="Opinion polls favour a second pier"),
        Document("x", "a", title="Column of smoke over Arn", publisher="Arn Gazette"),
    ],
)
def test_news_is_no_opinion(article: Document) -> None:
    assert not opinion.is_opinion(article)


def test_opinion_is_told_by_the_manner_of_a_long_text() -> None:
    article = document("x")
    assert opinion.is_opinion(article, n_sentences=20, n_personal=2)
    assert not opinion.is_opinion(article, n_sentences=30, n_personal=2)
    assert not opinion.is_opinion(article, n_sentences=5, n_personal=5)
    assert set(cleaning.REASONS) >= opinion.MANNERS


@pytest.mark.parametrize(
    "credit", ["(Photo: Ann Holt/Norland Wire)", "Photo by Ann Holt", "[Ann Holt/Reuters]"]
)
def test_what_stands_before_a_credit_is_its_caption(credit: str) -> None:
    text = (
        f"The golden domes of the cathedral of Arn, seen from the river. {credit}\n\nArn won."
    )
    whole = document(text)
    cleaned = cleaning.clean(sentences.split(whole))
    assert ("caption", "The golden domes of the cathedral of Arn, seen from the river.") in [
        (dropped.reason, dropped.sentence.text) for dropped in cleaned.dropped
    ]


def test_marks_of_footnotes_leave_the_slice() -> None:
    whole = document("The bridge of Arn was built by two engineers from Norland.[1][note 2]")
    (line,) = cleaning.clean(sentences.split(whole)).lines
    assert line.sentence.text == "The bridge of Arn was built by two engineers from Norland."
