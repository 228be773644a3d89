"""Sentences are verbatim slices that leave out only blanks, cut where a reader would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import sentences
from tests.builders import document
from tests.quality.benchmark_sentences import Case, cases

LANGUAGES = ("en", "", "fr", "es", "de", "ru", "ar", "zh", "pt-BR", "tlh")

PIECES = """
Mr. Holm U.S. The J. K. Inc. R-Ga. 5 p.m. Nov. 14 No. 3 3.5 etc. he said. The “Yes.” “No one.”
"Why?" " ( (It is.) ) [4] 1. 2. a) b) … ... . . ?! ! — – • | https://a.b/c?D=e a.The Friday.The
« Oui. » »Nein.« „Ja.“ ¿Qué? 他说： “好。” 。 」と 「行。 是。 ¹ г. 3. Oktober IT’S
"""
BLANKS = (" ", "", "\n", "\n\n", "\r\n", "\u00a0", "\t", "\u3000", "\u2028", "\x1c", "\x0c")

news = st.lists(st.tuples(st.sampled_from(PIECES.split()), st.sampled_from(BLANKS))).map(
    lambda pairs: "".join(piece + blank for piece, blank in pairs)
)
texts = st.one_of(st.text(), news)


@given(texts, st.sampled_from(LANGUAGES))
def test_sentences_are_slices_in_order_that_leave_out_only_blanks(
    text: str, language: str
) -> None:
    end = 0
    for number, sentence in enumerate(sentences.split(document(text, language=language))):
        assert sentence.index == number
        assert text[end : sentence.start].strip() == ""
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.text != ""
        assert sentence.text == sentence.text.strip()
        end = sentence.end
    assert text[end:].strip() == ""


@given(texts, st.sampled_from(LANGUAGES))
def test_the_same_document_gives_the_same_sentences(text: str, language: str) -> None:
    whole = document(text, language=language)
    assert sentences.split(whole) == sentences.split(document(text, language=language))
    assert all(sentence.document is whole for sentence in sentences.split(whole))


@given(texts, texts)
def test_a_blank_line_parts_what_does_not_change_otherwise(one: str, other: str) -> None:
    # Long lines, so that neither text says anything of the width of the other.
    one, other = (" ".join(text.split()) for text in (one, other))
    parts = [s.text for part in (one, other) for s in sentences.split(document(part))]
    assert [s.text for s in sentences.split(document(f"{one}\n\n{other}"))] == parts


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u3000\u00a0\t\r\n\x0c\u2029 "])
def test_blanks_hold_no_sentence(text: str) -> None:
    assert sentences.split(document(text)) == ()


@pytest.mark.parametrize("text", ["\x00\x01\x1b", "\u200b", "...", "“”", "1.", "Mr.", "😀"])
def test_what_is_no_blank_is_in_a_sentence(text: str) -> None:
    assert [s.text for s in sentences.split(document(f" {text}\n"))] == [text]


@pytest.mark.parametrize("unit", ["a", ".", "“", '"', "(", "1.2.", "Mr. ", "a.“", ".’", "— "])
def test_a_megabyte_without_an_end_is_one_sentence(unit: str) -> None:
    # A rule that looked back to the beginning at each mark would not come home from this.
    text = (unit * (1_000_000 // len(unit))).strip()
    assert [(s.start, s.end) for s in sentences.split(document(text))] == [(0, len(text))]


def test_a_megabyte_of_open_quotations_is_read() -> None:
    text = "She said: “We lost. " * 50_000
    assert len(sentences.split(document(text))) == 50_000


def test_an_unknown_language_is_split_as_english() -> None:
    text = "Mr. Holm left the U.S. The mayor stayed."
    english = [s.text for s in sentences.split(document(text))]
    assert english == ["Mr. Holm left the U.S.", "The mayor stayed."]
    for language in ("", "tlh", "EN", "en-US", "en_GB"):
        found = sentences.split(document(text, language=language))
        assert [s.text for s in found] == english


def test_the_width_of_filled_lines_joins_them_and_no_others() -> None:
    filled = (
        "The bridge over the river Arn fell on Monday\n"
        "morning, when the last bus had just crossed\n"
        "it, and nobody was hurt.\n\n"
        "Minister Ines Faro spoke with the mayor Amos\n"
        "Holm."
    )
    assert len(sentences.split(document(filled))) == 2
    listed = "Minister Ines Faro\nMayor Amos Holm\nCaptain Luis Diaz"
    assert len(sentences.split(document(listed))) == 3


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.title,
            marks=[pytest.mark.xfail(reason="a limit that is known", strict=True)]
            * case.title.startswith("Limit:"),
        )
        for case in cases()
    ],
)
def test_case(case: Case) -> None:
    found = sentences.split(document(case.text, language=case.language))
    assert [" ".join(sentence.text.split()) for sentence in found] == list(case.expected)
