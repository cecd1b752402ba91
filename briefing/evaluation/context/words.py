"""English words that the measure of context goes by: written for it alone, shared with nothing that it measures."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(phrases: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases.split(";"))


HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
THEY = frozenset(("they", "them", "their", "theirs"))
IT = frozenset(("it", "its"))
FAMILIES = (HE, SHE, THEY, IT)
FIRST_PERSON = frozenset(("i", "we"))
DEMONSTRATIVES = frozenset(("this", "that", "these", "those"))

MALE = _set("""
    mr sir lord king prince man men boy father son husband brother uncle actor grandfather businessman boyfriend
    gentleman schoolboy policeman widower nephew
""")
FEMALE = _set("""
    mrs ms miss lady queen princess woman women girl mother daughter wife sister aunt actress grandmother
    businesswoman girlfriend schoolgirl policewoman widow mum mom niece
""")

# What a person may be called by; a word ending in "-year-old" or "mother-of-…" is one as well.
PERSONS = (
    MALE
    | FEMALE
    | _set("""
    actor adviser ambassador analyst artist assistant athlete attorney author baby billionaire bishop blogger boss
    boxer cardinal chairman chairwoman chancellor champion chef chief child cleric coach colonel comedian commander
    commissioner congressman congresswoman councillor couple daredevil defendant defender deputy detective dictator
    diplomat director doctor driver duchess duke economist editor engineer executive expert farmer fighter
    firefighter footballer founder fugitive general goalkeeper golfer governor guard guitarist gunman hero historian
    host hunter immigrant inmate inspector journalist judge killer lawmaker lawyer leader lieutenant magistrate
    major manager mayor midfielder migrant militant millionaire minister model musician neighbour neighbor nurse
    officer official owner painter parent passenger pastor patient pensioner philosopher photographer physician
    pilot player poet politician pope premier presenter president priest prisoner producer professor programmer
    prosecutor racer referee reporter representative researcher resident rider runner sailor scientist secretary
    senator sergeant shooter singer skipper soldier spokesman spokesperson spokeswoman star striker student surgeon
    suspect swimmer teacher teammate teen teenager terrorist toddler tourist trainer treasurer veteran victim winger
    witness worker writer youngster youth
""")
)

PLURALS = _set("""
    people men women children police staff crew parents couple pair family team group club band both all many
    several others two three four five six seven eight nine ten dozens hundreds thousands officials authorities
    everyone anyone everybody anybody nobody someone somebody company government party public side army council
    committee firm
""")
SINGULAR_IN_S = _set("""
    was is has does says this his its as us less always perhaps yes news plus press business across towards years
    months weeks days hours minutes percents besides unless series means politics previous various serious famous
    address access process success loss boss class pass cross thus
""")

TIMES = _set("""
    second minute hour day night morning afternoon evening week weekend month year decade century season summer
    winter spring autumn fall time times moment point stage january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter
    term quarter way kind sort type fiscal past coming very
""")

# "The …" without more that everybody knows, or that stands for a role which the world gives: never introduced.
KNOWN = TIMES | _set("""
    world country nation government president public police press media sun moon earth internet web economy army
    military law court state city town future past present end beginning start rest number amount majority same
    other others first last next only best worst most least latest market markets war weather sea sky ground air
    road street house home family prime minister queen king pope church bible news question problem fact idea reason
    result case area region capital border hospital school university truth way top bottom side middle back front
    left right north south east west poor rich young old dead united report
""")

# Nouns that stand for something told before, whatever words told it.
SHELLS = _set("""
    accident accusation accusations agreement allegation allegations announcement argument arrest arrests assault
    attack attacks ban blast blaze bombing case change changes charge charges claim claims clash clip collision
    comment comments compromise conflict confrontation controversy crash crime criticism damage deal death deaths
    debate decision defeat delay development discovery dispute effort event events explosion failure feat find
    finding findings fire footage image images incident information injury injuries investigation issue killing
    killings lawsuit loss match measure measures meeting message method mistake move movement murder news offence
    operation ordeal outburst plan plans plot policy post practice proposal protest protests raid rally ranking
    reaction remark remarks request revelation ritual row ruling rumour rumours scandal scheme scene sentence
    shooting situation speech statement strike study survey suggestion suspension tactic technique test tests threat
    threats tragedy transfer trial trip tweet update verdict victory video visit vote warning win
