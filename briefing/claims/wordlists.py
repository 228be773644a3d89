"""Words that decide whether two sentences say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefing import vectors


def _classes(table: str) -> Mapping[str, str]:
    """Word → the first word of its line."""
    rows = (line.split() for line in table.splitlines() if line.strip())
    return MappingProxyType({word: row[0] for row in rows for word in row})


def _stemmed(table: str) -> Mapping[str, str]:
    """Stem of an English word → the first word of its line."""
    return MappingProxyType(
        {
            stem: name
            for word, name in _classes(table).items()
            for stem in vectors.stemmed([word])
        }
    )


# --- Figures and dates ------------------------------------------------------------------

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS: Mapping[str, int] = MappingProxyType(
    {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
)
"""Numerals that a unit may follow."""
UNITS: Mapping[str, int] = MappingProxyType(
    {word: value for value, word in enumerate(_UNITS.split())}
)
SCALES: Mapping[str, int] = MappingProxyType(
    {
        word: 10**power
        for power, words in {
            2: "hundred",
            3: "thousand",
            6: "million m mn",
            9: "billion bn",
            12: "trillion tn",
        }.items()
        for word in words.split()
    }
)
"""Words by which the number before them is multiplied."""
AMOUNTS = _classes(
    """
    hundreds hundred
    thousands thousand
    millions million
    billions billion
    trillions trillion
    dozens dozen
    scores
    half halved halving halve
    thirds
    quarter quarters
    2nd second
    3rd third
    4th fourth
    5th fifth
    6th sixth
    7th seventh
    8th eighth
    9th ninth
    10th tenth
    twice double doubles doubled doubling twofold
    triple triples tripled tripling threefold
    """
)
"""English words for an amount or a place in a row → one of each kind."""
VAGUE = frozenset("one first once single both couple pair".split())
"""English words that say what grammar may say alone: only another figure contradicts them."""

NUMERALS = frozenset((*UNITS, *TENS, *SCALES, *AMOUNTS, *VAGUE))
"""English words that may be a figure."""

MONTHS: Mapping[str, str] = _classes(
    """
    january jan
    february feb
    march mar
    april apr
    may
    june jun
    july jul
    august aug
    september sept sep
    october oct
    november nov
    december dec
    """
)
CLOCK = frozenset("a.m. p.m. am pm gmt utc o'clock".split())
"""Words behind an hour of the day."""
PERIODS = frozenset("day week weekend month quarter season year decade century".split())
WHICH: Mapping[str, str] = _classes(
    """
    last past previous
    this current
    next coming following
    """
)
"""Words before one of `PERIODS` that say which one."""

DATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        word: (kind, name)
        for kind, table in {
            "weekday": """
                monday mon
                tuesday tue tues
                wednesday wed
                thursday thu thur thurs
                friday fri
                saturday
                sunday
                lundi
                mardi
                mercredi
                jeudi
                vendredi
                samedi
                dimanche
                lunes
                martes
                miércoles
                jueves
                viernes
                sábado
                domingo
                montag
                dienstag
                mittwoch
                donnerstag
                freitag
                samstag sonnabend
                sonntag
                lunedì
                martedì
                mercoledì
                giovedì
                venerdì
                sabato
                domenica
                segunda
                terça
                quarta
                quinta
                sexta
                maandag
                dinsdag
                woensdag
                donderdag
                vrijdag
                zaterdag
                zondag
                понедельник
                вторник
                среду
                четверг
                пятницу
                субботу
                воскресенье
                """,
            "day": """
                today tonight
                yesterday
                tomorrow
                hier
                demain
                hoy
                ayer
                mañana
                heute
                gestern
                morgen
                oggi
                ieri
                domani
                hoje
                ontem
                amanhã
                vandaag
                gisteren
                сегодня
                вчера
                завтра
                """,
            "hour": """
                morning
                noon midday
                afternoon
                evening
                midnight
                """,
            "season": """
                spring
                summer
                autumn
                winter
                """,
        }.items()
        for word, name in _classes(table).items()
    }
)
"""Word → (kind, which one): one line may leave it out, two may not name different ones."""

# --- What turns a statement -------------------------------------------------------------

_TURNS = {
    "en": """
        not never no non none neither nor nobody nothing nowhere hardly barely scarcely
        without
        urge urges urged urging
        deny denies denied denying denial
        reject rejects rejected rejecting rejection dismiss dismisses dismissed
        may might
        can could able
        will would shall
        should ought
        must
        if unless whether
        allegedly alleged alleges allege alleging purportedly purported
        reportedly
        apparently
        believed
        considering considers
        likely probably
        unlikely
        possible possibly perhaps maybe
        impossible
    """,
    "fr": """
        pas ne jamais aucun aucune sans non ni
        peut pourrait
        doit devrait
        si
        nie nient nié dément démenti
        confirme confirmé
        rejette rejeté
    """,
    "es": """
        no nunca jamás ninguno ninguna ningún sin ni tampoco
        puede podría
        debe debería
        si
        niega negó
        confirma confirmó
        rechaza rechazó
    """,
    "de": """
        nicht kein keine keinen keinem keiner keines nie niemals ohne nein
        kann könnte
        soll sollte
        muss müsste
        wird werde würde
        wenn falls
        bestritt bestreitet dementierte
        bestätigte bestätigt
        lehnte
    """,
    "it": """
        non mai senza né nessuno nessuna
        può potrebbe
        deve dovrebbe
        se
        nega negato
        conferma confermato
        respinge respinto
    """,
    "pt": """
        não nunca jamais sem nem nenhum nenhuma
        pode poderia
        deve deveria
        se
        nega negou
        confirma confirmou
        rejeita rejeitou
    """,
    "nl": """
        niet geen nooit zonder nee
        kan kon zou
        moet moest
        zal
        als
        ontkent ontkende
        bevestigt bevestigde
    """,
    "ru": """
        не ни нет без никогда никто ничего
        может могут мог
        должен должны должна
        если
        будет будут
        опроверг отрицает отверг
        подтвердил подтвердила
    """,
    "zh": """
        不 没 沒 無 无 未 非 否 勿 別 别
        会 會 将 將
        可
        若
    """,
}
TURNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {language: _classes(table) for language, table in _TURNS.items()}
)
"""Language → words that turn or qualify a statement → what they stand for.

