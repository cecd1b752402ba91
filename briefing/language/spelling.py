"""How words are written, by language: the evidence that tells a broken word or sentence from an unusual one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """One language's evidence. A language without an entry has none: then only the marks and the script tell.

    `never_last` end no sentence. `titles` stand before a name. `articles` are glued to the next word (`Theattacks`),
    `verbs` to the name before (`Kulebasaid`); `nouns` follow an article in the news though the article may hold them no
    second time; `joined` are two function words in one. `compounds` look like glued words and are none. `never_closing`
    end no sentence before an "of".
    """

    never_last: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    never_closing: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = Spelling(
    never_last=_set("the a an and or but my our your their whose than because mr mrs ms dr sen rep gov gen"),
    titles=_set(
        """minister president secretary mr mrs ms mr. mrs. ms. dr dr. sen sen. rep rep. gov gov. gen gen. chancellor
        ambassador judge general chairman chairwoman spokesman spokeswoman spokesperson governor senator premier
        congressman congresswoman commissioner commander king queen prince princess pope mayor director envoy"""
    ),
    articles=("The",),
    verbs=(
        *("said", "told", "added", "says", "was", "were", "has", "stressed", "warned", "noted", "announced", "replied"),
        *("explained", "asked", "wrote", "tweeted", "insisted", "argued", "denied", "called", "met", "will", "had"),
    ),
    nouns=_set(
        """agency agreement alliance army attack attacks attacker attackers bank bill bloc campaign chancellor city
        company conflict country court crisis deal decision delegation deployment election exercise fighting forces
        general government group leader leaders law meeting measure measures military minister ministers ministry
        mission move officer officers official officials operation opposition pandemic parliament party plan police
        policy premier president project prosecutor report sanctions secretary senate situation soldiers spokesman
        spokeswoman state statement strike study summit talks team troops union visit vote war withdrawal"""
    ),
    joined=frozenset(
        [
            f"{word}the"
            for word in [
                "of",
                "in",
                "to",
                "on",
                "for",
                "and",
                "that",
                "with",
                "from",
                "by",
                "at",
                "as",
                "into",
                "over",
                "after",
                "is",
                "was",
                "are",
                "said",
            ]
        ]
        + [f"said{word}" for word in ["that", "he", "she", "it", "they", "in", "on", "at", "there", "we"]]
        + [f"{word}been" for word in ["has", "have", "had"]]
        + [
            f"{word}not"
            for word in [
                "is",
                "are",
                "was",
                "were",
                "did",
                "does",
                "will",
                "would",
                "could",
                "should",
                "has",
                "have",
                "had",
            ]
        ]
        + ["willbe", "wouldbe"]
    ),
    compounds=_set(
        """Therapist Therapists Theses Theorist YouTube FaceTime PayPal MasterCard BlackRock BlackBerry WhatsApp
        LinkedIn ObamaCare RomneyCare TrumpCare JonBenét"""
    ),
    never_closing=_set(
        """Archbishop Bank Bishop Department Duchess Duke Earl Minister Ministry Prince Princess Republic Secretary
        University coast county island outskirts shores date number series"""
    ),
)

SPELLING: dict[str, Spelling] = {"en": _ENGLISH}
NO_SPELLING = Spelling()

# Prefixes of family names and given names that are written together with a capital inside (McDonald, DeSantis,
# LeBron, FitzGerald, MacArthur, DuBois); of the shorter ones every prefix of one or two letters is spared anyway.
NAME_PREFIXES = _set("Mac Fitz Van Von Del Des Dos San Ben Abu Ker Vander Della")

# Given names that are no common word in English or in a firm's name: half a word of two capitals that is one of these
# is a name run together (DominicRaab, LuigiDiMaio), not a brand (BuzzFeed).
GIVEN_NAMES = _set(
    """
