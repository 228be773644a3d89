"""Which language a text is in, and what each language needs: stop words and a stemmer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

LOOKED_AT = 4000
"""Characters of a text that `guess` reads: several paragraphs of news."""

LEAST_SCORE = 1.5
"""Stop words found, each divided by the number of languages that have it."""

LEAST_LEAD = 1.3
"""How many times the score of the runner-up the best language must reach."""

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "arabic",
        "ca": "catalan",
        "cs": "czech",
        "da": "danish",
        "de": "german",
        "el": "greek",
        "en": "english",
        "es": "spanish",
        "et": "estonian",
        "eu": "basque",
        "fa": "persian",
        "fi": "finnish",
        "fr": "french",
        "ga": "irish",
        "he": "hebrew",
        "hi": "hindi",
        "hu": "hungarian",
        "hy": "armenian",
        "id": "indonesian",
        "it": "italian",
        "ja": "japanese",
        "ko": "korean",
        "lt": "lithuanian",
        "nb": "norwegian",
        "ne": "nepali",
        "nl": "dutch",
        "nn": "norwegian",
        "no": "norwegian",
        "pl": "polish",
        "pt": "portuguese",
        "ro": "romanian",
        "ru": "russian",
        "sk": "slovak",
        "sr": "serbian",
        "sv": "swedish",
        "ta": "tamil",
        "th": "thai",
        "tr": "turkish",
        "uk": "ukrainian",
        "yi": "yiddish",
        "zh": "chinese",
    }
)
"""ISO 639-1 code → English name, which is what Snowball calls a language too."""

_LISTS: Mapping[str, str] = MappingProxyType(
    {
        "ar": """
            من في على إلى عن مع أن إن كان كانت هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد
            كما بعد قبل بين أو و ثم حتى كل غير أي هو هي هم نحن أنا عند منذ خلال حيث إذا لكن بل
            فيه فيها به بها له لها عليه عليها منه منها أنه أنها وقد وفي ومن وعلى ولا وأن فقد
            ليس ليست هناك هنا حول دون أمام أيضا أيضاً الى علي ان او يكون تكون كانوا بأن لأن
            """,
        "de": """
            der die das den dem des ein eine einen einem einer eines und oder aber doch
            sondern denn weil dass daß ob wenn als wie wo was wer wen wem ich du er sie es wir
            ihr mich dich sich uns euch ihn ihm ihnen mein dein sein seine seinen seinem
            seiner ihre ihren ihrem ihrer unser ist sind war waren wird werden wurde wurden
            hat haben hatte hatten kann können konnte soll sollen muss müssen will nicht kein
            keine keinen nur auch noch schon sehr mehr so da hier dort dann nun in im an am
            auf aus bei beim mit nach von vom vor zu zum zur über unter um für gegen durch
            ohne bis seit zwischen diese dieser dieses diesen diesem jede jeder jedes alle
            allem aller man habe sei wäre hätte würde würden damit dabei dazu davon daran
            darauf dafür worden bereits
            """,
        "en": """
            a about above after again against all also although am among an and another any
            are aren't around as at away be became because become been before being below
            between both but by came can can't cannot could couldn't did didn't do does
            doesn't doing don't down during each either else even ever every few for from
            further get gets got had hadn't has hasn't have haven't having he he'd he'll her
            here hers herself him himself his how however i i'd i'll i'm i've if in instead
            into is isn't it its itself just least less like made many may me might more most
            much must my myself neither no nor not now of off often on once one only onto or
            other others our ours ourselves out over own per perhaps quite rather same shall
            she she'd she'll should shouldn't since so some still such than that the their
            theirs them themselves then there therefore these they they'd they'll they're
            they've this those though through thus to together too toward towards under until
            up upon us very via was wasn't we we'd we'll we're we've well were weren't what
            when where whether which while who whom whose why will with within without won't
            would wouldn't yet you you'd you'll you're you've your yours yourself yourselves
            """,
        "es": """
            el la los las un una unos unas lo al del de a ante bajo con contra desde en entre
            hacia hasta para por según sin sobre tras y e o u ni pero sino que quien quienes
            cual cuales cuyo cuando donde como porque si no sí ya más menos muy tan tanto
            también tampoco yo tú él ella ello nosotros ellos ellas usted me te se nos le les
            mi mis tu tus su sus este esta estos estas ese esa esos esas esto eso aquel
            aquella es son era eran fue fueron ser sido está están estaba estaban ha han había
            habían haber hay he tiene tienen puede pueden todo toda todos todas otro otra
            otros otras cada durante mientras aunque después antes así solo sólo
            """,
        "fr": """
            le la les un une des du de au aux à a en dans par pour sur sous avec sans chez
            entre vers depuis pendant contre avant après selon et ou mais donc or ni car que
            qui quoi dont où quand comme si ne pas plus moins très aussi encore déjà toujours
            je tu il elle on nous vous ils elles me te se lui leur leurs y ce cet cette ces
            celui celle ceux mon ma mes ton ta tes son sa ses notre nos votre vos est sont
            était étaient être été sera ont avait avaient avoir ai as fait font peut peuvent
            tout toute tous toutes autre autres même mêmes ainsi alors lors puis afin
            """,
        "it": """
            il lo la i gli le un uno una di del dello della dei degli delle d a ad al allo
            alla ai agli alle da dal dallo dalla dai dagli dalle in nel nello nella nei negli
            nelle con su sul sullo sulla sui sugli sulle per tra fra e ed o ma anche però che
            chi cui quale quali quando dove come perché se non più meno molto già ancora io tu
            lui lei noi voi loro mi ti si ci vi ne mio tuo suo sua suoi sue nostro questo
            questa questi queste quello quella quelli quelle è sono era erano essere stato
            stata stati ha hanno aveva avevano avere ho può possono tutto tutta tutti tutte
            altro altri ogni dopo prima senza contro durante secondo così
            """,
        "nl": """
            de het een en of maar want dus dat die dit deze wie wat waar wanneer hoe waarom
            als dan toen ik jij je hij zij ze het wij we jullie u mij me hem haar ons hen hun
            mijn zijn is was waren wordt worden werd werden ben bent heeft hebben had hadden
            kan kunnen kon zal zullen zou zouden moet moeten mag wil niet geen wel ook nog al
            zeer meer veel zo hier daar er in op aan van voor met bij naar uit over om te tot
            door tegen tussen onder sinds na zonder tijdens volgens elke alle ander andere
            omdat
            """,
        "pl": """
            i oraz a ale lub albo że żeby aby bo jednak więc w we na do z ze od po za przez
            dla o u pod nad przed przy między bez jest są był była było byli będzie być nie
            tak się to ten ta te tego tej tych tym który która które którzy co kto jak gdy
            kiedy gdzie już jeszcze tylko także też bardzo on ona ono oni one jego jej ich mu
            im mi mnie my
            """,
        "pt": """
            o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos
            pelas para com sem sob sobre entre até desde contra após ante e ou mas nem que
            quem qual quais cujo quando onde como porque se não sim já mais menos muito tão
            também eu tu ele ela nós eles elas você me te lhe lhes seu sua seus suas meu minha
            este esta estes estas esse essa esses essas isto isso aquele aquela ao aos à às é
            são era eram foi foram ser sido está estão estava estavam há tem têm tinha tinham
            ter pode podem todo toda todos todas outro outra outros cada durante enquanto
            depois antes
            """,
        "ru": """
            и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по
            только ее её мне было вот от меня еще ещё нет о из ему теперь когда даже ну ли
            если уже или ни быть был него до вас нибудь там потом себя ничего ей они тут где
            есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под
            будет ж тогда кто этот того потому этого какой ним здесь этом один почти мой тем
            чтобы нее были куда зачем всех при об это эта эти этой этих также которые который
            которая которого после над больше через нас про них какая много разве перед между
            """,
        "sv": """
            och i att det som en på är av för med till den har de inte om ett han men var jag
            sig från vi så kan när hon under också efter eller nu sin där vid mot ska skulle
            kommer ut får finns vara hade alla andra mycket än här då över bara in blir upp
            även vad hans mellan sedan utan denna detta dessa
            """,
        "tr": """
            ve bir bu da de için ile olarak çok daha en ne ki o gibi kadar sonra ama olan oldu
            olduğu var değil her mi mı ya veya şey ise bunu onun ancak göre tarafından önce
            üzere hem diye içinde üzerinde arasında karşı
            """,
        "uk": """
            і й та в у не що на з із зі як до за це але від по про для є був була було були
            бути він вона воно вони його її їх їй ми ви я ти ж би чи якщо коли де так також
            вже ще тільки який яка яке які цей ця ці цього того тому щоб під над після перед
            між при
            """,
    }
)

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

# A letter that only this language has among those which share its script.
_SCRIPTS = (
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_PERSIAN = re.compile("[پچژگ]")


@cache
def stop_words(language: str) -> frozenset[str]:
    """Commonest function words, lower-cased; empty for a language without a list."""
    return frozenset(_LISTS.get(language, "").split())


def stemmer_name(language: str) -> str:
    """Name that Snowball has for `language`: "french" for "fr"; "" if the code is not known.

    A name is no promise: which of them a stemmer library has differs by its version.
    """
    return NAMES.get(language, "")


def guess(text: str) -> str:
    """ISO 639-1 code of the language of `text`, or "" when that is not clear.

    By script where one language is written in it, else by counting stop words. A title is
    often too short to tell.
    """
    text = text[:LOOKED_AT].lower().replace("’", "'")
    n_letters = sum(map(str.isalpha, text))
    for language, letters in _SCRIPTS:
        # Japanese is a third kana at the least, the rest Chinese signs.
        if 4 * len(letters.findall(text)) > n_letters > 0:
            return language
    if 2 * len(_ARABIC.findall(text)) > n_letters and _PERSIAN.search(text):
        return "fa"
    scores = _scores(Counter(_WORD.findall(text)))
    (first, best), (_, second) = scores[:2]
    return first if best >= LEAST_SCORE and best >= LEAST_LEAD * second else ""


def _scores(words: Mapping[str, int]) -> list[tuple[str, float]]:
    """(language, score), best first."""
    scores = dict.fromkeys(_LISTS, 0.0)
    for word, n in words.items():
        owners = _owners().get(word, ())
        for language in owners:
            scores[language] += n / len(owners)
    return sorted(scores.items(), key=lambda row: (-row[1], row[0]))


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    """Languages that have each stop word: "de" tells less than "the"."""
    owners: dict[str, tuple[str, ...]] = {}
    for language in _LISTS:
        for word in sorted(stop_words(language)):
            owners[word] = (*owners.get(word, ()), language)
    return owners
