"""Words by which a sentence leans on what stands before it, by language.

A language without an entry has none: then only the marks of quotation tell what leans.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContextWords:
    """One language's words, in lower case.

    `persons` can only stand for somebody named before, `things` only for something told before. `linkers` open a
    sentence that goes on from another; `linkers_with_comma` do so before a comma. `times` follow "this" and mean a day
    or a season, not a thing. `definites` are what "the …" alone has been told before. `fronters` open a phrase before
    the subject, `clauses` a clause. `cues` are verbs of speech, `expletives` what follows an "it" that stands for
    nothing. `bodies` are many or an office and so never "he" or "she"; `tellings` are verbs of speech that say nothing
    without what was told.
    """

    persons: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    linkers: tuple[str, ...] = ()
    linkers_with_comma: tuple[str, ...] = ()
    times: frozenset[str] = frozenset()
    definites: frozenset[str] = frozenset()
    fronters: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()
    adjectives_of_doing: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()
    after_so: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    tellings: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in words.replace("\n", " ").split(";"))


_ENGLISH = ContextWords(
    persons=_set("he she they him them his her their hers theirs"),
    things=_set("it its that these this those such another others neither itself"),
    linkers=_phrases(
        """but; and; or; nor; yet; so; however; meanwhile; moreover; furthermore; nevertheless; nonetheless; instead;
        then; also; likewise; similarly; conversely; therefore; thus; hence; consequently; accordingly; additionally;
        which; as a result; as such; for example; for instance; in addition; by contrast; in contrast; in other words;
        on the other hand; on the contrary; at the same time; even so; even then; that said; in turn; in response;
        to that end; to this end; in the meantime; in the process; for his part; for her part; for their part;
        at least that's; since then; by then; until then; not only that; what is more; the same"""
    ),
    linkers_with_comma=_phrases(
        """still; besides; again; otherwise; indeed; in fact; after all; in short; there; first; firstly; second;
        secondly; third; thirdly; lastly; finally; plus; rather; too; in particular; of course; in all; in doing so;
        afterwards; afterward; beforehand; in return; as well; more importantly; more recently"""
    ),
    times=_set(
        """week weekend month year season morning afternoon evening night time summer winter spring autumn fall
        fiscal term quarter decade century monday tuesday wednesday thursday friday saturday sunday january february
        march april may june july august september october november december christmas easter"""
    ),
    definites=_set(
        """accord accident accuser agreement aim allegation allegations amendment announcement arrangement arrests
        assault attack attacker attackers attacks ban bid bill blast bodies body bombing boy case ceremony charges
        children claim claims clash clip comment comments company confusion conversation couple crash criticism deal
        death deaths decision declaration development disagreement discovery discussions dispute document documents
        drug duo email emails episode event events explosion family figure figures find findings finding footage
        former gap gesture girl goal group gunman gunmen idea images incident interview inquiry investigation issue
        journalist killing killings latter law lawsuit legislation letter man measure measures meeting message
        mission missions mother motion move moves news offer operation order outbreak outcome pair pact package
        passengers patient petition photo photos pictures plan plans plot post practice probe problem procedure
        process programme program project proposal proposals protest protests question questions rally reason
        regulations remark remarks report reporter representative request response restrictions result results
        review row rule rules ruling sanctions scheme settlement shooting site situation speech spokesman
        spokeswoman spokesperson statement statistics step strike strikes study survey suspect suspects system talks
        tape target teenager text theory threat threats tragedy trend trial trio trip truce tweet tweets two three
        four vehicle verdict victim victims video visit vote warning warnings woman women men youngster"""
    ),
    fronters=_set(
        """in on at during for with from by under throughout despite among between speaking asked writing addressing
        last earlier later yesterday today tonight now following until since before after when while as if although
        though because once recently previously initially"""
    ),
    clauses=_set("before after when while as if although though because once since until asked"),
    cues=_set(
        """said says say saying told tells added adds adding asked asks replied explained insisted insists warned warns
        claimed argued argues stated noted noting wrote writes tweeted declared announced acknowledged
        admitted admits agreed concluded confirmed continued contended countered denied described emphasised
        emphasized suggested stressed specified joked quipped recalled recounted remarked repeated reported
        responded shouted testified urged vowed pledged promised predicted maintained mused lamented
        complained commented conceded boasted asserted alleged according called quoted demanded hailed
        praised criticised criticized reiterated underlined underscored believes believed"""
    ),
    predicates=_set(
        """is are was were isn't aren't wasn't weren't has have had hasn't haven't will would won't can could cannot
        should may might must did does do didn't doesn't also now then still never only soon later further came comes
        took takes follows followed began begins start started includes included include means meant marks marked
        found finds showed shows show gave gives made makes went left leave leaves sparked prompted raised raises drew
        allows allowed requires required aims aimed ended lasted killed wounded injured caused brought hit forced led
        fell rose happened occurred provides provided costs cost contains contained covers covered affects affected
        appears appeared seems seemed remains remained became becomes which who"""
    ),
    adjectives_of_doing=_set(
        """possible impossible necessary hard harder difficult easy easier vital crucial critical time imperative
        essential unusual rare common wrong right better best tempting fair good great nice safe important premature
        illegal legal lawful unlawful too reasonable normal unclear"""
    ),
    being=_set(
        """is was be been being are were it's seem seems seemed appear appears appeared remain remains remained
        became become becomes turns turned"""
    ),
    auxiliaries=_set("has had have may might must will would could can should not also still now never"),
    clause_openers=_set("that whether if how why what who when where"),
    after_so=_set("far many much called long glad proud happy sorry grateful"),
    explained=_set("who of in with from whose"),
    subordinators=_set("after before when while as because since who whom which that if although though where whether"),
    bodies=_set(
        """police doctors nurses officials prosecutors authorities investigators officers detectives witnesses
        neighbours neighbors lawyers friends relatives colleagues critics supporters reporters soldiers medics analysts
        experts lawmakers senators republicans democrats court courts department ministry company embassy agency
        jury tribunal commission committee government council parliament"""
    ),
    tellings=_set("said says wrote writes told tells added adds tweeted explained replied continued stated posted"),
    adverbs=_set("also then later previously once earlier reportedly himself herself further had has"),
)

CONTEXT_WORDS: dict[str, ContextWords] = {"en": _ENGLISH}
NO_WORDS = ContextWords()
