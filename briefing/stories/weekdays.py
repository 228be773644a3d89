"""Names of the days of the week, by which the day of an event is known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NAMES = {
    "ar": "الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد",
    "cs": "pondělí úterý středa/středu čtvrtek pátek sobota/sobotu neděle/neděli",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "de": "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "no": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedziałek wtorek środa/środę czwartek piątek sobota/sobotę niedziela/niedzielę",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ru": """
        понедельник/понедельника вторник/вторника среда/среду/среды четверг/четверга
        пятница/пятницу/пятницы суббота/субботу/субботы воскресенье/воскресенья
        """,
    "sv": "måndag/måndagen tisdag/tisdagen onsdag/onsdagen torsdag/torsdagen fredag/fredagen "
    "lördag/lördagen söndag/söndagen",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "uk": """
        понеділок/понеділка вівторок/вівторка середа/середу/середи четвер/четверга
        п'ятниця/п'ятницю/п'ятниці субота/суботу/суботи неділя/неділю/неділі
        """,
}
_NAMES["nb"] = _NAMES["nn"] = _NAMES["no"]

WEEKDAYS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        language: MappingProxyType(
            {
                name: number
                for number, forms in enumerate(names.split())
                for name in forms.split("/")
            }
        )
        for language, names in _NAMES.items()
    }
)
"""Language → word in lower case → day, from 0 for Monday."""