Abdul Abdullah Abigail Adam Adrian Ahmad Ahmed Alan Albert Alejandro Aleksandr Alessandro Alexander Alexandra
Alexandria Alexei Alexey Alfred Alice Alison Amanda Amy Andrea Andreas Andrei Andrew Andrey Andriy Andrzej Angela
Angus Ann Anna Anne Annegret Anthony Antoine Antonio Antony Arnold Arthur Ashraf Barack Barbara Bashar Beatrice
Benjamin Bernard Bernie Beth Boris Brandon Brenda Brendan Brian Bruce Bryan Camilla Carl Carla Carlos Carmen Carol
Caroline Catherine Cecilia Charles Charlotte Chris Christian Christina Christine Christopher Cindy Claire Claudia
Colin Connor Craig Cynthia Dan Daniel Darren David Deborah Denis Dennis Derek Diane Dieter Dimitri Dmitri Dmitry
Dmytro Dominic Donald Donna Dorothy Douglas Duncan Edith Eduardo Edward Edwin Elena Elizabeth Ellen Emily Emma
Emmanuel Enrique Eric Erik Ernest Ethan Eugene Evan Evelyn Fatima Felipe Fernando Fiona Florence Francesca Francesco
Francis Francisco Francois François Frederick Friedrich Gabriel Gareth Gary Geoffrey Georg George Georges Gerald
Gerard Gerhard Giovanni Giuseppe Gloria Gordon Graham Gregory Guido Guillermo Gustavo Hamid Hannah Hans Harold Harry
Hassan Hector Heiko Heinrich Helen Helmut Henri Henry Herbert Hillary Hossein Howard Hugh Hugo Hussein Ian Ibrahim
Igor Irina Isaac Isabel Ivan Jacob Jacques Jair Jamal James Jan Jane Janet Jared Jason Javad Javier Jean Jeff Jeffrey
Jennifer Jens Jeremy Jerome Jessica Jim Jimmy Joan Joanna Joe Joel Johan Johannes John Johnny Jon Jonathan Jorge Jose
Josef Joseph Joshua José Juan Judith Julia Julian Julie Jürgen Kamala Karen Karl Kate Katherine Kathleen Kathryn Katie
Keith Kelly Kenneth Kevin Khalid Kim Kimberly Klaus Kristina Kyle Larry Laura Lauren Lawrence Leonard Leonid Leslie
Liam Linda Lindsey Lionel Lisa Liz Lloyd Louis Louise Lucas Lucy Luigi Luis Lukas Luke Magdalena Mahmoud Malcolm
Manuel Marcel Marco Marcus Margaret Maria Mariano Marie Mario Martha Martin Mary Massimo Matteo Matthew Maurice
Mauricio Max Megan Melania Melissa Mevlut Michael Michel Michelle Miguel Mikhail Mohamed Mohammad Mohammed Monica
Moqtada Muhammad Mustafa Mykola Nadia Nancy Narendra Natalia Natalie Nathan Neil Nicholas Nicola Nicolas Nikita Nikki
Nikolai Noah Norman Oleg Oleksandr Oleksii Olga Oliver Olivia Omar Oscar Otto Pablo Pamela Patricia Patrick Paul Paula
Pauline Pavel Pedro Peter Petro Philip Philippe Phillip Pierre Piotr Priti Rachel Rafael Rahul Ralph Raymond Rebecca
Recep Reinhard Renata Ricardo Richard Rishi Robert Roberto Rodrigo Roger Roland Roman Ronald Roy Rudolf Russell Ruth
Ryan Sabine Saddam Salman Samantha Samuel Sandra Sarah Scott Sean Sebastian Sergei Sergey Sergio Serhiy Shannon Sharon
Shinzo Silvia Silvio Simon Sofia Sophie Stanislav Stefan Stephanie Stephen Steven Stuart Susan Svetlana Sylvia Tatiana
Tayyip Teresa Terrence Theodore Theresa Thomas Tim Timothy Tobias Todd Tony Ursula Valentina Valerie Vanessa Vasily
Veronica Victor Victoria Viktor Vincent Virginia Vitali Vitaly Vladimir Volodymyr Walter Wayne Wendy Wilbur Wilhelm
William Winston Wolfgang Xavier Xi Yair Yevgeny Yulia Yuri Yusuf Yves Zoe
"""
)
