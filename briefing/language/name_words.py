"""Words that tell what a capitalised name is the name of: titles, bodies, particles, and what is no name at all.

Each is a closed class, or the commonest of an open one where a word that is missing only means that nothing is said.
"""

from __future__ import annotations

from briefing.language.word_set import word_set

# What stands before a person's name, in lower case without a full stop. English, German, French, Spanish, Russian and
# Ukrainian in one list: their titles do not collide with each other's names.
TITLES = word_set(
    """mr mrs ms miss mx dr prof sir dame lord lady baron baroness gen col lt maj capt cmdr adm sgt cpl pvt brig rev hon
    fr sen sens rep reps gov govs atty amb det insp supt pres sec
    president vice-president premier chancellor minister secretary secretary-general general colonel lieutenant major
    captain commander admiral sergeant brigadier marshal senator representative congressman congresswoman governor
    mayor councillor councilman councilwoman alderman speaker leader chairman chairwoman chair chairperson chief
    director director-general commissioner ambassador envoy prosecutor attorney judge justice sheriff inspector
    superintendent detective officer constable king queen prince princess duke duchess emperor sultan emir sheikh
    sheik ayatollah imam pope cardinal archbishop bishop father sister brother rabbi reverend pastor professor doctor
    spokesman spokeswoman spokesperson treasurer coordinator analyst economist strategist pollster correspondent
    reporter editor columnist author lawyer candidate nominee lawmaker democrat republican analyst adviser advisor
    undersecretary deputy mp coach manager
    herr frau präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin ministerin außenminister
    außenministerin verteidigungsminister innenminister finanzminister generalsekretär bürgermeister sprecher
    sprecherin bundespräsident ministerpräsident
    monsieur madame mademoiselle président présidente ministre général
    señor señora don doña presidente presidenta ministro ministra secretario secretaria
    президент министр генерал премьер-министр премьер президентка міністр глава"""
)
# Titles of women and of men only.
SHE_TITLES = word_set(
    """mrs ms miss dame lady baroness congresswoman councilwoman chairwoman queen princess duchess spokeswoman frau
    präsidentin bundeskanzlerin kanzlerin ministerin außenministerin sprecherin madame mademoiselle présidente señora
    doña presidenta ministra"""
)
HE_TITLES = word_set(
    """mr sir lord baron congressman councilman alderman chairman king prince duke emperor sultan pope cardinal
    spokesman herr monsieur señor don"""
)
# Titles that "the …" alone may take up again ("Gen. Lee … the general"), for those that are cut short.
SPELLED_OUT = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain", "adm": "admiral",
    "sgt": "sergeant", "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor",
    "dr": "doctor", "rev": "reverend", "det": "detective", "amb": "ambassador", "cmdr": "commander",
    "secretary-general": "secretary-general", "pres": "president",
}  # fmt: skip

# "The president" is not the vice president, nor a former one.
RESTRICTING = word_set("former ex-president vice deputy acting assistant late then elect")

# Languages that write every noun with a capital: there only persons and acronyms are sure to be names.
CAPITAL_NOUNS = frozenset(("de",))

# Small words inside a person's name.
PARTICLES = word_set(
    "van von der den de del della di da dos du la le ten ter bin ibn al el bint zu und y af av ben abu"
)

# Words by which a name is a body's, in lower case: kinds of bodies, and the endings of companies and papers.
BODIES = word_set(
    """administration agency airlines alliance army assembly association authority bank board brigade bureau cabinet
    center centers centre chamber church circuit club coalition college command commission committee community company
    conference congress corp corporation corps council court courts democrats department duma federation force forces
    forum foundation front fund group guard holdings hospital house inc institute institution intelligence journal
    league legislature limited ltd media ministry mission movement museum nations navy network news office organisation
    organization parliament partnership party patrol pentagon plc police post press prison project radio reserve
    republicans school secretariat senate service services society staff state states studio supreme television times
    treasury tribunal trust union university watch workers tribune herald gazette magazine tv gmbh ag llc llp campaign
    kremlin airways systems technologies industries motors partners associates
    ministerium bundestag bundeswehr partei rat gericht zeitung gesellschaft ministère parti conseil cour assemblée
    ministerio partido consejo tribunal gobierno banco министерство партия совет суд міністерство партія рада"""
)
# Words after which "of" goes on with the body's name: "Department of Defense", "Bank of England".
BODIES_OF = word_set(
    """administration agency army assembly association bank board bureau center centre chamber church college commission
    committee council court department federation house institute league ministry office organisation organization
    parliament secretary society union university chiefs state joint congress chamber"""
)
PLACES = word_set(
    """street avenue road river lake mountain mountains mount island islands sea ocean bay gulf strait county city
    province region valley airport square bridge park beach hill hills port peninsula desert canal heights tower
    towers building ave blvd highway district north south east west northern southern eastern western central"""
)
# Where a capitalised word after them is a place, if it is no person's.
LOCATIVES = word_set("in near across outside throughout inside around")