In a language without a row only equal words are one claim.
"""
CONTRACTED = MappingProxyType(
    {"can't": "can", "cannot": "can", "won't": "will", "shan't": "shall"}
)
"""English verbs that "not" has changed; others lose their "n't"."""


BEFORE_TO = _classes(
    """
    plan plans planned planning intend intends intended intending
    expect expects expected expecting
    set poised scheduled slated ready due about
    hope hopes hoped hoping want wants wanted
    vow vows vowed promise promises promised pledge pledges pledged swore
    threaten threatens threatened threatening
    consider
    try tries tried trying attempt attempts attempted attempting seek seeks sought
    agree agrees agreed
    refuse refuses refused refusing decline declines declined
    fail fails failed failing
    supposed
    offer offers offered
    """
)
"""English words that turn the verb behind them: "plans to close"."""
BE = frozenset("is are was were be been being 're 'm am".split())
PHRASES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (first, second): name
        for name, table in {
            "not": "yet to, lack of, lacks a, lacked a, short of, absence of, instead of, "
            "refrain from, refrains from, refrained from, abstained from",
            "urge": "call on, calls on, called on, calling on, appealed to",
            "deny": "rule out, rules out, ruled out, ruling out",
            "apparently": "appear to, appears to, appeared to, seem to, seems to, seemed to",
            "will": "is to, are to, was to, were to",
            "even": "even if, even though",
        }.items()
        for first, second in (phrase.split() for phrase in table.split(","))
    }
)
"""Two English words that turn what follows, and what they stand for."""
BOUNDS: Mapping[str, str] = MappingProxyType(
    {
        words: bound
        for bound, table in {
            "low": "at least, more than, over, above, exceeding, no fewer than, no less than",
            "high": "up to, at most, fewer than, less than, under, below, no more than",
        }.items()
        for words in table.split(", ")
    }
)
"""Words before a figure: the least that it may be, or the most."""
BEHIND_BE = frozenset("set due ready supposed about".split())
"""Those that do so behind a form of "be" only: not "due to the storm"."""
STRESSING = frozenset("only just merely least but fewer less".split())
"""English words by which "not" or "nothing" loses its force."""
BRIDGES = frozenset("of and for the on de du la".split())
"""Words inside the name of an office."""
MODALS = frozenset("will may can should must plan expect set hope vow try agree offer".split())
"""What may stand in a clause that another line leaves out; "not" and "if" may not."""
NEGATING = frozenset("un in im il ir dis non mis anti counter de".split())
"""What turns an English word around."""
DETERMINERS = frozenset("a an the this that its his her their our your my any no".split())
"""English words behind which "plan" or "attempt" is a noun."""

_OPPOSITES = """
    up rise rose risen increase grow grew grown climb gain jump
    down fall fell fallen decrease drop decline shrink shrank slide slid

    win won victory
    lose lost defeat

    support back endorse favor favour
    oppose against

    accept approve adopt welcome
    reject refuse spurn rebuff

    keep kept retain
    lose lost

    reinstate
    suspend

    narrow
    widen

    prove proved proven
    suspect

    attack
    defend

    praise welcome hail
    condemn criticize criticise blame denounce

    arrest detain jail
    release free freed

    kill dead die death
    wound injure hurt

    begin began begun start launch open reopen resume
    end stop halt close shut suspend

    impose tighten
    lift ease remove

    join enter arrive
    leave left quit withdraw withdrew depart

    buy bought import purchase
    sell sold export

    deny
    confirm admit acknowledge

    raise
    cut reduce lower

    strengthen
    weaken

    advance
    retreat

    allow permit
    ban bar prohibit forbid

    gain profit surplus
    loss losses deficit

    before
    after
    during

    more above exceed
    less fewer under below

    least minimum
    most maximum

    all every
    most majority
    some several many
    few little scant slim

    high higher highest
    low lower lowest

    large larger largest big bigger biggest
    small smaller smallest

    strong stronger
    weak weaker

    early earlier earliest
    late later latest

    north northern northeast northwest
    south southern southeast southwest
    east eastern
    west western

    legal lawful
    illegal unlawful

    guilty convict
    innocent acquit clear

    true
    false untrue

    man men boy male son father husband brother
    woman women girl female daughter mother wife sister

    former
    current

    inside
    outside

    public
    private

    foreign
    interior domestic
    defence defense
    finance
    justice
    health
    economy
    transport

    president
    premier prime
    governor
    mayor
    king
    queen
    ambassador

    sunni
    shiite shia

    percent
    percentage
    dollar
    euro
    pound
    yen
    yuan
    ruble rouble
    rupee
    franc
    crown
    peso

    kilometre kilometer km
    mile
    metre meter
    foot feet

    tonne ton
    kilogram kg kilo
    gram
    litre liter
    gallon
    barrel

    oil
    gas
    coal
    grain wheat
    uranium

    tank
    troop soldier
    missile rocket
    drone
    aircraft plane jet
    helicopter
    submarine

    school
    hospital clinic
    mosque
    church
    airport
    bridge
    market
    prison
    embassy
    court

    bus
    train
    ferry
    truck lorry

    earthquake quake
    flood
    storm hurricane cyclone typhoon

    radio
    television tv
    newspaper

    minute
    hour
    day
    week
    month
    year
    decade

    a.m.
    p.m.
