"""Made-up wire groups: reports of one event, copied and edited, with their true origins.

Independent reports of a group share its facts, one official's words and set phrases. Versions
of a report are what papers make of it: cut, put in another order, a third of it told anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from briefing.model import Document, Sentence
from briefing.publishers import Publisher

_AGENCIES = (
    Publisher("Reuters", ("reuters.com",), agency=True),
    Publisher("Associated Press", ("apnews.com",), ("AP", "The Associated Press"), agency=True),
    Publisher("Agence France-Presse", ("afp.com",), ("AFP",), agency=True),
    Publisher("Deutsche Presse-Agentur", ("dpa.com",), ("dpa",), agency=True),
)
_TOWNS = "Ardle Brexby Corvane Dunmarsh Elsholm Fennick Garrow Hollin Istrade Jorvale".split()
_KINDS = "Courier Gazette Herald Ledger Sentinel Tribune".split()
_PAPERS = tuple(
    Publisher(
        f"The {town} {kind}",
        (f"{town}{kind}.example".lower(),),
        owner=f"{town} Media Group",
    )
    for town in _TOWNS
    for kind in _KINDS
)
TABLE = (*_AGENCIES, *_PAPERS)
"""What is known of the publishers of the groups: papers of one town have one owner."""


@dataclass(frozen=True, slots=True)
class Group:
    """The sentences of one claim, a document each, and where they come from."""

    sentences: tuple[Sentence, ...]
    origins: tuple[int, ...]
    """The number of the origin of each sentence."""
    made: tuple[str, ...]
    """How each document was made, for whoever reads a failure."""

    @property
    def parts(self) -> set[frozenset[Document]]:
        """The documents of each origin."""
        pairs = list(zip(self.sentences, self.origins, strict=True))
        return {
            frozenset(sentence.document for sentence, origin in pairs if origin == n)
            for n in self.origins
        }


_DAM = """
# {Water|A flood} {burst|broke} through the $river dam near $place {early|late} on $day,
    {sweeping away|carrying off} $few houses
The dam {above|upstream of} $place {failed|gave way} $day {night|morning} and {the river
    took|took} $few homes
$few {homes|buildings} {vanished|were lost} {after|when} part of the $river barrage
    {collapsed|crumbled} {before dawn|overnight}
Within {minutes|a quarter of an hour} the $river {tore|had torn} $few {houses|roofs} of
    $place {away|apart} {once|as} the dam {was breached|cracked}
{Survivors|Neighbours} {of|in} $place {awoke|were roused} on $day {to|by} a {roar|wall of
    mud}: the $river {had breached|was through} its dam, and $few {houses|dwellings} {were
    no more|lay in ruins}
# {At least|Some} $many {people|residents} {had to leave|fled} {their homes|the valley}
{Buses|Army trucks} {carried|brought} $many {villagers|people} {to higher ground|out of
    reach of the water}
{Officials|Rescuers} {put|estimated} the number of {displaced|evacuated} at {about|roughly}
    $many
# {Engineers|Inspectors} had {warned|complained} {for years|since spring} about cracks in
    the {eastern|lower} wall
A report {last year|two winters ago} {found|described} {leaks|damage} {that nobody
    repaired|in the oldest section}
{Locals|Farmers} {say|recall} that {water seeped|damp spots showed} {through the
    concrete|along the foot} long ago
# {Schools|Shops} in $place {stayed shut|were closed} and {trains|ferries} {stopped
    running|were halted}
{Power|Electricity} {was cut|failed} in {three|four} districts, {leaving|with}
    {hospitals|clinics} on {generators|reserve}
{Two bridges|The main road} {can no longer be used|is blocked}, {cutting|which cuts} the
    {town|area} in half
# {Soldiers|Volunteers} {stacked|filled} sandbags {along the quay|around the market}
    {through the night|for hours}
{Helicopters|Boats} {plucked|lifted} {families|pensioners} {from rooftops|off balconies} {as
    the light faded|until noon}
{Divers|Firefighters} {searched|combed} {cellars|garages} {for those still missing|street by
    street}
