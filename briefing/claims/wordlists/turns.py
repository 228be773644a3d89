"""Words that turn or qualify a statement: negation, modality, condition."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.claims.wordlists.tables import classes

_TURNS = {
    "en": """
        not never no none neither nor nobody nothing nowhere hardly barely scarcely
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
    {language: classes(table) for language, table in _TURNS.items()}
)
"""Language → words that turn or qualify a statement → what they stand for.

In a language without a row only equal words are one claim.
"""
CONTRACTED: Mapping[str, str] = MappingProxyType(
    {
        "can't": "can",
        "cannot": "can",
        "won't": "will",
        "shan't": "shall",
        "cant": "can",
        "wont": "will",
    }
    | {
        f"{verb}nt": verb
        for verb in "do did does is are was were have has had would could should must".split()
    }
)
"""English verbs with "not" in them → the verb; others lose their "n't"."""
BEFORE_TO = classes(
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
            "will": "is to, are to, was to, were to, going to",
            "even": "even if, even though",
        }.items()
        for first, second in (phrase.split() for phrase in table.split(","))
    }
)
"""Two English words that turn what follows, and what they stand for."""
BEHIND_BE = frozenset("set due ready supposed about".split())
"""Those that do so behind a form of "be" only: not "due to the storm"."""
STRESSING = frozenset("only just merely least but fewer less".split())
"""English words by which "not" or "nothing" loses its force."""
MODALS = frozenset("will may can should must plan expect set hope vow try agree offer".split())
"""What may stand in a clause that another line leaves out; "not" and "if" may not."""
NEGATING = frozenset("un in im il ir dis non mis anti counter de".split())
"""What turns an English word around."""
DETERMINERS = frozenset("a an the this that its his her their our your my any no".split())
"""English words behind which "plan" or "attempt" is a noun."""
FRAMES = frozenset(
    """
    from against by into after before once until because since while when over only told tells
    """.split()
)
"""English words that say what part the words behind them have."""
