"""Names of months and weekdays, by language: in each list January or Monday comes first.

Forms in one string are the same month in other cases or shorter; a full stop behind a short one is the grammar's.
"""

from __future__ import annotations

MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec",
    ),
    "de": (
        "januar jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober okt",
        "november", "dezember dez",
    ),
    "fr": (
        "janvier janv", "février fevrier févr", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout",
        "septembre", "octobre", "novembre", "décembre decembre",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre",
        "noviembre", "diciembre",
    ),
    "ru": (
        "января январь январе", "февраля февраль феврале", "марта март марте", "апреля апрель апреле", "мая май мае",
        "июня июнь июне", "июля июль июле", "августа август августе", "сентября сентябрь сентябре",
        "октября октябрь октябре", "ноября ноябрь ноябре", "декабря декабрь декабре",
    ),
    "uk": (
        "січня січень січні", "лютого лютий лютому", "березня березень березні", "квітня квітень квітні",
        "травня травень травні", "червня червень червні", "липня липень липні", "серпня серпень серпні",
        "вересня вересень вересні", "жовтня жовтень жовтні", "листопада листопад листопаді", "грудня грудень грудні",
    ),
}  # fmt: skip

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": (
        "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
        "sunday sun",
    ),
    "de": ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "ru": ("понедельник", "вторник", "среду среда", "четверг", "пятницу пятница", "субботу суббота", "воскресенье"),
    "uk": ("понеділок", "вівторок", "середу середа", "четвер", "п'ятницю п’ятницю", "суботу субота", "неділю неділя"),
}  # fmt: skip


def numbered(names: tuple[str, ...], first: int) -> dict[str, int]:
    """Return the number of each form, counted from `first`."""
    return {form: number for number, forms in enumerate(names, first) for form in forms.split()}


def alternation(names: tuple[str, ...] | list[str]) -> str:
    """Return all forms as one alternation of a regular expression, the longest first."""
    return "|".join(sorted(" ".join(names).split(), key=lambda form: (-len(form), form)))