# {Insurers|Brokers} {expect|fear} {claims|bills} of $sum million {crowns|marks}, the
    {highest|worst} in {decades|memory}
{Rebuilding|Repairs} {may|could} {cost|swallow} $sum million {crowns|marks}, {the treasury|a
    ministry} {reckons|believes}
{The damage|The loss} {stands|is put} at $sum million, {not counting|leaving out}
    {crops|cattle}
# {Forecasters|Meteorologists} {see|predict} {more rain|no relief} {before the weekend|in
    the coming days}
{The level|The water} {fell|dropped} {a little|by a hand} {towards evening|after lunch}
{Skies|Clouds} {cleared|parted} {at last|briefly}, {though|yet} the {ground|soil} {is
    soaked|holds no more}
"""

_STRIKE = """
# {Drivers|Crews} of the $river railway {walked out|stopped work} on $day over {pay|shifts},
    {stranding|holding up} $many {passengers|travellers}
{No train|Hardly a carriage} {left|moved} {from|out of} $place {station|junction} {as|since}
    {staff|conductors} {downed tools|joined a strike} $day
A {stoppage|walkout} {paralysed|crippled} {rail traffic|the network} {around|near} $place
    and {hit|touched} $many {commuters|people}
{Platforms|Halls} {stood|lay} {empty|deserted} in $place on $day: {nobody|no crew} {turned
    up|reported} for {duty|work} on the $river line, {to the dismay of|which left} $many
    {travellers|riders}
{For|During} the {first|second} time {in ages|this year} the $river line {is|was} {at a
    standstill|dead}, {with|and} $many {customers|fares} {walking|on foot} {through|out of}
    $place
# The union {wants|demands} $sum per cent {more|on top} and {shorter|fewer} {nights|Sundays}
{Workers|Members} {ask for|insist on} a rise of $sum per cent, {backdated|counted} to
    {winter|January}
{At issue|In dispute} is {a raise|an increase} of $sum per cent that {bosses|managers}
    {call|consider} {a fantasy|beyond reach}
# {Talks|Negotiations} {broke down|collapsed} {shortly before|just after} {midnight|supper}
    {in a hotel|at the depot}
{Both sides|The parties} {left|quit} the {table|room} {without|and set no} {a word|date} {to
    reporters|for another round}
A {mediator|go-between} {packed|gave up} {after|following} {nineteen|eleven} hours {of
    shouting|of bargaining}
# {Taxis|Cabs} {doubled|raised} their {fares|prices} and {bicycles|scooters} {sold out|were
    gone}
{Motorways|Roads} {clogged|filled} {from six|before sunrise}, {with queues|jammed} as far as
    the {airport|ring}
{Employers|Firms} {told|allowed} {clerks|people} to {stay|work} {at home|from their
    kitchens}
# {Economists|Analysts} {fear|expect} {losses|a dent} {for exporters|in the harvest trade}
{Factories|Mills} {have|hold} {coal|parts} {for a week|until Friday} {at most|and no longer}
{Grain|Timber} {piled up|lay waiting} {in sidings|on platforms}, {traders|shippers}
    {moaned|grumbled}
# {Polls|Surveys} {suggest|show} {most|half} of {citizens|voters} {side with|understand}
    {the strikers|the crews}
{Patience|Sympathy} {wears|is growing} thin {among|with} {pensioners|students} {who wait|in
    the cold}
{In cafés|On benches} {strangers|neighbours} {argued|quarrelled} {about who|whether anyone}
    {was right|would win}
# {The last|A similar} {dispute|strike} {dragged on|lasted} {for a month|five weeks} {a
    decade ago|under the old board}
{Lines|Routes} to the {coast|border} {are to|should} {reopen|resume} {on Monday|within days}
{Few|Not many} {remember|can recall} {such silence|so quiet a hall} {in peacetime|since the
    war}
