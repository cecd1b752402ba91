"""Words that change what a sentence claims, and words that do not, by language: closed classes, as the news use them.

Compared by their stems, so that base forms and irregular ones are enough.
"""

from __future__ import annotations

from briefing.language.claim_lists import ClaimWords, groups, pairs
from briefing.language.claim_words_others import FRENCH, GERMAN, RUSSIAN, SPANISH, UKRAINIAN
from briefing.language.word_set import word_set

_ENGLISH = ClaimWords(
    negations=word_set(
        """no not never nor none nobody nothing neither cannot can't won't don't doesn't didn't isn't aren't wasn't
        weren't hasn't haven't hadn't wouldn't couldn't shouldn't mustn't ain't"""
    ),
    denying=word_set(
        """deny refuse fail failure reject without unable lack unlikely untrue false halt abandon cancel oppose avoid
        prevent block barely hardly former"""
    ),
    kinds=groups(
        """may might could can possible possibly perhaps potentially; will would shall plan expect intend propose aim
        upcoming set hope vow pledge promise threaten; must should ought need urge demand; suspect allege
        allegedly apparently appear seem likely probably accuse"""
    ),
    opposites=pairs(
        """rise rose risen increase grow grew gain climb jump surge up higher | fall fell fallen decrease decline
        drop shrink sink sank down lower; win won victory beat | lose lost loss defeat; accept approve agree back
        support endorse adopt uphold upheld | reject refuse oppose veto block overturn overrule; open reopen |
        close shut; begin began begun start launch | end finish cease stop halt; kill kills dead death die died |
        injure injury wound hurt; buy bought purchase | sell sold sale; more most | less least fewer fewest;
        before | after; north northern | south southern; east eastern | west western; arrive enter join return |
        leave left depart quit withdraw withdrew; guilty convict | innocent acquit clear; arrest detain jail |
        release free; man men male boy | woman women female girl; son brother father husband | daughter sister
        mother wife; early earlier | late later; allow permit legalise legalize | ban forbid forbade prohibit bar;
        confirm | deny; attack offensive | defend defence defense; import | export; hire appoint | fire sack
        dismiss; strengthen tighten | weaken loosen ease; for favour favor | against; public | private; majority |
        minority; morning | evening night; first | last; with | without; ally friend | enemy foe; survive | die
        died; maximum | minimum; soldier troops military | civilian"""
    ),
    telling=word_set(
        """say said says tell told ask add reply explain state note write wrote tweet post announce announcement
        continue remark report according statement reporter reporters journalist press conference news release
        interview spokesman spokeswoman spokesperson official agency newspaper media tweet twitter facebook
        telling today yesterday morning afternoon evening night early late local time gmt earlier recently
        meanwhile quoted quote comment told reportedly noted declare acknowledge admit testify wonder office
        letter editorial officially presumably agent rep representative source sources briefing address message
        joint mr mrs ms dr sir include including number worth"""
    ),
    synonyms=groups(
        """blaze fire; bail bond; arrest nab apprehend detain; begin start commence; keep retain; kill slay slain;
        movie film; lawsuit suit; lawyer attorney; help aid assist; child children kid kids; quake earthquake
        temblor tremor; homer homers; wound injure hurt; near close; buy purchase; house home; almost nearly;
        demonstrator protester protestor; jail prison; car vehicle; big large; cop police; noise commotion; law
        legislation; soldier troop troops; assault attack; firm company; destroy gut; current ongoing; worker
        employee; say tell"""
    ),
    limiting=word_set("only sole solely alone exclusively"),
    deadlines=word_set("by until till before from since after next"),
)

CLAIM_WORDS = {
    "en": _ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "uk": UKRAINIAN,
}  # fmt: skip
NO_CLAIM_WORDS = ClaimWords()
