"""How likely an editor of the desk prints a line: what makes a sentence news.

`signs` tell acts and statements from comment, `features` are what is seen of a line among
those of its day, and `odds` add up the points of the features, which are learnt from memos
made by hand.
"""

from __future__ import annotations

from briefing.newsvalue.features import Line
from briefing.newsvalue.odds import GENERAL, Odds

__all__ = ["GENERAL", "Line", "Odds"]
