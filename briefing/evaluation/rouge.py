"""ROUGE (Lin 2004), as the library rouge-score counts it: stemmed, F1, the mean of references.

It knows the letters from a to z and digits only, and its stemmer is English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.errors import ConfigError

TYPES = ("rouge1", "rouge2", "rougeL")
"""What is counted: words, pairs of words, the longest common subsequence of words."""


class Rouge:
    """The library, with a memory of stems: most of its time goes into those."""

    def __init__(self) -> None:
        """Load the library; raises ConfigError if it is not installed."""
        try:
            from nltk.stem.porter import PorterStemmer
            from rouge_score import rouge_scorer, tokenize
        except ImportError as error:
            raise ConfigError(
                "ROUGE: rouge-score is not installed; run: pip install 'briefing[evaluate]'"
            ) from error
        self._tokenize = tokenize.tokenize
        self.stem = cache(PorterStemmer().stem)
        self._scorer = rouge_scorer.RougeScorer(list(TYPES), tokenizer=self)

    def tokenize(self, text: str) -> list[str]:
        """Stemmed tokens, as the library has them with `use_stemmer`."""
        tokens: list[str] = self._tokenize(text, self)
        return tokens

    def score(self, summary: str, references: Sequence[str]) -> tuple[float, ...]:
        """F1 of each of `TYPES`, from 0 to 1; references must not be empty."""
        found = [self._scorer.score(reference, summary) for reference in references]
        return tuple(sum(one[name].fmeasure for one in found) / len(found) for name in TYPES)


class Growing:
    """ROUGE-N of a text to which sentences are added: the same F1, without counting anew."""

    def __init__(self, references: Sequence[Sequence[str]], n: int) -> None:
        """Compare with `references`, tokenized, in sequences of `n` tokens."""
        self.n = n
        self.wanted = [Counter(_sequences(tokens, n)) for tokens in references]
        self.known = {one for wanted in self.wanted for one in wanted}
        self.sizes = [wanted.total() for wanted in self.wanted]
        self.shared = [0] * len(references)
        self.counts: Counter[tuple[str, ...]] = Counter()
        self.size = 0
        self.end: list[str] = []

    def score_with(self, tokens: Sequence[str]) -> float:
        """F1 if `tokens` were added."""
        added, size = self._added(tokens)
        total = 0.0
        for wanted, n_wanted, n_shared in zip(
            self.wanted, self.sizes, self.shared, strict=True
        ):
            n_both = self.size + size + n_wanted
            total += 2 * (n_shared + self._gained(wanted, added)) / max(n_both, 1)
        return total / len(self.wanted)

    def add(self, tokens: Sequence[str]) -> None:
        """Add `tokens` to the text."""
        added, size = self._added(tokens)
        self.shared = [
            n_shared + self._gained(wanted, added)
            for wanted, n_shared in zip(self.wanted, self.shared, strict=True)
        ]
        self.counts += added
        self.size += size
        whole = [*self.end, *tokens]
        self.end = whole[len(whole) - self.n + 1 :]

    def _added(self, tokens: Sequence[str]) -> tuple[Counter[tuple[str, ...]], int]:
        """New sequences that any reference has, and the number of all new ones."""
        found = list(_sequences([*self.end, *tokens], self.n))
        return Counter(filter(self.known.__contains__, found)), len(found)

    def _gained(self, wanted: Counter[tuple[str, ...]], added: Counter[tuple[str, ...]]) -> int:
        return sum(
            min(wanted[one], self.counts[one] + n) - min(wanted[one], self.counts[one])
            for one, n in added.items()
        )


def repeated(tokens: Sequence[str]) -> float:
    """Part of the pairs of neighbouring tokens that stood there before, from 0 to below 1."""
    pairs = list(_sequences(tokens, 2))
    return 1 - len(set(pairs)) / len(pairs) if pairs else 0.0


def _sequences(tokens: Sequence[str], n: int) -> Iterator[tuple[str, ...]]:
    return zip(*(tokens[k:] for k in range(n)), strict=False)
