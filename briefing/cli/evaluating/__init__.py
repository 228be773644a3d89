"""`briefing evaluate`: how good the parts are, on labelled data of one's own."""

from __future__ import annotations

import click

from briefing.cli.evaluating import claims, memos, sections, summaries


@click.group(commands=[claims.claims, memos.memos, sections.sections, summaries.summaries])
def evaluate() -> None:
    """Measure the parts on data with labels or references.

    Nothing is changed and nothing is learnt from the data.

    \b
    Example:
      briefing evaluate claims pairs.jsonl
    """