# Days and months: capitalised, and no names.
CALENDAR = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun
    christmas easter ramadan thanksgiving a.m p.m est edt gmt utc et pst"""
)

# Months that are given names, too.
GIVEN_MONTHS = word_set("may april june august")

# Words that open a sentence with a capital and belong to no name behind them.
OPENERS = word_set(
    """der die das ein eine im am mit von für nach bei und aber er sie es wir dem den des auch wie nun
    le les un une en au aux dans pour par sur avec selon mais et il elle ils cette ces
    el los las una por para con según pero
    в на с по за о и но он она они это у з та але він вона вони це
    a an the this that these those my your his her its our their some any each every both all many most much more
    few several such no another other one two three four five six seven eight nine ten dozens hundreds thousands
    millions half
    everything everyone everybody nothing nobody something someone somebody anything anyone anybody none
    i you he she it we they me him us them who whom whose which what when where why how whether
    and but or nor so yet for if as because since while although though unless until till once after before than then
    in on at by with without within from to of into onto over under between among amid against about across along
    around behind below beneath beside besides beyond despite down during except inside near off out outside per
    regarding through throughout toward towards up upon via
    is are was were be been being am has have had do does did will would shall should can could may might must not
    also again already always almost even ever never just only still too very now today yesterday tomorrow tonight
    here there later earlier soon ago recently previously finally first firstly second secondly third last next
    however meanwhile moreover furthermore nevertheless nonetheless instead otherwise indeed perhaps maybe rather
    therefore thus hence besides additionally overall elsewhere afterwards
    asked according speaking writing addressing responding referring citing calling saying adding noting given
    following former late like unlike longtime ex then-
    yes no oh well ok okay hello please thank thanks sorry let's let dear
    read see watch click photo image video file story related update updated breaking exclusive analysis opinion
    mr-"""
)
# Plain nouns for one person: somebody else whom a "he" may stand for.
PERSON_NOUNS = word_set(
    """man woman boy girl father mother son daughter brother sister husband wife friend victim suspect attacker gunman
    driver officer official spokesman spokeswoman spokesperson lawyer attorney judge minister president senator
    candidate nominee leader chief director manager adviser advisor aide ambassador mayor governor general colonel
    soldier professor teacher student doctor nurse patient analyst expert economist journalist reporter editor author
    activist resident witness neighbour neighbor farmer worker businessman businesswoman executive chairman
    chairwoman pollster strategist veteran voter supporter critic opponent rival predecessor successor colleague
    counterpart host guest interviewer moderator caller speaker mp lawmaker congressman congresswoman secretary
    commander captain sergeant detective prosecutor priest bishop pope king queen prince princess player coach
    operative donor billionaire millionaire dictator owner founder singer actor actress artist writer scientist
    researcher nominee someone somebody anyone person passenger pilot teenager child baby source assailant defendant
    plaintiff deputy chancellor premier envoy diplomat negotiator policeman policewoman"""
)
# Of these, those for women and for men only.
WOMEN = word_set(
    """woman girl mother daughter sister wife businesswoman spokeswoman chairwoman congresswoman policewoman queen
    princess actress"""
)
MEN = word_set(
    """man boy father son brother husband gunman businessman spokesman chairman congressman policeman king prince
    bishop priest pope"""
)
# Words that open a phrase before its subject: a "his" in it may be for somebody named behind it.
FRONTERS = word_set(
    """in on at for with by from during despite after before when while as if since although though because until
    throughout under amid given like unlike besides speaking asked to through among"""
)
# Verbs before which an unknown capitalised word is somebody's name, unless it is one of those for many.
SPEAKING = word_set("said says told tells added adds believes thinks argues wrote writes knows wants asked denied")
MANY = word_set(
    """officials police authorities critics experts analysts sources residents witnesses supporters opponents lawmakers
    prosecutors investigators scientists researchers republicans democrats doctors economists reporters lawyers
    attorneys observers neighbours neighbors relatives friends parents voters activists protesters campaigners
    organisers organizers detectives firefighters soldiers teachers students farmers workers people others mr mrs"""
)
