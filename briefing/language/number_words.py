"""Numbers in words, by language: closed classes, in lower case, as far as the news write them out.

The words for one are left out where they are articles too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.language.word_set import word_set


@dataclass(frozen=True, slots=True)
class NumberWords:
    """One language's words: `values` add up, `multipliers` multiply, `joints` may stand between them.

    `ordinals` give each its rank. Before a figure words of `at_least` and `at_most` make it a bound.
    """

    values: dict[str, int] = field(default_factory=dict)
    multipliers: dict[str, int] = field(default_factory=dict)
    joints: frozenset[str] = frozenset()
    ordinals: dict[str, int] = field(default_factory=dict)
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()


def _counted(listed: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """The words of a list with their numbers; forms of one number are joined by a stroke, a dash has none."""
    forms = ((first + k * step, form) for k, forms in enumerate(listed.split()) for form in forms.split("/"))
    return {form: number for number, form in forms if form != "-"}


_THOUSAND, _MILLION, _BILLION = 1_000, 1_000_000, 1_000_000_000

NUMBER_WORDS = {
    "en": NumberWords(
        values=_counted("two three four five six seven eight nine ten eleven twelve/dozen thirteen fourteen", 2)
        | _counted("fifteen sixteen seventeen eighteen nineteen", 15)
        | _counted("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10),
        multipliers={
            "hundred": 100, "thousand": _THOUSAND, "million": _MILLION, "mn": _MILLION, "m": _MILLION,
            "billion": _BILLION, "bn": _BILLION, "b": _BILLION, "trillion": _BILLION * 1000, "tn": _BILLION * 1000,
        },
        joints=word_set("and"),
        ordinals=_counted("first second third fourth fifth sixth seventh eighth ninth tenth"),
        at_least=("at least", "more than", "over", "no fewer than", "no less than", "above", "upwards of"),
        at_most=("at most", "fewer than", "less than", "under", "up to", "nearly", "almost", "no more than", "below"),
    ),
    "de": NumberWords(
        values=_counted("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn", 2)
        | _counted("sechzehn siebzehn achtzehn neunzehn", 16)
        | _counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10),
        multipliers={
            "hundert": 100, "tausend": _THOUSAND, "million": _MILLION, "millionen": _MILLION, "mio": _MILLION,
            "milliarde": _BILLION, "milliarden": _BILLION, "mrd": _BILLION,
        },
        ordinals=_counted("erste/ersten/erster/erstes zweite/zweiten/zweiter dritte/dritten/dritter vierte/vierten"),
        at_least=("mindestens", "mehr als", "über", "wenigstens", "nicht weniger als"),
        at_most=("höchstens", "weniger als", "unter", "bis zu", "fast", "beinahe", "knapp"),
    ),
    "fr": NumberWords(
        values=_counted("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 2)
        | _counted("vingt trente quarante cinquante soixante", 20, 10),
        multipliers={
            "cent": 100, "cents": 100, "mille": _THOUSAND, "million": _MILLION, "millions": _MILLION,
            "milliard": _BILLION, "milliards": _BILLION, "md": _BILLION, "mds": _BILLION,
        },
        joints=word_set("et"),
        ordinals=_counted("premier/première deuxième/second/seconde troisième quatrième cinquième"),
        at_least=("au moins", "plus de", "pas moins de"),
        at_most=("au plus", "moins de", "jusqu'à", "jusqu’à", "près de", "presque"),
    ),
    "es": NumberWords(
        values=_counted("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 2)
        | _counted("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10)
        | _counted("doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos", 200, 100),
        multipliers={
            "cien": 100, "ciento": 100, "mil": _THOUSAND, "millón": _MILLION, "millones": _MILLION,
        },
        joints=word_set("y"),
        ordinals=_counted("primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta"),
        at_least=("al menos", "más de", "por lo menos", "no menos de"),
        at_most=("como máximo", "menos de", "hasta", "casi", "cerca de"),
    ),
    "ru": NumberWords(
        values=_counted("два/две/двух/двумя/двум три/трех/трёх/тремя/трем четыре/четырех/четырёх/четырьмя", 2)
        | _counted("пять/пяти/пятью шесть/шести/шестью семь/семи восемь/восьми девять/девяти десять/десяти", 5)
        | _counted("одиннадцать/одиннадцати двенадцать/двенадцати тринадцать четырнадцать пятнадцать/пятнадцати", 11)
        | _counted("двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят", 20, 10)
        | _counted("сто/ста двести/двухсот триста/трехсот четыреста/четырехсот пятьсот/пятисот", 100, 100),
        multipliers={
            "тысяча": _THOUSAND, "тысячи": _THOUSAND, "тысяч": _THOUSAND, "тыс": _THOUSAND,
            "миллион": _MILLION, "миллиона": _MILLION, "миллионов": _MILLION, "млн": _MILLION,
            "миллиард": _BILLION, "миллиарда": _BILLION, "миллиардов": _BILLION, "млрд": _BILLION,
        },
        ordinals=_counted("первый/первая/первое/первого второй/вторая/второе/второго третий/третья/третье/третьего"),
        at_least=("не менее", "более", "больше", "свыше", "как минимум", "по меньшей мере"),
        at_most=("не более", "менее", "меньше", "до", "почти"),
    ),
    "uk": NumberWords(
        values=_counted("два/дві/двох/двома/двом три/трьох/трьома чотири/чотирьох/чотирма", 2)
        | _counted("п'ять/п’ять/п'яти/п’яти шість/шести сім/семи вісім/восьми дев'ять/дев’ять десять/десяти", 5)
        | _counted("одинадцять дванадцять/дванадцяти тринадцять чотирнадцять п'ятнадцять/п’ятнадцять", 11)
        | _counted("двадцять/двадцяти тридцять/тридцяти сорок п'ятдесят/п’ятдесят шістдесят", 20, 10)
        | _counted("сто/ста двісті/двохсот триста/трьохсот чотириста/чотирьохсот п'ятсот/п’ятсот", 100, 100),
        multipliers={
            "тисяча": _THOUSAND, "тисячі": _THOUSAND, "тисяч": _THOUSAND, "тис": _THOUSAND,
            "мільйон": _MILLION, "мільйона": _MILLION, "мільйони": _MILLION, "мільйонів": _MILLION, "млн": _MILLION,
            "мільярд": _BILLION, "мільярда": _BILLION, "мільярди": _BILLION, "мільярдів": _BILLION, "млрд": _BILLION,
        },
        ordinals=_counted("перший/перша/перше/першого другий/друга/друге/другого третій/третя/третє/третього"),
        at_least=("не менше", "понад", "більше", "щонайменше", "принаймні"),
        at_most=("не більше", "менше", "до", "майже"),
    ),
}  # fmt: skip
