"""Score the half of `sections_dev` that nobody looks at: numbers only, and seldom.

    python -m tests.quality.benchmark_unseen ../shared

Prints accuracy, macro F1, the precision of the sections and how well fitness and junk are told,
with intervals over documents, once with each sentence in its whole article and once with its
title and the sentence before alone. Nothing that is learnt or written may come from these rows;
a score means something as long as it is looked at no more than three times.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.evaluation import sections
from briefing.evaluation.labels import Label
from briefing.evaluation.resampling import Estimate
from briefing.sections import loading
from tests.quality import benchmark_labels, section_labels


def main() -> None:
    """Print the numbers."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    data = parser.parse_args().shared / "data"
    profile = loading.load("foreign-affairs")
    whole: list[Label] = []
    alone: list[Label] = []
    for row, document in benchmark_labels.labelled(data, unseen=True):
        split, n = benchmark_labels.split_at(row, document)
        given = section_labels.of_row(row, split, n)
        for view, labels in ((given, whole), (given.alone, alone)):
            labels.append(
                Label(
                    id=view.id,
                    group=view.group,
                    sentences=view.sentences,
                    ok=view.ok,
                    best=view.best,
                    memo=view.memo,
                    junk=None if view.junk is None else bool(view.junk),
                    n=view.n,
                )
            )
    for name, labels in (("in their articles", whole), ("alone", alone)):
        found = sections.evaluate(labels, profile)
        print(f"\n{name}")
        for what, scores in (("all", found.all), ("fit for a memo", found.fit)):
            assert scores is not None
            print(
                f"  {what:16}{scores.n:5} accuracy {said(scores.accuracy)} "
                f"macro F1 {said(scores.macro_f1)} precision {said(scores.sections_precision)}"
            )
        for section, one in found.all.sections.items():
            print(f"  {section:22} P {one.precision:.3f} R {one.recall:.3f} F1 {one.f1:.3f}")
        for what, fitness in (("memo", found.memo), ("junk", found.junk)):
            assert fitness is not None
            print(f"  {what} F1 {said(fitness.f1)}")


def said(one: Estimate) -> str:
    """A number and its interval."""
    return f"{one.mean:.3f} [{one.low:.3f}, {one.high:.3f}]"


if __name__ == "__main__":
    main()
