"""Languages are told apart, and each brings its stop words and its stemmer."""

from __future__ import annotations

import pytest
import Stemmer

from briefing import languages

SAMPLES = {
    "ar": "قال الوزير إن المحادثات التي جرت في العاصمة كانت مفيدة، لكن الخلاف لم ينته بعد.",
    "de": "Der Minister sagte, dass die Gespräche mit dem Nachbarn nicht ohne Folgen sind.",
    "el": "Ο υπουργός είπε ότι οι συνομιλίες ήταν χρήσιμες για τη χώρα.",
    "en": "The minister said that talks with the neighbours were useful but not over.",
    "es": "El ministro dijo que las conversaciones con los vecinos no han terminado todavía.",
    "fa": "وزیر گفت که گفتگوها با همسایگان پایان نیافته است و چند روز دیگر ادامه دارد.",
    "fr": "Le ministre a dit que les entretiens avec les voisins n’étaient pas terminés.",
    "he": "השר אמר כי השיחות עם השכנים עוד לא הסתיימו.",
    "it": "Il ministro ha detto che i colloqui con i vicini non sono ancora finiti.",
    "ja": "大臣は隣国との会談はまだ終わっていないと述べた。",
    "ko": "장관은 이웃 나라와의 회담이 아직 끝나지 않았다고 말했다.",
    "nl": "De minister zei dat het gesprek met de buren nog niet voorbij is.",
    "pl": "Minister powiedział, że rozmowy z sąsiadami nie są jeszcze skończone.",
    "pt": "O ministro disse que as conversas com os vizinhos não foram encerradas ainda.",
    "ru": "Министр сказал, что переговоры с соседями ещё не закончены, но были полезны.",
    "sv": "Ministern sade att samtalen med grannarna inte var över och att det kommer mer.",
    "tr": "Bakan, komşularla görüşmelerin çok yararlı olduğu ama daha bitmediğini söyledi.",
    "uk": "Міністр сказав, що переговори із сусідами ще не закінчені, але вони були корисні.",
    "zh": "部长说，与邻国的会谈尚未结束。",
}


@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_a_sentence_of_news_is_enough_to_tell_its_language(language: str) -> None:
    assert languages.guess(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", " \n", "123 456", "Macron Putin Versailles", "de la"])
def test_what_tells_no_language_is_given_none(text: str) -> None:
    assert languages.guess(text) == ""


def test_initials_are_no_words_of_any_language() -> None:
    assert languages.guess("Leaders John S. Lund, C. T. Dahl, J. D. Moe, L. M. Berg") == ""


def test_a_foreign_quotation_does_not_decide() -> None:
    text = SAMPLES["en"] + " She then quoted him: “" + SAMPLES["fr"] + "” " + SAMPLES["en"]
    assert languages.guess(text) == "en"


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru"])
def test_main_languages_have_stop_words_and_a_stemmer(language: str) -> None:
    stop_words = languages.stop_words(language)
    assert len(stop_words) >= 80
    assert all(word == word.lower() for word in stop_words)
    assert languages.stemmer_name(language) in Stemmer.algorithms()


def test_words_of_content_are_no_stop_words() -> None:
    content = {"president", "said", "war", "syria", "new", "us", "state"}
    assert content & languages.stop_words("en") == {"us"}  # vectors sees to "US"


def test_an_unknown_language_has_neither_list_nor_stemmer() -> None:
    assert languages.stop_words("xx") == frozenset()
    assert languages.stemmer_name("xx") == ""
    assert languages.stemmer_name("") == ""
