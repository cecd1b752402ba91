"""Names of people: half a word of two capitals that is one of these is a name run together, not a brand."""

from __future__ import annotations

from briefing.language.word_set import word_set

# Prefixes of family names and given names that are written together with a capital inside (McDonald, DeSantis,
# LeBron, FitzGerald, MacArthur, DuBois); of the shorter ones every prefix of one or two letters is spared anyway.
NAME_PREFIXES = word_set("Mac Fitz Van Von Del Des Dos San Ben Abu Ker Vander Della")

# Given names that are no common word in English or in a firm's name: half a word of two capitals that is one of these
# is a name run together (DominicRaab, LuigiDiMaio), not a brand (BuzzFeed).
GIVEN_NAMES = word_set(
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
