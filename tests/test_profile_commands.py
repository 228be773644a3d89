"""Profiles of one's own: inherited, learnt from examples, checked, scored, suggested."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import pipeline
from briefing import sentences as splitting
from briefing.cli import exits
from briefing.errors import ConfigError
from briefing.model import Document
from briefing.sections import loading, suggesting
from briefing.sections.builder import SectionBuilder
from tests import commands
from tests.builders import sentences
from tests.quality import section_labels

TINY = """
[[sections]]
id = "harvest"
share = 0.5
terms = ["wheat^3", "barley*^3"]
"""


def written(text: str, tmp_path: Path, name: str = "tiny.toml") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def section_of(text: str, profile: str) -> str:
    return SectionBuilder(loading.load(profile)).place(sentences(text))[0].section


# --- Inheriting -------------------------------------------------------------------------


def test_a_child_adds_changes_and_leaves_out(tmp_path: Path) -> None:
    written(TINY, tmp_path)
    child = written(
        """
        inherits = "tiny.toml"
        [[sections]]
        id = "harvest"
        terms = ["wheat^1", "rye^3"]
        [[sections]]
        id = "sea"
        share = 0.75
        terms = ["herring^3"]
        """,
        tmp_path,
        "child.toml",
    )
    loaded = loading.load(child)
    assert [s.id for s in loaded.sections] == ["harvest", "sea"]
    assert {t.text: t.weight for t in loaded.sections[0].terms} == {
        "barley*": 3.0,
        "wheat": 1.0,
        "rye": 3.0,
    }
    assert section_of("Rye stood high.", child) == "harvest"
    assert section_of("Herring came late.", child) == "sea"
    alone = written('inherits = "child.toml"\nwithout = ["harvest"]', tmp_path, "alone.toml")
    assert list(loading.load(alone).titles) == ["sea", "other"]


def test_new_shares_make_room_and_learnt_words_are_kept(tmp_path: Path) -> None:
    child = loading.load(
        written(
            'inherits = "foreign-affairs"\n[[sections]]\nid = "fish"\nshare = 0.2\n'
            'terms = ["herring^3"]',
            tmp_path,
        )
    )
    parent = loading.load("foreign-affairs")
    assert sum(child.shares.values()) == pytest.approx(1)
    assert child.shares["syria"] == pytest.approx(0.8 * parent.shares["syria"])
    assert child.weights == parent.weights
    builder = SectionBuilder(child)
    assert builder.place(sentences("Herring prices rose, traders said."))[0].section == "fish"
    assert builder.place(sentences("Rovers won the match on Monday."))[0].section == "other"


def test_a_section_that_nothing_was_learnt_of_begins_behind_other(tmp_path: Path) -> None:
    text = (
        'inherits = "foreign-affairs"\n[[sections]]\nid = "fish"\n'
        'examples = ["The boats took in their first herring of the winter."]'
    )
    placed = SectionBuilder(loading.load(written(text, tmp_path))).place(
        sentences("The striker took the first goal of the winter season.")
    )
    assert placed[0].section == "other"
    assert dict(placed[0].scores)["fish"] < 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('inherits = "foreign"', "unknown profile 'foreign'"),
        ('inherits = "tiny.toml"', "comes back to itself"),
        ('inherits = "foreign-affairs"\nwithout = ["siria"]', "'siria'; did you mean 'syria'?"),
        (TINY.replace("share", "min_lines"), "0.5 is no number of lines"),
        (TINY + "examples = [1]", "is no list of sentences"),
        (TINY + "[sections.entities]\nplaces = [1]", "entities.places: is no list of words"),
        ('weights = "none.tsv"' + TINY, "none.tsv: cannot be read"),
        ("ignor = []" + TINY, "unknown key 'ignor'; did you mean 'ignore'?"),
    ],
)
def test_what_is_wrong_is_one_line(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        loading.load(written(text, tmp_path))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["# language en\n", "feature\tsea\nstart\t1", "# language en\nfeature\tsea\nown\tx"]
)
def test_a_file_that_is_no_weights_is_one_line(text: str, tmp_path: Path) -> None:
    written(text, tmp_path, "w.tsv")
    with pytest.raises(ConfigError, match="is no file of weights"):
        loading.load(written('weights = "w.tsv"' + TINY, tmp_path))


# --- Learning, ignoring, kinds ----------------------------------------------------------


def test_a_dozen_examples_are_enough_to_learn_from(tmp_path: Path) -> None:
    rows = list(section_labels.rows(Path(__file__).parent / "cases/sections/climate.jsonl"))
    names = ("emissions", "adaptation", "energy-transition")
    learnt = {name: [r["text"] for r in rows if r["best"] == name][:6] for name in names}
    text = "\n".join(
        f'[[sections]]\nid = "{name}"\nshare = 0.3\nexamples = {json.dumps(learnt[name])}'
        for name in names
    )
    profile = written(text, tmp_path)
    seen = {text for texts in learnt.values() for text in texts}
    rest = [row for row in rows if row["text"] not in seen and row["memo"]]
    right = sum(section_of(row["text"], profile) in row["ok"] for row in rest)
    placed = [row for row in rest if section_of(row["text"], profile) != "other"]
    assert right >= len(rest) / 2
    assert sum(section_of(row["text"], profile) in row["ok"] for row in placed) >= 0.7 * len(
        placed
    )


def test_words_of_an_ignored_phrase_speak_for_nothing(tmp_path: Path) -> None:
    ignoring = written('ignore = ["wheat beer*"]' + TINY, tmp_path)
    assert section_of("A glass of wheat beer.", ignoring) == "other"
    assert section_of("A field of wheat.", ignoring) == "harvest"


def test_kinds_of_names_are_in_the_evidence(tmp_path: Path) -> None:
    text = TINY + '[sections.entities]\nplaces = ["Ashby^3"]\n'
    builder = SectionBuilder(loading.load(written(text, tmp_path)))
    evidence = builder.place(sentences("They met in Ashby."))[0].evidence
    assert ("entity: places", "Ashby") in {(e.kind, e.text) for e in evidence}


def test_a_section_gets_the_lines_it_asks_for(tmp_path: Path) -> None:
    asking = TINY.replace("share = 0.5", "share = 0.1\nmin_lines = 2") + (
        '[[sections]]\nid = "sea"\nshare = 0.9\nterms = ["herring^3", "bay^3", "boats^3"]'
    )
    texts = [
        "Herring came late to the bay, and the boats of Ashby lay idle for a month, it said.",
        "Boats from Tarn took more herring in the bay this week than last year, the port said.",
        "Wheat stood high in the fields of the north, farmers near Ashby said on Monday.",
        "Barley was sold to mills at Tarn for less than in the year before, traders said.",
    ]
    documents = [Document(t, f"{n}.txt", language="en") for n, t in enumerate(texts)]
    for text, lines in ((asking, 2), (asking.replace("min_lines = 2", ""), 1)):
        memo = pipeline.compose(documents, profile=written(text, tmp_path), lines=3)
        (harvest,) = [section for section in memo.sections if section.id == "harvest"]
        assert len(list(harvest.items)) == lines


# --- Commands ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", loading.shipped())
def test_shipped_profiles_have_no_oddities(
    name: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    done = commands.run("profile", "check", name, capsysbinary=capsysbinary)
    assert (done.status, done.out) == (0, "")


def test_check_names_what_is_odd(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    odd = """
    [[sections]]
    id = "harvest"
    share = 0.2
    terms = ["wheat", "Wheat", "barley", "barl*", "plough"]
    entities = ["ashby"]
    examples = ["The mayor spoke."]
    [[sections]]
    id = "sea"
    terms = ["plough", "herring", "the"]
    """
    path = written(odd, tmp_path)
    inbox = written(
        "\n\n".join(
            f"The wheat stood high near the town of Ashby on day {n} of May, farmers said."
            for n in range(60)
        ),
        tmp_path,
        "day.txt",
    )
    done = commands.run("profile", "check", path, inbox, capsysbinary=capsysbinary)
    assert done.status == exits.FOUND
    for said in (
        "share: adds up to 0.2",
        "sea: share: is missing",
        "harvest: terms: 'Wheat' is in terms already",
        "harvest: terms: 'barley' is one of 'barl*', and both count",
        "harvest: entities: 'ashby' has no capital",
        "sea: terms: 'plough' is in 'harvest', too",
        "harvest: terms: 'wheat' fires everywhere: in 60 of 60 sentences",
        "sea: 2 of 3 terms never fire: plough, herring",
    ):
        assert said in done.out, said


def test_test_scores_as_evaluate_does(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = written(TINY, tmp_path)
    row = json.dumps({"text": "The wheat is in.", "ok": ["harvest"]})
    labels = written(row, tmp_path, "labels.jsonl")
    one = commands.run("profile", "test", path, labels, "--json", capsysbinary=capsysbinary)
    other = commands.run(
        "evaluate", "sections", labels, "--profile", path, "--json", capsysbinary=capsysbinary
    )
    assert one.out == other.out
    assert json.loads(one.out)["accuracy"]["mean"] == 1


def test_suggest_proposes_what_its_sentences_have(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = written(TINY, tmp_path)
    lines = [
        "Wheat and millet were sown by Anna Tal near Ashby.",
        "Barley and millet were sold to mills at Tarn by traders.",
        "Wheat harvests failed where millet was not sown, the union said.",
        "Mayor Anna Tal opened the bridge of Ashby on Monday.",
        "Trains to Tarn were late on Monday, the company said.",
    ]
    inbox = written("\n\n".join(lines), tmp_path, "day.txt")
    done = commands.run(
        "profile", "suggest", path, "harvest", inbox, "--json", capsysbinary=capsysbinary
    )
    first = json.loads(done.out.splitlines()[0])
    assert (first["term"], first["inside"], first["outside"]) == ("millet", 3, 0)
    assert "wheat" not in done.out.casefold()
    wrong = commands.run("profile", "suggest", path, "harvst", inbox, capsysbinary=capsysbinary)
    assert wrong.status == exits.USAGE
    assert "did you mean 'harvest'?" in wrong.err


def test_suggest_bears_terms_that_all_sentences_have(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = written(TINY, tmp_path)
    line = "Wheat and millet were sown by farmers near Ashby on day {}.\n\n"
    inbox = written(line.format(1) + line.format(2), tmp_path, "day.txt")
    done = commands.run("profile", "suggest", path, "harvest", inbox, capsysbinary=capsysbinary)
    assert (done.status, done.err) == (0, "")
    assert '"millet"' in done.out


def test_suggest_leaves_out_what_any_term_of_the_profile_matches(tmp_path: Path) -> None:
    text = TINY.replace('"wheat^3"', '"wheat^3", "millet + rye"') + (
        'entities = ["Tal"]\n[[sections]]\nid = "sea"\nterms = ["herring"]'
    )
    profile = loading.load(written(text, tmp_path))
    lines = ["Wheat, millet rye and herring for Ms Tal, tal grass for Ashby."] * 3
    found = suggesting.suggest(profile, "harvest", [s for t in lines for s in sentences(t)])
    texts = {one.text for one in found}
    assert {"Ashby", "millet", "rye", "grass"} <= texts
    assert not texts & {"Wheat", "herring", "millet rye", "Tal"}


def test_suggest_knows_the_stop_words_of_the_language(tmp_path: Path) -> None:
    profile = loading.load(written(TINY.replace("wheat", "blé"), tmp_path))
    text = "Le blé est dans les silos."
    documents = [Document(text, f"{n}.txt", language="fr") for n in range(2)]
    found = suggesting.suggest(
        profile, "harvest", [s for d in documents for s in splitting.split(d)]
    )
    assert [one.text for one in found] == ["silos"]


def test_suggest_reads_examples_of_all_sections_and_says_when_there_is_nothing(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = (
        TINY + 'examples = ["Millet stood high in Ashby.", "Millet was late in Ashby."]\n'
        '[[sections]]\nid = "sea"\nexamples = ["Ashby has a port.", "Boats of Ashby lay idle."]'
    )
    found = suggesting.suggest(loading.load(written(text, tmp_path)), "harvest", [])
    assert [(one.text, one.inside, one.outside) for one in found] == [("Millet", 2, 0)]
    path = written(TINY, tmp_path)
    none = commands.run("profile", "suggest", path, "harvest", capsysbinary=capsysbinary)
    assert (none.status, none.out) == (0, "")
    assert "nothing to propose" in none.err
