"""Credits: which publishers a text says that it was taken from.

A document credits by a mark of its own: a dateline, a byline, a line at the end. A sentence
credits by its words: "…, Reuters reported". Names of publishers are made one sign each first,
so that the patterns need not know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.publishers import Publisher, Publishers

HEAD, TAIL = 5, 4
"""Paragraphs at the start that may be a byline, and at the end that may be a credit line."""
NEAR = 80
"""Characters before a name that tell whether it is a source, or a picture's."""

_AGENCY, _OTHER = 0xF0000, 0x100000
"""First sign for an agency, and for another publisher: planes 15 and 16 are private."""
_PRIVATE = re.compile("[\U000f0000-\U0010ffff]")
_A = "[\U000f0000-\U000fffff]"
_P = "[\U000f0000-\U0010ffff]"
_ARTICLE = re.compile(r"(?:The|D(?:er|ie|as)|L[ae]|El|Il|la|de) ")
_ARTICLES = (r"\b[Tt]he ", r"\b[Dd](?:er|ie|as|em|en|es) ", r"\b[DdLl][aeou] ", r"\b[EeIi]l ")
"""By the letters that they have: a look behind is of one length."""
_WITHOUT_BLANKS = "\u2e80"
"""First sign of the scripts that run words together."""
_AMBIGUOUS = re.compile(
    r"\b(?:Bloomberg|Metro|Stern)\b(?! (?:News|report))|\b[Tt]he Times\b(?! of )"
)
"""Publishers in a credit; in a sentence they may be a person, or a paper of another town."""

