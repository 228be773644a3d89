"""Words that decide whether two sentences say the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _classes(table: str) -> Mapping[str, str]:
    """Word → the first word of its line."""
    rows = (line.split() for line in table.splitlines() if line.strip())
    return MappingProxyType({word: row[0] for row in rows for word in row})


DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    lundi mardi mercredi jeudi vendredi samedi dimanche hier demain
    lunes martes miércoles jueves viernes sábado domingo hoy ayer
    montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern
    lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri
    понедельник вторник среду четверг пятницу субботу воскресенье сегодня вчера
    """.split()
)
"""Days, which one copy names and another leaves out; they may not differ."""

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WHOLES = """
    hundred hundreds thousand thousands million millions billion billions trillion dozen dozens
    half third quarter first second fourth fifth sixth seventh eighth ninth tenth once twice
    double triple single both couple
"""
NUMBERS: Mapping[str, str] = MappingProxyType(
    {word: str(value) for value, word in enumerate(_UNITS.split())}
    | {word: str(value) for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
    | {word: word for word in _WHOLES.split()}
)
"""Numerals in English words → digits, or the word itself."""

_TURNS = {
    "en": """
        not never none neither nor nobody nothing nowhere hardly barely
        no
        without
        deny denies denied denying denial
        reject rejects rejected rejecting rejection dismiss dismisses dismissed
        refuse refuses refused refusing refusal decline declines declined
        confirm confirms confirmed confirming confirmation
        admit admits admitted acknowledge acknowledges acknowledged
        fail fails failed failing failure
        may might
        can could
        will would
        shall should ought
        must
        if unless whether
        allegedly alleged alleges allege reportedly reported
        likely probably
        unlikely
        possible possibly perhaps maybe
        impossible
        plan plans planned intends intended
        threaten threatens threatened
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

OPPOSITES = _classes(
    """
    up rise rises rose risen rising increase increases increased increasing grow grew climbed
    down fall falls fell fallen falling decrease decreased drop drops dropped declining shrank
    win wins won winning victory
    lose loses lost losing defeat defeated
    support supports supported supporting back backs backed backing endorse endorsed favors
    oppose opposes opposed opposing against
    accept accepts accepted approve approves approved
    attack attacks attacked
    defend defends defended
    praise praises praised welcome welcomes welcomed
    condemn condemns condemned criticize criticized criticise criticised blame blames blamed
    arrest arrests arrested detain detained
    release releases released freed
    kill kills killed killing dead died
    wound wounds wounded injured injure
    begin begins began start starts started launch launched open opens opened reopened
    end ends ended stop stops stopped halt halted close closes closed
    impose imposes imposed tighten tightened
    lift lifts lifted ease eased
    join joins joined enter enters entered arrive arrives arrived
    leave leaves left quit quits withdraw withdraws withdrew
    buy buys bought import imports imported
    sell sells sold export exports exported
    before
    after
    more over above exceeded
    less fewer under below
    least
    most
    all every
    some several many
    few
    high higher highest
    low lower lowest
    north northern
    south southern
    east eastern
    west western
    legal lawful
    illegal unlawful
    guilty convicted
    innocent acquitted cleared
    true
    false untrue
    man men boy boys male son father husband brother
    woman women girl girls female daughter mother wife sister
    former
    current
    """
)
"""English words of which one line may have another one, but not each its own."""

PARTIES = frozenset(
    """
    government opposition rebels rebel insurgents soldiers soldier troops army military police
    policeman policemen officers civilians civilian militants militant terrorists gunmen gunman
    protesters protester demonstrators children journalists reporters doctors lawyers students
    teachers workers migrants refugees prosecutors judges lawmakers senators republicans
    democrats employers unions banks companies separatists settlers prisoners guards voters
    patients
    """.split()
)
"""English words for a side of a story: none may stand in the place of another, or of a name."""

SPEECH = frozenset(
    """
    said say told tell ad accord announc warn report tweet wrote write claim state declar insist
    acknowledg note argu
    """.split()
)
"""Stems of English verbs of speech."""
