"""A large pile is ranked alike on any machine, in any order of its documents."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing import rankers
from briefing.model import Context, Sentence
from briefing.rankers import values
from briefing.selection import plain
from tests.quality.benchmark_rankers import made_up

N_SENTENCES, N_DOCUMENTS, N_WORDS = 5_000, 200, 500
ROOT = Path(__file__).parents[1]


def pile() -> list[Sentence]:
    return made_up(N_SENTENCES, n_documents=N_DOCUMENTS)


def chosen(sentences: Sequence[Sentence]) -> list[Sentence]:
    value = values.start(rankers.get("default"), sentences, Context())
    return plain.pick(sentences, value, N_WORDS)


def as_json() -> str:
    """Scores and choice, to the last bit."""
    sentences = pile()
    scores = rankers.get("default").score(sentences, Context())
    places = [(sentence.document.source, sentence.start) for sentence in chosen(sentences)]
    return json.dumps({"scores": scores.tolist(), "chosen": places})


def printed(n_threads: int, hash_seed: int) -> str:
    code = "from tests import test_ranking_scale; print(test_ranking_scale.as_json())"
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    env = dict.fromkeys(names, str(n_threads)) | {"PYTHONHASHSEED": str(hash_seed)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_threads_and_the_hash_seed_change_nothing() -> None:
    first = printed(1, hash_seed=1)
    assert printed(2, hash_seed=2) == first
    assert sum(score > 0 for score in json.loads(first)["scores"]) == N_SENTENCES


def test_the_order_of_the_documents_changes_nothing() -> None:
    sentences = pile()
    expected = [sentence.text for sentence in chosen(sentences)]
    assert N_WORDS - 22 < sum(len(text.split()) for text in expected) <= N_WORDS
    for seed in range(2):
        order = [f"{n}.txt" for n in range(N_DOCUMENTS)]
        random.Random(seed).shuffle(order)
        places = {source: n for n, source in enumerate(order)}
        shuffled = sorted(sentences, key=lambda s: (places[s.document.source], s.start))
        assert [sentence.text for sentence in chosen(shuffled)] == expected


def test_copies_of_one_line_are_chosen_once_however_many_there_are() -> None:
    copies = made_up(1, n_documents=1) * 2_000
    assert chosen([*copies, *made_up(60, n_documents=2, seed=2)]).count(copies[0]) == 1