_JOINT = r"\s*(?:[/,;&+]|\b(?:and|und|et|y|e|en|и)\b)\s*(?:the )?"
_ALL = rf"(?:[Tt]he )?{_P}(?:{_JOINT}{_P}|[/-][\w-]{{2,10}})*"
"""One or several publishers and nothing else: "AP", "dpa/lnw", "AFP and Reuters"."""
_OPEN, _SHUT = r"[(\[（［【]", r"[)\]）］】]"
_UPPER = r"[^\W\d_a-zß-ÿа-я]"
_WORD = rf"(?:{_UPPER}[^\s()\[\],–—]*|\d[\d.:]*(?:\s[^\W\d_]+\.?)?|de|del|la|am|of|the)"
_PLACE = rf"(?:{_WORD}[\s,–—][\s,–—-]*){{0,8}}(?:{_WORD})?"
"""Words with a capital, and a day with its month: what may stand before a credit."""
_GOES_ON = rf"\s*(?:[-–—=.:]|{_UPPER}|[\"'“‘«„»(\[])"
_PICTURE = re.compile(
    r"(?:photos?|images?|pictures?|fotos?|bild(?:er)?|video|caption)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)

_WITH = r"(?:[Ww]ith|[Aa]vec|[Mm]it|[Cc]on|[Cc]om|[Mm]et|[Mm]ed)"
_FROM = r"(?:from|by|de|da|di|von|des?|della|van|fr[åa]n?|fra)"
_STUFF = (
    r"(?:(?:additional|some|further) )?(?:files?|reports?|reporting|material|inputs?"
    r"|information|informaci[oó]n|informaç(?:ão|ões)|informazioni|Material|Informationen"
    r"|Agenturmaterial)"
)
_SOURCE = (
    "(?:[Ss]ources?|[Qq]uellen?|[Ff]uentes?|[Ff]ont[ei]s?|[Ии]сточники?|[Bb]ron|[Kk]ilder?"
    "|[Kk]älla|[Źź]ródło|[Kk]aynak|المصدر|来源|來源|출처|出典)"
)
_BY = "(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)"

_ANYWHERE = tuple(
    re.compile(pattern)
    for pattern in (
        # PARIS (AP) — · Madrid, 29 may (EFE).- · (ANSA) - ROMA · MOSCOW, May 29. /TASS/.
        rf"^{_PLACE}{_OPEN}(?P<names>{_ALL}){_SHUT}(?!\W*$){_GOES_ON}",
        rf"^{_PLACE}(?<=\s)/(?P<names>{_ALL})/\W",
        # МОСКВА, 29 мая — РИА Новости.
        rf"^{_PLACE}(?<=[-–—]\s)(?P<names>{_P})\.\s",
        # 新华社…电 · ［東京 29日 ロイター］ · (서울=연합뉴스)
        rf"^{_OPEN}?(?P<names>{_P})\w{{2,20}}[电電]",
        rf"^[［【(（][^］】)）a-zA-Z]{{1,25}}(?P<names>{_P})[^］】)）a-zA-Z]{{0,6}}[］】)）]",
        # The Associated Press contributed to this report.
        rf"(?P<names>{_P}(?:[^.!?\n]|(?<=\b[A-Z])\.){{0,300}})"
        r"\bcontribut(?:ed|ing) (?:reporting\b|(?:\w+ ){0,3}to th(?:is|e) (?:\w+ )?"
        r"(?:report|story|article)\b)",
        r"^Contributing(?: writers?)?: (?P<names>.{1,120})",
        # With files from The Canadian Press · (con información de EFE)
        rf"\b{_WITH} {_STUFF} {_FROM} (?:the |la |der )?(?P<names>{_ALL})",
        rf"\({_WITH} (?:la |l['’])?(?P<names>{_ALL})\)",
        rf"\b[Rr]eporting by [^.;\n]{{2,80}} for (?P<names>{_ALL})",
    )
)
_IN_HEAD = tuple(
    re.compile(pattern)
    for pattern in (
        # By Jane Doe, Associated Press · Jane Doe, The Associated Press · Reuters
        rf"^{_BY}\b.{{0,80}}?(?P<names>{_ALL})"
        r"(?: (?:[Ss]taff|[Ww]riters?|[Nn]ews [Aa]gency|[Cc]orrespondent)[\w ]{0,20})?\W*$",
        rf"^{_UPPER}\w+(?: {_UPPER}[\w.'’-]*){{1,4}}(?:,| [|•–—-]) (?P<names>{_ALL})$",
        rf"^(?:[Tt]he )?(?P<names>{_A})\W*$",
    )
)
_IN_TAIL = tuple(
    re.compile(pattern)
    for pattern in (
        # … (Reuters) · … — AP · dpa/lnw · wes/dpa · Source: dpa · © 2017 AFP · avec AFP
        rf"{_OPEN}(?P<names>{_A}(?:{_JOINT}{_A}|/[\w-]{{2,10}})*){_SHUT}\W*$",
        rf"(?:^|[.!?:…\"'”’»)]\s*)[-–—]{{1,3}}\s*(?P<names>{_ALL})\W*$",
        rf"^(?:[a-z]{{2,4}}/)*(?:the )?(?P<names>{_A}(?:{_JOINT}{_A}|[/-][\w-]{{2,10}})*)\W*$",
        rf"(?:^|\W){_SOURCE}\s?[:：]\s?(?P<names>(?:[^!?\n]{{0,40}}{_P}){{1,3}})[.\w]*$",
        rf"(?:©|\([cC]\)|[Cc]opyright(?: ©)?) ?(?:\d{{4}} ?)?(?:by )?(?P<names>{_ALL})",
        rf"^(?:[\w .'’{_P[1:-1]}]{{0,40}} )?{_WITH} (?:l['’]|la |der )?(?P<names>{_ALL})$",
    )
)
_SIGN_OFF = re.compile(r"\b(?:Reporting|Writing) by [^\n]{2,200}?;\s*[Ee]diting by ")
"""How Reuters ends its texts."""

_KIND = (
    r"(?:(?:the|an?|der|die|das|dem|la|le|el|il|de|state|state-run|official|news agency"
    r"|newspaper|broadcaster|agency|Nachrichtenagentur|Zeitung|Agentur|l['’]agence|agence"
    r"|agencia|agenzia|agência|агентств[оу]|газета|وكالة) )*(?:l['’]|all['’]|لـ?)?"
)
_BEFORE = re.compile(
    r"(?:^|(?<=\W))و?(?:"
    r"[Aa]ccording to|tells?|told|telling|citing|quoting|[Ii]nterview(?:ed)? (?:with|by)"
    r"|(?:[Rr]eported|cited|quoted|obtained|seen|reviewed|published|carried) (?:by|in|on)"
    r"|(?:statement|comments?|e-?mail|spoke|speaking|confirmed|said|talking) to"
    r"|(?:said|appearance|speaking|interview(?:ed)?) (?:on|in)"
    r"|[Ll]aut|[Nn]ach (?:Angaben|Informationen|einem Bericht) (?:von|de[rs])"
    r"|gegenüber|(?:berichtet|meldet|schreibt)e?|schrieb|sagte (?:er |sie )?"
    r"|[Ss]elon|[Dd]['’]après|cité[es]* par|rapporte|révèle"
    r"|(?:dit|déclaré|confié|indiqué|affirmé|assuré|expliqué|précisé|annoncé) à"
    r"|[Ss]egún|informó|reportó|publicó|citad[oa] por|(?:dijo|declaró|confirmó) a"
    r"|[Ss]econdo|riporta|riferisce|(?:detto|dichiarato)(?: a)?"
    r"|[Ss]egundo|[Dd]e acordo com|informou|noticiou|(?:disse|afirmou) [aà]o?"
    r"|[Vv]olgens|meldt|aldus|[Ee]nligt|[Ii]følge|[Ww]edług|podaje|donosi"
    r"|сообщ(?:ает|ил[аои]?)|переда(?:ет|ёт|л[аои]?)|пишет|[Пп]о данным|со ссылкой на"
    r"|заявил[аи]?|نقلت|ذكرت|بحسب|وفقا|قال"
    rf")\s+{_KIND}$"
    r"|[据據]$"
)
_AFTER = re.compile(
    r"(?:['’]s [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)?,?"
    r"(?: (?:news agency|newspaper|magazine|television|TV|radio|has|had|have|also|first|later"
    r"|earlier|exclusively|on \w+day|a|hat|ha)){0,3} "
    r"(?:report(?:s|ed)|said|says|wrote|writes|quoted|cited|citing|revealed"
    r"|(?:berichtet|meldet|schreibt)e?|schrieb|zufolge"
    r"|rapport(?:e|é|ait)|indiqué?e?|écrit|annoncé?e?|révélé|révèle"
    r"|informó|reportó|publicó|dijo|informado|riporta|riferisce|riferito|scrive|informou"
    r"|noticiou|meldt|сообщ(?:ает|ил[аои]?)|переда(?:ет|ёт|л[аои]?)|пишет)\b"
    r"|\s?(?:によると|が報じ|报道|報道|消息)"
)


class Reader:
    """Finds the publishers of a table in texts."""

    def __init__(self, publishers: Publishers) -> None:
        """Give each row of the table its sign."""
        self._rows: dict[str, Publisher] = {}
        signs: dict[str, str] = {}
        for n, row in enumerate(publishers.rows):
            sign = chr((_AGENCY if row.agency else _OTHER) + n)
            self._rows[sign] = row
            capitals = (name.upper() for name in row.names if row.agency and " " in name)
            for name in (*row.names, *capitals):
                signs.setdefault(name, sign)
        longest_first = sorted(signs, key=lambda name: (-len(name), name))
        self._names = tuple(
            (_ARTICLE.sub("", name, count=1), _pattern(name), signs[name])
            for name in longest_first
        )
        self._wire = publishers.named("Reuters")

    def of_document(self, text: str) -> tuple[Publisher, ...]:
        """The publishers that a document credits, in the order of the table."""
        marked = self._marked(text)
        found: set[str] = set()
        if _PRIVATE.search(marked):
            lines = [line.strip() for line in marked.splitlines() if line.strip()]
            found.update(*(_PRIVATE.findall(names) for names in _credited(lines)))
        rows = [self._rows[sign] for sign in sorted(found)]
        if self._wire and self._wire not in rows and _SIGN_OFF.search(text):
            rows.append(self._wire)
        return tuple(rows)

    def of_sentence(self, text: str) -> tuple[Publisher, ...]:
        """The publishers that a sentence gives as its source, in the order of the table."""
        marked = self._marked(_AMBIGUOUS.sub("", text))
        found = {
            name[0]
            for name in _PRIVATE.finditer(marked)
            if _BEFORE.search(_before(marked, name.start())) or _AFTER.match(marked, name.end())
        }
        return tuple(self._rows[sign] for sign in sorted(found))

    def _marked(self, text: str) -> str:
        """The text with each name of a publisher made its sign."""
        text = _PRIVATE.sub(" ", text)
        for bare, pattern, sign in self._names:
            if bare in text:
                text = re.sub(pattern, sign, text)
        return text


def _pattern(name: str) -> str:
    """What finds `name` in a text; an article that belongs to it may be inflected.

    What stands before it is looked at last, so that the search is for the letters of it.
    """
    bare = re.escape(_ARTICLE.sub("", name, count=1))
    if name[0] >= _WITHOUT_BLANKS:
        return bare
    # An Arabic preposition is written in one with the name.
    starts = [r"(?<![^\W_]", r"(?<=\b[لوب]"]
    if _ARTICLE.match(name):
        starts = [f"(?<={article}" for article in _ARTICLES]
    return rf"{bare}(?![^\W_])(?:{'|'.join(f'{start}{bare})' for start in starts)})"


def _before(text: str, place: int) -> str:
    return text[max(0, place - NEAR) : place]


def _credited(lines: Sequence[str]) -> Iterator[str]:
    """The pieces of a document that name whom it credits."""
    regions = ((_ANYWHERE, lines), (_IN_HEAD, lines[:HEAD]), (_IN_TAIL, lines[-TAIL:]))
    for forms, region in regions:
        for line in filter(_PRIVATE.search, region):
            for form in forms:
                for match in form.finditer(line):
                    if not _PICTURE.search(_before(line, match.start("names"))):
                        yield match["names"]