"""


def _groups(table: str) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Word → its (group, side) of every group; groups stand apart by a blank line."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, group in enumerate(re.split(r"\n\s*\n", table.strip())):
        for word, side in _stemmed(group).items():
            found.setdefault(word, []).append((number, side))
    return MappingProxyType({word: tuple(sides) for word, sides in found.items()})


OPPOSITES = _groups(_OPPOSITES)
"""English stem → (group, side): two lines may not each be on a side of their own."""

PARTIES = frozenset(
    """
    government opposition rebels rebel insurgents soldiers soldier troops army military police
    policeman policemen officers civilians civilian militants militant terrorists gunmen gunman
    protesters protester demonstrators children journalists reporters doctors lawyers students
    teachers workers migrants refugees prosecutors judges lawmakers senators republicans
    democrats employers unions banks companies separatists settlers prisoners guards voters
    patients supporters investors inspectors residents activists fighters families relatives
    victims witnesses officials
    """.split()
)
"""English words for a side of a story: none may stand in the place of another, or of a name."""

INITIALS: Mapping[str, str] = MappingProxyType(
    {
        "United Nations": "U.N.",
        "United States": "U.S.",
        "United Kingdom": "U.K.",
        "European Union": "E.U.",
    }
)
"""Names that news shortens, and how."""

TITLES = frozenset(
    """
    lt lieut lieutenant maj major brig brigadier sgt sergeant cpl cmdr commander adm admiral
    rep representative congressman congresswoman judge justice attorney rev bishop pope sheikh
    mr mrs ms dr sir lady lord prof professor president minister prime chancellor senator sen
    gov governor general gen col colonel capt captain secretary king queen prince princess
    inc corp co ltd llc plc group
    """.split()
)
"""Words with a capital that go with a name and are none."""

SPEECH = frozenset(
    vectors.stemmed(
        """
        said say says told tell tells added adds announced warned reported tweeted wrote writes
        claimed stated declared insisted acknowledged noted argued according explained remarked
        commented quoted statement spokesman spokeswoman spokesperson reporters interview
        """.split()
    )
)
"""Stems of English words that name the speaker of a statement, and are no part of it."""

_WORDS = """
    said say says saying tell tells told telling add adds added state stated
    percent pct
    blast explosion
    hurt injure wound wounded
    kill killed dead die died death fatality slain slay
    begin began begun start commence launch
    buy bought purchase acquire
    car vehicle automobile
    troop soldier
    lawmaker legislator parliamentarian
    help aid assist assistance
    firm company corporation
    attorney lawyer
    remain stay
    own owner
    unpaid outstanding
    proposal bid
    overthrow oust
    retake recapture
    seize capture
    offensive operation
    deal accord agreement pact
    talk negotiation discussion
    rise rose risen increase climb grow grew grown
    fall fell fallen drop decline decrease slip slid slide
    about around approximately roughly
    nearly almost
    child children kid
    plane aircraft airplane jet airliner
    ship vessel
    shut close closure
    choose chose chosen pick
    use utilize
    stop halt cease
    ban bar prohibit outlaw prohibition
    allow permit let
    probe investigation inquiry
    jail prison
    murder homicide
    doctor physician
    medicine medication
    illness disease
    protest demonstration rally
    border frontier
    flee fled escape
    earthquake quake
    blaze fire
    resident inhabitant
    area region
    north northern
    south southern
    east eastern
    west western
    annual yearly
    fast quick rapid swift
    difficult hard
    worry concern
    resign quit resignation
    appoint name
    reveal disclose
    television tv
    film movie
    photo photograph picture
    cut reduce slash reduction
    send sent dispatch
    return returned
    crash accident collide collision
    destroy destruction
    build built construct construction
    worker employee
    army military
    rebel insurgent
    police policeman
    woman women
    man men
    shoot shot shooting gunfire
    gun firearm
    big large
    newspaper daily
    assault attack
    meet met meeting
    arrive arrival
    depart departure leave left
    vote ballot
    overnight night
    sign signed signing signature
    evacuate evacuation
    country nation
    seek sought
    show shown
    ask request
    end finish conclude
    strike struck hit
    huge enormous massive
    cash money
    pupil student
    factory plant
    chairman chair chairwoman
    spokesman spokeswoman spokesperson
    premier pm
    mr mister
    organisation organization
    defence defense
    program programme
    centre center
    harbor port
    metre meter
    kilometre kilometer km
    tonne ton
