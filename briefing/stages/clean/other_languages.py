"""What pages in German, French, Spanish, Russian and Ukrainian carry besides the news, as data."""

from __future__ import annotations

from briefing.stages.clean.rules import BULLET, rule

_SHORT = r"[^.!?\n]{0,120}[.!?]?$"  # the rest of a line of one sentence at most
_HOUSES = (
    r"(?:AFP|AP|Reuters|dpa|EFE|EPA|ANSA|Getty(?: Images)?|Imago|IMAGO|Picture Alliance|picture alliance|Sipa|MaxPPP"
    r"|Europa Press|ТАСС|РИА Новости|Коммерсант[ъ]?|Укрінформ|УНІАН|Интерфакс|Shutterstock|Archiv|Archivo|архив|архів)"
)

OTHERS = (
    rule(
        "link",
        "a link to other articles, in another language",
        BULLET + r"(?:lesen sie (?:auch|hier|mehr)|mehr (?:zum thema|dazu)|siehe auch|zum weiterlesen)\b\s?:?" + _SHORT,
        BULLET + r"(?:(?:à )?lire (?:aussi|également)|à lire|voir aussi|sur le même sujet)\s?:" + _SHORT,
        BULLET + r"(?:lea? (?:también|además|más)|le puede interesar|te puede interesar|ver también"
        r"|más información)\s?:?" + _SHORT,
        BULLET + r"(?:читайте (?:также|ещё|еще)|читать далее|смотрите также|подробнее)\s?:?" + _SHORT,
        BULLET + r"(?:читайте (?:також|ще|більше)|читати далі|дивіться також|докладніше|детальніше)\s?:" + _SHORT,
        signs="lesen sie|mehr |siehe auch|weiterlesen|lire|voir aussi|sur le même|lea |lee |le puede|te puede"
        "|ver también|más info|читай|читать|читати|смотрите|подробнее|дивіться|кладніше|детальніше",
        words=22,
    ),
    rule(
        "credit",
        "a photo credit, in another language",
        BULLET + r"(?:foto|bild|bildquelle|photo|crédit(?: photo)?|фото|світлина)s?\s?[:/©]\s?(?:©\s?)?"
        r"(?-i:[\w©])[^.!?\n]{1,60}\.?$",
        rf".{{0,200}}\((?:foto|bild|фото)\s?:\s?[^()\n]{{2,60}}\)$|[^.!?\n]{{1,80}} / (?-i:{_HOUSES})$",
        signs="foto|bild|photo|crédit|фото|світлина| / ",
        words=40,
    ),
    rule(
        "notice",
        "what the page asks of its readers, in another language",
        BULLET + r"(?:abonnieren sie|melden sie sich|hier geht es zum|jetzt (?:abonnieren|registrieren))\b" + _SHORT,
        BULLET + r"(?:abonnez-vous|inscrivez-vous|recevez (?:notre|nos)|suivez-nous)\b" + _SHORT,
        BULLET + r"(?:suscríbete|suscríbase|regístrate|síguenos|síganos|recibe nuestro)\b" + _SHORT,
        BULLET + r"(?:подписывайтесь|подпишитесь|присоединяйтесь)\b" + _SHORT,
        BULLET + r"(?:підписуйтесь|підписуйтеся|підпишіться|приєднуйтесь|приєднуйтеся)\b" + _SHORT,
        BULLET + r"(?:anzeige|werbung|publicité|publicidad|реклама)\W*$",
        signs="abonnier|melden sie|hier geht|registrier|abonnez|inscrivez|recevez|suivez|suscríb|regístrate|sígu|sígan"
        "|recibe|подпис|подпиш|присоед|підпис|підпиш|приєдн|anzeige|werbung|publici|реклама",
        words=25,
    ),
    rule(
        "copyright",
        "a copyright line, in another language",
        r".{0,80}\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
        r"|все права защищены|(?:усі|всі) права захищен[оі])",
        signs="vorbehalten|réservés|reservados|защищены|захищен",
        words=40,
    ),
)