"""

_TRIAL = """
# {A court|Judges} in $place {convicted|found guilty} the former {governor|minister} $rival
    on $day {of taking|for accepting} $sum million in bribes
{Ex-governor|Former minister} $rival {must|will} go to {prison|jail} {for|over} $sum million
    {in kickbacks|of dirty money}, {a panel|the bench} ruled $day
$rival, {once|long} the {strongman|master} of $place, {heard|received} a {guilty|damning}
    verdict $day {in a scandal|in an affair} worth $sum million
{It was|This is} the {end|fall} of $rival: {bribes|gifts} of $sum million {cost|have cost}
    the {ex-minister|old governor} his {freedom|liberty} {in|at} {the|a} $place
    {courthouse|assize} on $day
{Nine|Seven} {jurors|assessors} {from|of} $place {believed|trusted} {the|a} paymaster,
    {not|rather than} $rival, {over|about} {the|those} $sum million {that changed hands|in
    brown paper}, {and|as} $day {brought|saw} the verdict
# {The sentence|Punishment} {runs to|is} $few years, {half|part} of them {suspended|on
    probation}
{Prosecutors|The state} had {sought|wanted} {longer|more} than the $few years {that were
    given|handed down}
{He|The accused} {got|faces} $few years {behind bars|in a cell} and {loses|forfeits} {his
    pension|two villas}
# {Lawyers|Counsel} {promised|announced} an appeal {within|inside} {ten days|a fortnight}
{The defence|Attorneys} {spoke of|alleged} {a political trial|forged ledgers} and {will
    not|refuse to} {give in|yield}
{A higher|The supreme} court {may|is likely to} {review|revisit} {the evidence|the tapes}
    {next year|by autumn}
# {Some|About} $many {protesters|demonstrators} {cheered|danced} {outside|on the steps}
{Crowds|Onlookers}, $many {strong|of them}, {sang|waved flags} {when|as} {the news|word}
    {came out|spread}
{Police|Guards} {kept|held} $many {supporters|opponents} {apart|at bay} {with fences|behind
    barriers}
# {Witnesses|Clerks} {described|recalled} {envelopes|suitcases} {passed|carried} {under
    tables|in car parks}
{Ledgers|Letters} {seized|found} {in a barn|at a lake house} {listed|named} {roads|schools}
    {never built|paid twice}
{One builder|A contractor} {wept|trembled} {as he|while he} {admitted|told of}
    {payments|gifts} {each Easter|every quarter}
# {His party|The movement} {expelled|dropped} him {last spring|in March} {by a narrow|after
    a heated} vote
{Allies|Old friends} {stayed|kept} {away|silent}, {save|apart from} {a brother|one senator}
{Rivals|Newcomers} {already|now} {eye|court} {the seat|the province} {he held|that is
    vacant}
# {The case|This inquiry} {opened|began} {six years|a long while} ago {with a tip|after an
    audit}
{Investigators|Detectives} {sifted|read} {tons of|endless} {paper|files} {in four
    languages|from abroad}
{Banks|Brokers} {in three|on two} {islands|cantons} {helped|opened their books} {only
    late|under pressure}