"""
_NATIONS = """
    u.k. britain british briton
    u.s. america american usa
    e.u. european
    russia russian
    ukraine ukrainian
    france french
    germany german
    china chinese
    japan japanese
    india indian
    pakistan pakistani
    iran iranian
    iraq iraqi
    syria syrian
    turkey turkish turk
    israel israeli
    palestine palestinian
    egypt egyptian
    libya libyan
    lebanon lebanese
    jordan jordanian
    yemen yemeni
    spain spanish spaniard
    italy italian
    greece greek
    poland polish
    sweden swedish swede
    norway norwegian
    finland finnish finn
    denmark danish dane
    dutch netherlands holland
    belgium belgian
    switzerland swiss
    austria austrian
    hungary hungarian
    czech czechia
    romania romanian
    bulgaria bulgarian
    serbia serbian serb
    croatia croatian croat
    bosnia bosnian
    portugal portuguese
    ireland irish
    canada canadian
    mexico mexican
    brazil brazilian
    argentina argentine argentinian
    chile chilean
    colombia colombian
    venezuela venezuelan
    cuba cuban
    australia australian
    indonesia indonesian
    malaysia malaysian
    philippines philippine filipino
    thailand thai
    vietnam vietnamese
    myanmar burma burmese
    bangladesh bangladeshi
    afghanistan afghan
    georgia georgian
    armenia armenian
    azerbaijan azerbaijani azeri
    belarus belarusian
    kazakhstan kazakh
    sudan sudanese
    somalia somali
    ethiopia ethiopian
    kenya kenyan
    nigeria nigerian
    congo congolese
    algeria algerian
    morocco moroccan
    tunisia tunisian
    korea korean
    taiwan taiwanese
    malta maltese
    cyprus cypriot
    niger
    mali malian
    malawi
    mauritius
    mauritania
    guinea
    guyana
    slovakia slovak
    slovenia slovenian
    latvia latvian
    lithuania lithuanian
    estonia estonian
    moldova moldovan
    montenegro
    macedonia macedonian
    kosovo
    albania albanian
    uzbekistan uzbek
    turkmenistan turkmen
    tajikistan tajik
    kyrgyzstan kyrgyz
    zambia zambian
    zimbabwe zimbabwean
    gambia gambian
    gabon
    uganda ugandan
    rwanda rwandan
    burundi
    angola angolan
    namibia namibian
    senegal senegalese
    ghana ghanaian
    qatar qatari
    kuwait kuwaiti
    bahrain bahraini
    oman omani
    paraguay
    uruguay
    peru peruvian
    bolivia bolivian
    ecuador
    panama
    honduras
    nicaragua
    guatemala
    haiti haitian
    jamaica
    nepal nepali
    bhutan
    laos
    cambodia cambodian
    mongolia mongolian
    iceland
"""
NATIONS = frozenset(_stemmed(_NATIONS).values())
SYNONYMS = _stemmed(_WORDS + _NATIONS)
"""English stem → one of the words that news puts in its place."""

COMMON = frozenset(SYNONYMS.keys() | OPPOSITES.keys()) - frozenset(
    stem for stem in SYNONYMS if SYNONYMS[stem] in NATIONS
)
"""English stems that are no name where they begin a sentence."""
