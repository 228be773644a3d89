"""Learn words from a dozen example sentences of a section.

The points of a word are its log-odds in the examples of a section against common news and the
examples of the others, with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
"Fightin' Words", section 3.5.1): the prior is how common the word is in news, so that a word
which one example has by chance weighs little if it is a common one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from briefing import frequencies, languages
from briefing.sections.lexicon import words
from briefing.sections.profile import Profile
from briefing.sections.stems import stems

PRIOR = 2.0
"""Examples that the prior counts for."""
SCALE = 0.6
"""Points of one unit of log-odds."""
LEAST = 0.15
"""Points below which a word is left out."""
UNKNOWN = 0.002
"""Share of news that has a word of a language without a table of frequencies."""


def learn(profile: Profile) -> tuple[Mapping[str, NDArray[np.float64]], str]:
    """Points by stem, shape (n_sections + 1,), "other" last, and the language of the stems.

    Without examples there are none; the language is then that of the learnt weights.
    """
    sections = profile.all_sections
    if not any(section.examples for section in sections):
        return {}, profile.weights.language
    texts = " ".join(example for section in sections for example in section.examples)
    language = profile.weights.language or languages.guess(texts) or "en"
    counts = [_document_counts(section.examples, language) for section in sections]
    sizes = np.asarray([len(section.examples) for section in sections], dtype=np.float64)
    table = frequencies.load(language)
    found: dict[str, NDArray[np.float64]] = {}
    for stem in sorted(set().union(*counts)):
        share = table.share(stem) if table else UNKNOWN
        seen = np.asarray([count[stem] for count in counts], dtype=np.float64)
        inside = (seen + PRIOR * share) / (sizes + PRIOR)
        rest = (seen.sum() - seen + PRIOR * share) / (sizes.sum() - sizes + PRIOR)
        against = np.maximum(share, rest)
        points = SCALE * np.log(inside / against)
        # What few examples show is trusted little; what none show says nothing.
        points *= seen / (seen + 1)
        points[(sizes == 0) | (np.abs(points) < LEAST) | (points < 0)] = 0.0
        if points.any():
            found[stem] = points
    return found, language


def _document_counts(texts: tuple[str, ...], language: str) -> Counter[str]:
    stop = languages.stop_words(language)
    found = ({*stems(words(text), language, stop)} - {""} for text in texts)
    return Counter(stem for each in found for stem in each)
