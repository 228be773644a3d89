"""The section builder: profiles, evidence, and where sentences are placed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ConfigError
from briefing.model import Placement
from briefing.sections import loading, parties
from briefing.sections.builder import SectionBuilder
from briefing.sections.lexicon import words
from briefing.sections.matcher import Matcher, Phrase, Vocabulary
from briefing.sections.profile import Profile, Term
from tests.builders import sentences

DEFAULT = loading.load("foreign-affairs")

TINY = """
[[sections]]
id = "harvest"
title = "Harvest"
share = 0.5
terms = ["wheat^2", "barley*"]
entities = ["Ceres^3"]
against = ["wheat beer^4"]
"""


def place(*texts: str, title: str = "", of: Profile = DEFAULT) -> list[Placement]:
    return list(SectionBuilder(of).place(sentences(*texts, title=title)))


def parsed(text: str, tmp_path: Path) -> Profile:
    path = tmp_path / "tiny.toml"
    path.write_text(text, encoding="utf-8")
    return loading.load(str(path))


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("syria", "Aid convoys reached two besieged districts of Aleppo late on Sunday."),
        ("syria", "The envoy said the use of sarin in Idlib could not be left unanswered."),
        ("syria", "Syrian government forces took three villages near Hama, a monitor said."),
        ("media-disinformation", "State television broadcast a doctored video of the speech."),
        (
            "media-disinformation",
            "Police traced the fake accounts to a troll farm that spread disinformation.",
        ),
        (
            "media-disinformation",
            "The regulator fined the broadcaster RT for propaganda in its news coverage.",
        ),
        ("human-rights", "Human Rights Watch documented torture in two detention centres."),
        ("human-rights", "Lawyers said forty political prisoners had been held without trial."),
        ("human-rights", "Police arrested LGBT activists who had gathered outside the court."),
        (
            "bilateral-relations",
            "The foreign ministers of Poland and Hungary met in Vilnius to discuss trade.",
        ),
        ("bilateral-relations", "Norway recalled its ambassador after the row with Iran."),
        ("bilateral-relations", "Japan and Australia signed a defence treaty on Tuesday."),
        ("other", "The striker scored twice as the club won the football championship."),
        ("other", "Voters in the state go to the polls in a primary on Tuesday."),
        ("other", "Rain is expected in the north, with storms along the coast by evening."),
        ("other", "The mayor said the town budget would cut taxes for small companies."),
    ],
)
def test_a_sentence_is_placed_where_an_editor_would_put_it(section: str, text: str) -> None:
    assert place(text)[0].section == section


@pytest.mark.parametrize(
    ("not_section", "text"),
    [
        ("media-disinformation", "The minister answered at a press conference on Monday."),
        ("media-disinformation", "The new bridge will open in May, the newspaper reported."),
        ("human-rights", "The Syrian Observatory for Human Rights counted nine air strikes."),
        ("human-rights", "The right turn at the mill leads to the lake."),
        ("bilateral-relations", "The Washington Post and the Moscow Times will merge offices."),
    ],
)
def test_words_of_a_section_in_another_sense_do_not_place(not_section: str, text: str) -> None:
    assert place(text)[0].section != not_section


def test_context_places_what_its_own_words_do_not() -> None:
    line = "The convoy waited at the checkpoint for six hours."
    near = "Aid for the besieged town in Syria was held up by the army."
    alone = place(line)[0]
    with_context = place(near, line, near.replace("Aid", "Food"), title="Syria aid held up")[1]
    assert alone.section == "other"
    assert with_context.section == "syria"
    assert {e.kind for e in with_context.evidence} >= {"title", "topic", "before"}


def test_two_states_and_an_act_make_diplomacy_and_one_does_not() -> None:
    both = place("Chancellor Angela Merkel met President Macron of France in Aachen.")[0]
    one = place("President Macron met the players of the team in Lyon.")[0]
    assert both.section == "bilateral-relations"
    assert one.section == "other"


def test_evidence_adds_up_to_the_scores_and_names_the_words() -> None:
    placed = place("Torture was common, Amnesty International said.", title="Torture")[0]
    scores = dict(placed.scores)
    for section in {"human-rights", placed.runner_up} & set(scores):
        score = scores[section]
        total = sum(e.weight for e in placed.evidence if e.section == section)
        assert score == pytest.approx(total, abs=0.01)
    assert {"tortur*", "Amnesty International"} <= {e.text for e in placed.evidence}


def test_the_margin_is_the_distance_to_the_runner_up() -> None:
    placed = place("Syria and Iraq signed a trade agreement on Monday in Damascus.")[0]
    ranked = sorted((score for _, score in placed.scores), reverse=True)
    assert 0 < placed.margin <= ranked[0] - ranked[1] + 0.001


def test_leeway_takes_the_nearest_section_and_nothing_else_changes() -> None:
    lines = [
        *sentences("The town bought a bridge.", source="a.txt"),
        *sentences("France and Russia held talks on a treaty.", source="b.txt"),
    ]
    builder = SectionBuilder(DEFAULT)
    bridge, talks = builder.place(lines)
    assert (bridge.section, talks.section) == ("other", "bilateral-relations")
    best, points = max(bridge.scores, key=lambda score: score[1])
    for leeway, expected in ((-points - 0.01, "other"), (-points + 0.01, best)):
        lenient, same = builder.place(lines, leeway=leeway)
        assert same == talks
        assert (lenient.section, lenient.scores) == (expected, bridge.scores)
        assert lenient.margin == bridge.margin


def test_no_sentences_have_no_placements() -> None:
    assert place() == []


def test_documents_do_not_mix_their_context() -> None:
    syria = sentences("Syria.", "Aleppo was shelled.", source="a.txt", title="Syria")
    other = sentences("The lake is deep.", source="b.txt")
    builder = SectionBuilder(DEFAULT)
    together = builder.place([*syria, *other])
    assert together[2] == builder.place(other)[0]
    assert together[:2] == builder.place(syria)


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_text_is_placed_somewhere_and_twice_the_same(text: str, title: str) -> None:
    known = {*DEFAULT.titles}
    for placement in place(text or "x", title=title):
        assert placement.section in known
        assert placement.margin >= 0
    assert place(text or "x", title=title) == place(text or "x", title=title)


def test_a_new_section_needs_toml_alone(tmp_path: Path) -> None:
    tiny = parsed(TINY, tmp_path)
    assert place("The wheat stood high.", of=tiny)[0].section == "harvest"
    assert place("Ceres was honoured.", of=tiny)[0].section == "harvest"
    assert place("A glass of wheat beer.", of=tiny)[0].section == "other"
    assert tiny.titles == {"harvest": "Harvest", "other": "Other developments"}


def test_parts_joined_by_a_plus_count_only_together(tmp_path: Path) -> None:
    pair = parsed(TINY.replace('"wheat^2"', '"rain + field*^3"'), tmp_path)
    assert place("Rain fell on the fields.", of=pair)[0].section == "harvest"
    assert place("Rain fell on the roofs.", of=pair)[0].section == "other"


def test_terms_may_be_a_table_of_weights(tmp_path: Path) -> None:
    table = parsed(
        TINY.replace('["wheat^2", "barley*"]', "{ wheat = 2, 'barley*' = 1 }"), tmp_path
    )
    assert table.sections[0].terms == (Term("wheat", 2.0), Term("barley*", 1.0))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("terms =", "term =", "sections[0]: unknown key 'term'; did you mean 'terms'?"),
        ("[[sections]]", "[[section]]", "unknown key 'section'; did you mean 'sections'?"),
        ('id = "harvest"', "", "sections[0]: has no id"),
        ('id = "harvest"', 'id = "Har vest"', "sections[0].id: 'Har vest' is no id"),
        ('id = "harvest"', 'id = "other"', "sections[0].id: 'other' is taken"),
        ("share = 0.5", "share = 2", "sections[0].share: 2 is no share"),
        ("share = 0.5", "share = true", "sections[0].share: True is no share"),
        ('"wheat^2"', "7", "sections[0].terms: is no list of words"),
        ('"wheat^2"', '" * "', "sections[0].terms: ' * ' has no word"),
        ('"wheat^2"', '"wheat^0"', "sections[0].terms: 'wheat' weighs 0.0"),
        ('title = "Harvest"', "title = 3", "sections[0].title: 3 is no text"),
        ("share = 0.5", "share = ", "is not TOML"),
    ],
)
def test_a_wrong_profile_is_one_line_that_says_where(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError) as caught:
        parsed(TINY.replace(old, new), tmp_path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_id_is_used_once_and_shares_add_up_to_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="'harvest' is taken"):
        parsed(TINY + TINY, tmp_path)
    more = TINY + TINY.replace("harvest", "sowing").replace("0.5", "0.6")
    with pytest.raises(ConfigError, match=r"adds up to 1\.1"):
        parsed(more, tmp_path)


def test_a_section_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no terms, entities or examples"):
        parsed('[[sections]]\nid = "empty"\n', tmp_path)
    with pytest.raises(ConfigError, match="sections: is missing"):
        parsed('title = "x"\n', tmp_path)
    with pytest.raises(ConfigError, match="is no table"):
        parsed("sections = [1]\n", tmp_path)


def test_an_unknown_or_unreadable_profile_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="did you mean 'foreign-affairs'"):
        loading.load("foreign-affair")
    with pytest.raises(ConfigError, match="cannot be read"):
        loading.load(str(tmp_path / "none.toml"))
    broken = tmp_path / "broken.toml"
    broken.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8"):
        loading.load(str(broken))


def test_the_default_profile_has_the_published_ids_and_can_be_copied(tmp_path: Path) -> None:
    ids = ["syria", "media-disinformation", "human-rights", "bilateral-relations", "other"]
    assert list(DEFAULT.titles) == ids
    copy = tmp_path / "copy.toml"
    copy.write_text(loading.source_of("foreign-affairs"), encoding="utf-8")
    assert loading.load(str(copy)) == DEFAULT


def found(*phrases: Phrase, text: str) -> list[str]:
    vocabulary = Vocabulary()
    _owners, numbers = Matcher(phrases, vocabulary).find(vocabulary.flat([words(text)]))
    return sorted(phrases[n].text for n in numbers.tolist())


def test_the_longest_phrase_wins_and_a_family_has_any_ending() -> None:
    phrases = [Phrase(text) for text in ("press", "press conference*", "rebel*", " ")]
    text = "Press conferences and rebellious press"
    assert found(*phrases, text=text) == ["press", "press conference*", "rebel*"]
    assert found(*phrases, text="a press conference") == ["press conference*"]


def test_phrases_of_one_length_are_all_found_and_case_counts_where_asked() -> None:
    phrases = [Phrase("Turkey", cased=True), Phrase("turkey"), Phrase("tur*")]
    assert found(*phrases, text="Turkey") == ["Turkey", "tur*", "turkey"]
    assert found(*phrases, text="a turkey") == ["tur*", "turkey"]


def test_a_phrase_ends_with_its_text() -> None:
    vocabulary = Vocabulary()
    matcher = Matcher([Phrase("red line")], vocabulary)
    owners, _phrases = matcher.find(vocabulary.flat([["red"], ["line"], ["red", "line"]]))
    assert owners.tolist() == [2]


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=6), max_size=5))
def test_many_texts_are_matched_as_each_alone(texts: list[list[str]]) -> None:
    phrases = [Phrase(text) for text in ("a", "a b", "b c", "a b c", "d*")]
    vocabulary = Vocabulary()
    matcher = Matcher(phrases, vocabulary)
    owners, numbers = matcher.find(vocabulary.flat(texts))
    together = sorted(zip(owners.tolist(), numbers.tolist(), strict=True))
    alone = sorted(
        (n, number)
        for n, text in enumerate(texts)
        for number in matcher.find(vocabulary.flat([text]))[1].tolist()
    )
    assert together == alone


def test_matching_sees_words_without_accents_possessives_and_dots() -> None:
    assert words("The Élysée’s U.S. envoy, Mr. d'Estaing—again.") == [
        "The", "Elysee", "U.S", "envoy", "Mr", "d'Estaing", "again",
    ]  # fmt: skip


def test_states_are_told_from_newspapers_that_have_their_capitals() -> None:
    assert parties.named("Moscow told the U.S. and French leaders") == ("US", "RU", "FR")
    assert parties.named("The Washington Post of Indiana") == ()