""")

# Words that follow a bare description: then nothing behind it says which one is meant.
AFTER_BARE = _set("""
    is are was were am be been has have had do does did will would can could may might must shall should cannot
    isn't aren't wasn't weren't hasn't haven't hadn't doesn't didn't won't wouldn't can't couldn't also then now
    never always still only just later soon said says told tells took takes came comes went goes made makes got gets
    gave gives found finds left leaves began begins shot hit ran runs fell felt became becomes saw knew thought kept
    held met sent set won lost led paid put read spoke spent stood wrote broke brought caught drew drove fought grew
    heard hurt laid let meant rose sold struck taught tore understood wants want hopes hope needs need shows show
    showed seems seem appears appear remains remain follows follow includes include means helps leads allows puts
    brings and or but as when while after before because since until if so than by during despite
""")

SPEECH = _set("""
    said says say saying told tells tell telling added adds adding asked asks explained explains insisted insists
    warned warns warning claimed claims argued argues stated states noted notes wrote writes writing tweeted posted
    declared announced acknowledged admitted admits agreed concluded confirmed continued countered denied described
    emphasised emphasized suggested stressed joked quipped recalled remarked repeated replied reported responded
    shouted testified urged vowed pledged promised commented conceded according cried revealed reads read quoted
    called branded complained blasted thanked thanking praised praising hailed slammed boasted
""")

# Linkers that join a sentence to the one directly before it; longer ones first where one begins another.
LINKERS = _phrases("""
    as a result; as a consequence; at the same time; by contrast; by comparison; even so; for example; for instance;
    in addition; in contrast; in other words; in response; in return; in turn; in the meantime; on the contrary;
    on the other hand; on top of that; that said; not only that; after that; since then; for that reason; despite this;
    despite that; because of this; because of that; more recently; most recently; what is more; accordingly;
    additionally; also; and; besides; but; consequently; conversely; furthermore; hence; however; indeed; instead;
    likewise; meanwhile; moreover; nevertheless; nonetheless; nor; or; otherwise; similarly; so; still; then; therefore;
    thus; too; yet
""")
# These are linkers only before a comma: "Still waters …", "Indeed", "So far", "Too many".
BEFORE_COMMA = frozenset(("still", "indeed", "too", "besides", "otherwise", "then"))
# "So far", "and so on": not a link to what stands before.
NOT_AFTER_SO = frozenset(("far", "many", "much", "called", "long"))

NOT_PERSONAL = (
    _set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter american british english scottish welsh irish french german
    spanish italian russian ukrainian chinese japanese korean indian iraqi iranian israeli palestinian syrian afghan
    european african asian australian canadian mexican brazilian dutch swedish danish norwegian polish turkish greek
    muslim christian catholic jewish islamic republican democratic republicans democrats labour tory tories
    conservative university college school police court department ministry office agency commission committee
    council congress senate parliament association club united city fc league cup street road avenue park hospital
    airport station company corporation bank church times post mail guardian news facebook twitter youtube instagram
    google apple state states county island islands river lake hotel house internet god bbc
""")
    | TIMES
)
TITLES = _set("""
    mr mrs ms miss dr sir lord lady prof professor president prime minister senator sen gov governor rep king queen
    prince princess pope bishop judge justice captain capt sgt sergeant lt lieutenant col colonel gen general
    officer detective inspector secretary mayor chancellor chief actor actress coach reverend rev father
""")
FUNCTION = _set("""
    a an the and or but nor so yet if in on at of to for from by with as is was are were be been it he she they we i
    you this that these those there here his her their its our my your who which what when where why how not no all
    both each every some any many most more other another such one two three four five after before since until
    while although though because despite during about above below over under between among against into through
    across without within speaking asked also then now later earlier last next first meanwhile however according
    yesterday today tonight just only even still never once again instead whether would could should will can may
    might must has have had do does did than them him me us up down out off back new old good great like well very
    too much few own same say says said
""")
PLACED_BY = frozenset(("in", "at", "near", "into", "outside", "inside", "across", "throughout"))
PARTICLES = frozenset(("van", "von", "de", "der", "den", "di", "da", "bin", "al", "el", "la", "le", "du"))
# "a mission", "her plan": by these a noun is introduced.
INTRODUCERS = _set(
    "a an another one two three four five six his her its their our my some several no any each every new"
)
# A clause or phrase that opens so may hold a pronoun for somebody named behind it: "After he lost, Ray left."
LOOKING_AHEAD = _set(
    "after before when while as if although though because since despite in on with at for during by once until"
)
# What stands before the subject of a clause.
BEFORE_SUBJECT = _set("that when while as because if after before since until although though and but whether where")
# Function words that may stand inside a description: "the two men", "the old bridge".
INSIDE = _set("two three four five old new former latter")
