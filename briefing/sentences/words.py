"""Words that own a full stop, and words that begin a sentence: a row a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Words:
    """What a language does with full stops; words stand without their last one."""

    closed: frozenset[str]
    """Abbreviations that no sentence ends with: "Mr", "vs"."""
    numbered: frozenset[str]
    """Abbreviations only before a figure: "No"."""
    open: frozenset[str]
    """Abbreviations that a sentence may end with: "Inc", "Sept"."""
    starters: frozenset[str]
    """Words that have a capital only where a sentence begins: "The"."""
    has_ordinals: bool
    """Whether "3." is "third"."""


STATES = frozenset(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo
    Mont N.C N.D N.H N.J N.M N.Y Neb Nev Okla Ore Pa Penn R.I S.C S.D Tenn Tex Va Vt W.Va Wash
    Wis Wyo
    """.split()
)
"""States of the U.S.; they are open in every language."""


@cache
def of(language: str) -> Words:
    """Words of English, and those that `language`, an ISO 639-1 code, adds.

    English counts everywhere, since names and titles travel.
    """
    english, own = _ROWS["en"], _ROWS.get(language, _Row())
    return Words(
        closed=frozenset(f"{english.closed} {own.closed}".split()),
        numbered=frozenset(f"{english.numbered} {own.numbered}".split()),
        open=frozenset(f"{english.open} {own.open}".split()) | STATES,
        starters=frozenset(f"{english.starters} {own.starters}".split()),
        has_ordinals=own.has_ordinals,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """What a language adds: the fields of `Words`, with blanks between the words."""

    closed: str = ""
    numbered: str = ""
    open: str = ""
    starters: str = ""
    has_ordinals: bool = False


_ROWS: Mapping[str, _Row] = MappingProxyType(
    {
        "en": _Row(
            closed="""
                Mr Mrs Ms Messrs Mx Dr Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Cmdr Cdr Capt
                Maj Sgt Cpl Pvt Adm Rev Hon Pres Supt Det Insp Msgr Amb Atty Asst Assoc Brig
                Sgts Drs Profs Gens Cols vs viz cf approx est dept e.g i.e ca pp fig figs eq vol
                ed eds capt gen sen rep gov sgt Sec Spc Pfc Pte Ens Fmr Ste Mme Mlle
                """,
            numbered="No Nos no nos N° n° Nº nº Fig Figs Vol Ch Art Rte Op Prop p",
            open="""
                Inc Corp Co Cos Ltd Bros Jr Sr Esq PhD Ave Blvd Rd Hwy Sq St Mt Ft Dept Univ
                Assn Dist Div Natl Intl Govt al Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
                Mon Tues Tue Wed Thu Thurs Thur Fri Ont Que ft lb lbs oz hr hrs yr yrs
                """,
            starters="""
                The A An This That These Those He She It We They I You His Her Its Our Their My
                Your In On At By For From With As If When While After Before Since But And Or So
                Yet However Although Though Because Then There Here What Who Why How Where Which
                Whether Also Still Now Not No Nor Yes Some Many Most More Other Others Both Each
                Every All Any Even Only Once Until Under Over Last Earlier Later Meanwhile Asked
                According Despite During Instead One Two Three Perhaps Maybe Did Do Does Is Are
                Was Were Has Have Had Can Could Will Would Should Let To Of Such Just Like
                Another Among Through Throughout Today Yesterday Tomorrow Nearly About Few
                Several Nothing Nobody Everyone Everything Therefore Thus Moreover Furthermore
                Additionally Finally Recently Between Within Without Across Against Behind
                Beyond Considering Indeed Further
                """,
        ),
        "fr": _Row(
            closed="""
                M MM Mmes Mlles Me Mgr Pr av env ex éd chap tél p art cf St Ste c.-à-d n° janv
                févr
                """,
            starters="""
                Le La Les L Un Une Il Elle Ils Elles On Ce C Cette Ces Cela Mais Et Ou En Dans
                Pour Selon À Au Aux Des Du De D Nous Vous Je J Après Avant Depuis Si Sur Par
                Quand Lors Son Sa Ses Leur Leurs Qui Que Quel Pourtant Toutefois Ainsi Alors
                """,
        ),
        "es": _Row(
            closed="""
                Sr Sra Sres Sras Srta Dra Dña Lic Gral Cnel Tte Arq Avda Pdte Mons Fr art pág
                págs núm p.ej EE Sto Sta sr sra dr dra
                """,
            numbered="Núm",
            open="Ud Uds Vd Vds UU Uu",
            starters="""
                El La Los Las Un Una Unos Unas Él Ella Ellos Ellas Y Pero En Por Para Según Con
                De Del Al Su Sus Se Lo Le Es No Sin Tras Cuando Como Si Esta Este Estos Estas
                Eso Esto Ese Esa También Además Aunque Que Qué Quién
                """,
        ),
        "pt": _Row(
            closed="Sr Sra Srs Sras Dra Exmo Exma Eng Pe sr sra dr dra prof art pág págs núm",
            starters="""
                O A Os As Um Uma Ele Ela Eles Elas E Mas Em No Na Nos Nas Por Para Segundo Com
                De Do Da Seu Sua Se Não Sem Quando Como Este Esta Isso Isto Também Além Embora
                Que
                """,
        ),
        "it": _Row(
            closed="""
                Sig Sigg Dott Avv Ing On Mons sig sigg dott avv ing on mons prof dr art pag pagg
                """,
            starters="""
                Il Lo La I Gli Le L Un Una Uno Egli Lui Lei Loro E Ma In Nel Nella Per Secondo
                Con Di Del Della Al Alla Suo Sua Si Non Senza Quando Come Questo Questa Anche
                Che Chi Dopo
                """,
        ),
        "de": _Row(
            closed="""
                Hr Hrn Fr Nr St Str Tel Abs Art Bd bzw ca evtl ggf inkl vgl sog zzgl geb gest
                z.B d.h u.a z.T Mag Ing Dipl Red Abg Dir Jh
                """,
            open="usw Mio Mrd Chr Okt Dez Mrz",
            starters="""
                Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Und
                Aber Oder In Im Am An Auf Aus Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Für Durch
                Seit Wenn Als Da Dass Weil Während Doch Dann Dort Hier Was Wer Wie Wo Warum Auch
                Noch Nicht Kein Keine Sein Seine Diese Dieser Dieses Laut So Nun Jetzt
                """,
            has_ordinals=True,
        ),
        "nl": _Row(
            closed="dhr mevr mw dr prof ir ing drs nr bijv St blz",
            starters="""
                De Het Een Hij Zij Ze Wij We Ik En Maar Of In Op Aan Bij Met Na Naar Van Voor
                Door Als Toen Omdat Terwijl Dan Daar Hier Wat Wie Hoe Waar Ook Nog Niet Geen
                Zijn Haar Deze Dit Dat Volgens
                """,
        ),
        "pl": _Row(
            closed="dr prof ul al np tj św ks gen płk mjr kpt hab inż mgr im nr godz",
            starters="""
                On Ona Ono Oni Ja My Wy To Ten Ta Te W We Na Po Z Ze Do Dla Za Od I A Ale Lub
                Jeśli Kiedy Gdy Jak Co Kto Gdzie Także Tam Tu Nie Jego Jej Ich Jednak Przy
                """,
            has_ordinals=True,
        ),
        "ru": _Row(
            closed="ул стр см им акад проф доц обл пр гл ст кв св",
            open="гг вв др руб тыс млн млрд чел",
            starters="""
                Он Она Оно Они Мы Вы Я Это Этот Эта Эти В Во На По С Со Из К Ко У О Об От До Для
                За И А Но Или Если Когда Как Что Кто Где Почему Также Тогда Там Здесь Не Ни Его
                Её Ее Их После Однако При
                """,
        ),
        "uk": _Row(
            closed="вул буд стор див ім акад проф доц обл пр гл ст кв",
            open="рр ін грн тис млн млрд",
            starters="""
                Він Вона Воно Вони Ми Ви Я Це Цей Ця Ці В У На По З Із До Для За Від І Й А Але
                Або Якщо Коли Як Що Хто Де Чому Також Тоді Там Тут Не Його Її Їх Після Однак При
                """,
        ),
        **dict.fromkeys(
            ("da", "nb", "no", "nn", "fi", "cs", "sk", "hu", "sl", "hr"),
            _Row(has_ordinals=True),
        ),
    }
)
