"""Abbreviations of the languages: none ends a sentence that goes on, and none hides an end."""

from __future__ import annotations

import pytest

from briefing.language.sentences import sentences

TWO = {
    "cs": "Prof. Jan Novák řekl, že např. Brno má čas. Most se zavře v květnu.",
    "da": "Formanden, dr. Bo Holm, nævnte bl.a. Odense. Broen lukker i maj.",
    "de": "Bürgermeister Dr. Beck nannte u. a. Kiel und Bonn. Die Brücke schließt am 3. Mai.",
    "el": "Ο κ. Παππάς μίλησε π.χ. για την Πάτρα. Η γέφυρα κλείνει τον Μάιο.",
    "es": "El Sr. Gil citó EE. UU. y Chile, p. ej. Lima. El puente cierra en mayo.",
    "fi": "Puhuja oli prof. Aalto, ks. Turku. Silta suljetaan toukokuussa.",
    "fr": "M. Gil et Mme Roux ont cité le Dr. Paul. Le pont ferme en mai.",
    "hu": "A beszélő Dr. Nagy Pál volt, ill. Kovács. A híd májusban zár.",
    "no": "Lederen, dr. Bo Holm, nevnte bl.a. Bergen. Broen stenger i mai.",
    "pl": "Minister, prof. Jan Nowak, wymienił np. Gdańsk. Most zamkną w maju.",
    "pt": "O Sr. Gil e a Dra. Reis citaram o Eng. Lima. A ponte fecha em maio.",
    "ro": "Ministrul, prof. Ion Pop, a vorbit cu dl. Radu. Podul se închide în mai.",
    "ru": "В г. Омске проф. Лунин назвал, т. е. повторил, срок. Мост закроют в мае.",
    "sv": "Talaren, prof. Bo Holm, nämnde t.ex. Lund. Bron stängs i maj.",
    "uk": "У м. Львів проф. Лунь назвав ім. Франка. Міст закриють у травні.",
}


@pytest.mark.parametrize("language", TWO)
def test_two_sentences_are_two(language: str) -> None:
    """The first holds abbreviations before capitals, the second none."""
    found = [TWO[language][start:end] for start, end in sentences(TWO[language], language)]
    assert len(found) == 2, found