"""


def _aspects(table: str) -> tuple[tuple[str, ...], ...]:
    blocks = table.replace("\n    ", " ").strip().removeprefix("# ").split("\n# ")
    return tuple(tuple(block.splitlines()) for block in blocks)


_TOPICS = tuple(map(_aspects, (_DAM, _STRIKE, _TRIAL)))
_QUOTES = (
    "“We did not see this coming, and we shall not rest until every question has an answer,”"
    " {} said. “Those who are to blame will hear from us before the month is over.”",
    "“Nobody in this room has slept, and nobody will go home before the last call is made,”"
    " {} told reporters.",
    '"This is a hard day for all of us, but it is not the end of the road," {} said on $day.'
    ' "I have asked for a full account by Thursday."',
)
_DETAIL = """
{A baker|One nurse|The sexton|A ferryman|Her uncle|An old teacher|The bishop|A poet|Two cooks
|The chess club|One landlord|A deaf porter|Several monks|Her tailor|The choir|A glazier}
 {watched|described|remembered|blamed|photographed|ignored|praised|visited|sketched|mocked
|guarded|greeted|forgave|followed|warned|thanked}
 {the brewers|a lame horse|three aldermen|this odd crowd|both sextons|his own sons|his rival
|the last guests|a famous cellist|every pedlar|most tenants|the tax office|that clerk
|some anglers|an unknown widow|their landlady}
 {from a balcony|with tears|behind the mill|for want of news|at dusk|without a coat|on foot
|near the brewery|in plain words|on crutches|over cold soup|as bells rang|under a tarpaulin
|since breakfast|against all advice|through a keyhole}
""".replace("\n", "")
_PHRASES = (
    "An investigation is under way.",
    "It was not immediately clear what would happen next.",
    "No further details were available.",
)


def groups(seed: int, n_groups: int) -> list[Group]:
    """Groups that are the same for one seed."""
    random = Random(seed)
    return [_group(random) for _ in range(n_groups)]


def _group(random: Random) -> Group:
    event = _Event(random)
    agencies = random.sample(_AGENCIES, 4)
    towns = random.sample(_TOWNS, len(_TOWNS))
    made: list[_Made] = []
    for n in range(random.randint(1, 4)):
        agency = agencies[n] if random.random() < 0.7 else None
        papers = [p for p in _PAPERS if p.name.split()[1] in towns[2 * n : 2 * n + 2]]
        papers = random.sample(papers, random.randint(1, 5))
        made += (_Made(n, *version) for version in event.versions(random, agency, papers))
    for n, trap in enumerate(random.sample(_TRAPS, random.randint(0, 2)), 4):
        # Papers of a town are sisters: each trap has one of its own.
        paper = next(p for p in _PAPERS if p.name.split()[1] == towns[n + 4])
        other = random.choice(made)
        origin, document = trap(random, event, other, paper)
        made.append(_Made(n if origin is None else origin, document, trap.__name__))
    made = [
        replace(one, document=replace(one.document, source=f"{n}.txt"))
        for n, one in enumerate(made)
    ]
    random.shuffle(made)
    return Group(
        tuple(_claim(one.document) for one in made),
        tuple(one.origin for one in made),
        tuple(f"{one.document.publisher}: {one.how}" for one in made),
    )


@dataclass(frozen=True, slots=True)
class _Made:
    origin: int
    document: Document
    how: str


class _Event:
    """What happened: the facts and the words that all reports share."""

    def __init__(self, random: Random) -> None:
        self._aspects = random.choice(_TOPICS)
        self._facts = {
            "place": random.choice(("Malvery", "Port Osk", "Tessany", "Upper Lorn")),
            "river": random.choice(("Arlen", "Sorva", "Wend")),
            "rival": random.choice(("Orlo Brandt", "Maud Tesker", "Pavel Innis")),
            "day": random.choice(("Monday", "Tuesday", "Thursday")),
            "few": str(random.randint(3, 19)),
            "many": str(100 * random.randint(12, 90)),
            "sum": str(random.randint(5, 80)),
        }
        speaker = random.choice(("Mayor Ilse Korda", "Minister Abel Roon", "Judge Nora Vance"))
        self._quote = self._filled(random.choice(_QUOTES).format(speaker))
        self._title = self._filled("What happened in $place on $day")
        self._told: set[str] = set()
        self._used: Counter[str] = Counter()

    def versions(
        self, random: Random, agency: Publisher | None, papers: Sequence[Publisher]
    ) -> list[tuple[Document, str]]:
        """One report as several papers print it, and how; its agency may print it, too."""
        report = self.report(random)
        papers = [*papers[1:], agency] if agency and random.random() < 0.3 else papers
        made = []
        for paper in papers:
            edits = random.sample(_EDITS, random.randint(0, 3))
            text: Sequence[str] = report
            for edit in sorted(edits, key=_EDITS.index):
                text = edit(self, random, text)
            lines = text if paper is agency else _credited(random, text, agency)
            how = "+".join(edit.__name__ for edit in edits) or "copy"
            made.append((self.document(paper, "\n\n".join(lines), random), how))
        return made

    def report(self, random: Random) -> tuple[str, ...]:
        """Paragraphs of an independent report; the second one is the quotation."""
        aspects = random.sample(range(1, len(self._aspects)), 5)
        lead, *rest = (self.tell(random, aspect) for aspect in (0, *aspects))
        rest += [self.detail(random) for _ in range(random.randint(9, 15))]
        random.shuffle(rest)
        rest.insert(random.randrange(len(rest)), random.choice(_PHRASES))
        paragraphs = [lead + " " + rest.pop(0), self._quote]
        while rest:
            n = random.randint(1, 3)
            paragraphs.append(" ".join(rest[:n]))
            rest = rest[n:]
        return tuple(paragraphs)

    def tell(self, random: Random, aspect: int) -> str:
        """A sentence on one of the aspects, in a form that few of the others have."""
        least = min(self._used[form] for form in self._aspects[aspect])
        forms = [form for form in self._aspects[aspect] if self._used[form] == least]
        form = random.choice(forms)
        self._used[form] += 1
        return self._new(random, form)

    def detail(self, random: Random) -> str:
        """A sentence that no other report has."""
        return self._new(random, _DETAIL)

    def document(self, paper: Publisher, text: str, random: Random) -> Document:
        """The text as a paper has it, under a title of all."""
        feed = random.choice(("www", "rss", "m"))
        return Document(
            text, "", self._title, f"https://{feed}.{paper.domains[0]}/1", paper.name
        )

    def _new(self, random: Random, form: str) -> str:
        while True:
            words = _CHOICE.sub(lambda match: random.choice(match[1].split("|")), form)
            sentence = self._filled(words) + "."
            if sentence not in self._told:
                self._told.add(sentence)
                return sentence[0].upper() + sentence[1:]

    def _filled(self, text: str) -> str:
        return re.sub(r"\$(\w+)", lambda match: self._facts[match[1]], text)


_CHOICE = re.compile(r"{([^{}]+)}")


def _rewrite(event: _Event, random: Random, paragraphs: Sequence[str]) -> list[str]:
    """Put a third of the sentences in other words."""
    places = [
        (n, m) for n, p in enumerate(paragraphs) if n != 1 for m in range(_n_sentences(p))
    ]
    chosen = set(random.sample(places, len(places) // 3))
    return [
        " ".join(
            event.detail(random) if (n, m) in chosen else sentence
            for m, sentence in enumerate(_sentences(paragraph))
        )
        if n != 1
        else paragraph
        for n, paragraph in enumerate(paragraphs)
    ]


def _trim(_event: _Event, random: Random, paragraphs: Sequence[str]) -> list[str]:
    """Cut from the end, to two fifths at the most."""
    return list(paragraphs[: max(3, round(random.uniform(0.4, 0.8) * len(paragraphs)))])


def _reorder(_event: _Event, random: Random, paragraphs: Sequence[str]) -> list[str]:
    """Put the paragraphs behind the lead in another order."""
    return [paragraphs[0], *random.sample(paragraphs[1:], len(paragraphs) - 1)]


_EDITS: tuple[Callable[[_Event, Random, Sequence[str]], Sequence[str]], ...] = (
    _rewrite,
    _trim,
    _reorder,
)


def _sentences(paragraph: str) -> list[str]:
    return re.split(r"(?<=\.) ", paragraph)


def _n_sentences(paragraph: str) -> int:
    return len(_sentences(paragraph))


_HEADED = ("{place} ({name}) — ", "{place}, May 3 ({name}) - ", "({name}) ")
_BYLINES = ("By Jonas Reed, {name}", "{name}")
_LINES = (
    "{name} contributed to this report.",
    "With files from {name}",
    "Source: {name}",
    "© 2019 {name}",
    "— {name}",
)


def _credited(random: Random, text: Sequence[str], agency: Publisher | None) -> list[str]:
    """The paragraphs with a credit of the agency, or with none."""
    if agency is None or random.random() < 0.4:
        return list(text)
    name = random.choice((agency.name, *agency.aliases))
    where = random.randrange(3)
    if where == 0:
        head = random.choice(_HEADED).format(place="TESSANY", name=name)
        return [head + text[0], *text[1:]]
    if where == 1:
        return [random.choice(_BYLINES).format(name=name), *text]
    return [*text, random.choice(_LINES).format(name=name)]


_Trapped = tuple[int | None, Document]
"""The origin, None if it is another one, and the document."""


def _of_a_sister(random: Random, event: _Event, other: _Made, paper: Publisher) -> _Trapped:
    """A report of their own by a paper that belongs to the owner of another one."""
    owner = next((p.owner for p in _PAPERS if p.name == other.document.publisher), None)
    if owner is None:
        return _of_a_feed(random, event, other, paper)
    sister = next(paper for paper in reversed(_PAPERS) if paper.owner == owner)
    return other.origin, event.document(sister, "\n\n".join(event.report(random)), random)


def _of_a_feed(random: Random, event: _Event, other: _Made, _paper: Publisher) -> _Trapped:
    """Another text from another feed of a publisher."""
    return other.origin, replace(
        other.document,
        url=f"https://feeds.{_domain(other.document)}/world",
        publisher=f"{other.document.publisher} | World",
        text="\n\n".join(event.report(random)),
    )


def _with_a_mention(random: Random, event: _Event, _other: _Made, paper: Publisher) -> _Trapped:
    """A report of their own that speaks of an agency."""
    text = list(event.report(random))
    mention = random.choice(
        (
            "A {} photographer was hurt by a stone.",
            "The worst is over, according to an {} count of the past years.",
            "One clerk told {} that he had been asleep.",
        )
    )
    name = random.choice(_AGENCIES).names[-1]
    text.insert(random.randint(2, len(text)), mention.format(name))
    return None, event.document(paper, "\n\n".join(text), random)


def _with_a_photo(random: Random, event: _Event, _other: _Made, paper: Publisher) -> _Trapped:
    """A report of their own under a picture by an agency."""
    caption = random.choice(
        (
            "Men wait at a fence. REUTERS/Jonas Reed",
            "Men wait at a fence. (AP Photo/Jonas Reed)",
            "(Photo: Jonas Reed, AP)",
            "Image copyright AFP Image caption Men wait at a fence",
            "Jonas Reed/AFP/Getty Images",
        )
    )
    return None, event.document(paper, "\n\n".join((caption, *event.report(random))), random)


def _after_another(random: Random, event: _Event, other: _Made, paper: Publisher) -> _Trapped:
    """A report of their own whose claim is another publisher's."""
    name = other.document.publisher.removesuffix(" | World").replace("The ", "the ")
    said = random.choice(("The news is bad, {} reported.", "It is bad, according to {}."))
    text = list(event.report(random))
    text[1] = said.format(name)
    return other.origin, event.document(paper, "\n\n".join(text), random)


def _from_a_source(random: Random, event: _Event, other: _Made, paper: Publisher) -> _Trapped:
    """A report that its feed says was taken from another publisher."""
    name = other.document.publisher.removesuffix(" | World")
    document = event.document(paper, "\n\n".join(event.report(random)), random)
    return other.origin, replace(document, origin=name)


_TRAPS: tuple[Callable[[Random, _Event, _Made, Publisher], _Trapped], ...] = (
    _of_a_sister,
    _of_a_feed,
    _with_a_mention,
    _with_a_photo,
    _after_another,
    _from_a_source,
)


def _domain(document: Document) -> str:
    return document.url.split("/")[2].partition(".")[2]


def _claim(document: Document) -> Sentence:
    """The sentence that all of them have, or say that another has."""
    text = document.text
    start = next(
        text.index(line)
        for line in text.split("\n\n")
        if line[0] in '“"' or line.startswith(("The news is bad", "It is bad"))
    )
    end = text.find("\n\n", start)
    return Sentence(document, start, len(text) if end < 0 else end, 1)
