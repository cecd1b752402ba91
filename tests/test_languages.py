"""The whole way, from articles to a proved page, in every language that is claimed, in a pile of all, and in others."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest

import briefing
from briefing import language
from briefing.language.detect import detect
from briefing.language.served import SERVED, is_claimed
from briefing.model import Article, Theme
from briefing.settings import load
from briefing.stages.read import read
from briefing.stages.theme.evidence import matches

PILES = Path(__file__).parent / "languages"
CASES = tomllib.loads((PILES / "cases.toml").read_text("utf-8"))
DAY = "2026-04-15"
each = pytest.mark.parametrize("code", CASES)


def test_every_claimed_language_has_cases():
    """And no other is claimed."""
    assert sorted(CASES) == sorted(code for code in SERVED if is_claimed(code))
    assert language.__doc__


def articles(code: str) -> list[Article]:
    """Return the articles of a pile, in order."""
    return [Article(path.read_text("utf-8"), language=code) for path in sorted((PILES / code).glob("*.txt"))]


def page(command, *arguments: object) -> dict:
    """Build a JSON page."""
    ran = command("build", *arguments, "--date", DAY, "--format", "json", "-o", "-")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def printed(built: dict) -> list[str]:
    """Return the texts of a page's extracts."""
    found = []

    def gather(part: object) -> None:
        if isinstance(part, dict):
            found.extend([part["text"]] if "start" in part.get("citation", part) and "text" in part else [])
            for inner in part.values():
                gather(inner)
        elif isinstance(part, list):
            for inner in part:
                gather(inner)

    gather(built)
    return found


@each
def test_what_is_no_news_is_set_aside(code):
    """Headline, byline, dateline, credit and link, in the language's own manner."""
    found = [a.text[aside.start : aside.end] for a in articles(code) for aside in read(a).cleaned.asides]
    assert [wanted for wanted in CASES[code]["aside"] if wanted not in found] == []


@each
def test_sentences_are_whole(code):
    """No abbreviation, initial or ordinal ends one, and none is unfit to print."""
    found = [sentence for article in articles(code) for sentence in read(article).sentences]
    assert [wanted for wanted in CASES[code]["whole"] if wanted not in [s.text for s in found]] == []
    assert [s.text for s in found if s.unfit] == []


@each
def test_the_page_prints_what_can_stand_alone(command, code):
    """No extract opens with a word that leans on a sentence before it; every quotation is whole and has a speaker."""
    texts = printed(page(command, PILES / code))
    assert len(texts) > 10
    assert [(t, w) for t in texts for w in CASES[code]["leans"] if t.startswith(w)] == []
    for quotation, speaker in CASES[code]["quotations"]:
        holding = [text for text in texts if quotation.strip("„“»«”’ \u00a0")[:20] in text]
        assert holding
        assert all(quotation in text and speaker in text for text in holding)


@each
def test_a_shared_statement_is_a_key_point(command, code):
    """With the number of both articles."""
    theme = page(command, PILES / code)["sections"][0]
    assert [point["text"] for point in theme["key_points"]] == [CASES[code]["shared"]]
    assert len(theme["key_points"][0]["also"]) == 1


@each
def test_terms_are_found_in_their_forms(code, tmp_path):
    """A term as it stands in a dictionary finds the forms of news, and a country the word derived from it."""
    settings = load(config=PILES / code / "briefing.toml", folder=tmp_path, sources=(), environ={}, overrides={})
    sentences = {s.text: s for article in articles(code) for s in read(article).sentences}
    for term, text in CASES[code]["named"]:
        found = matches([(sentences[text].words, text)], settings.settings.themes, code)
        assert term in [match.label for match in found if match.weight >= 0.5], text


@each
@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_the_page_is_proved(command, tmp_path, code, form):
    """Every line of it, in the page's own language."""
    shutil.copytree(PILES / code, tmp_path / "pile")
    path = tmp_path / f"page.{form}"
    assert command("build", tmp_path / "pile", "--date", DAY, "-o", path).code == 0
    ran = command("verify", path)
    assert ran.code == 0, ran.out + ran.err


@each
def test_every_paragraph_of_news_is_told_by_itself(code):
    """And every article; nothing of 200 characters or more is taken for another language."""
    for article in articles(code):
        assert detect(article.text) == code
        for paragraph in article.text.split("\n\n"):
            assert len(paragraph) < 200 or detect(paragraph) == code, paragraph


def test_a_pile_of_all_languages_is_read_each_in_its_own(command, tmp_path):
    """With `language = "auto"`, and terms by language: each article feeds the theme by the terms of its own."""
    pile = tmp_path / "pile"
    pile.mkdir()
    for code in CASES:
        shutil.copy(PILES / code / "2.txt", pile / f"{code}.txt")
    terms = ("gas price", "Gaspreis", "prix du gaz", "gas", "цена на газ", "ціна на газ")
    codes = ("en", "de", "fr", "es", "ru", "uk")
    table = ", ".join(f'{code} = ["{term}"]' for code, term in zip(codes, terms, strict=True))
    (tmp_path / "briefing.toml").write_text(f'language = "auto"\n[[theme]]\nname = "Energy"\nterms = {{ {table} }}\n')
    built = page(command, pile, "--config", tmp_path / "briefing.toml", "--words", "900")
    assert sorted(source["language"] for source in built["sources"]) == sorted(CASES)
    assert built["problems"] == []
    (section,) = built["sections"]
    assert len(section["articles"]) == len(CASES)


def test_terms_of_another_language_are_not_looked_for():
    """The German “Gift” is poison, and no present."""
    theme = Theme("Poison", terms_by_language=(("de", ("Gift",)), ("en", ("poison",))))
    for code, text, expected in (
        ("de", "Das Gift wurde am Montag im Palast gefunden.", ["Gift"]),
        ("en", "Gift shops in the palace close on Monday.", []),
        ("en", "The poison was found on Monday in the palace.", ["poison"]),
    ):
        (sentence,) = read(Article(text, language=code)).sentences
        assert [m.label for m in matches([(sentence.words, text)], (theme,), code) if m.weight >= 0.5] == expected


BASIC = {
    "it": "Il ministro ha annunciato lunedì un nuovo piano per le ferrovie. I lavori cominceranno in maggio a Torino.",
    "nl": "De minister heeft maandag een nieuw plan voor het spoor aangekondigd. De werken beginnen in mei in Gent.",
    "pl": "Minister ogłosił w poniedziałek nowy plan dla kolei. Prace zaczną się w maju w Gdańsku, podał rząd.",
    "sv": "Ministern presenterade på måndagen en ny plan för järnvägen. Arbetet börjar i maj och är dyrt.",
    "zh": "部长星期一在北京宣布了新的铁路计划。工程将于五月在上海开始，耗资四十亿元。",
    "ja": "大臣は月曜日に東京で新しい鉄道計画を発表した。工事は五月に大阪で始まる予定だ。",
    "ko": "장관은 월요일 서울에서 새로운 철도 계획을 발표했다. 공사는 5월에 부산에서 시작된다.",
    "ar": "أعلن الوزير يوم الاثنين خطة جديدة للسكك الحديدية. ستبدأ الأعمال في مايو في العاصمة.",
    "he": "השר הודיע ביום שני על תוכנית חדשה לרכבת. העבודות יתחילו במאי בחיפה.",
    "el": "Ο υπουργός ανακοίνωσε τη Δευτέρα νέο σχέδιο για τον σιδηρόδρομο. Τα έργα αρχίζουν τον Μάιο στη Θεσσαλονίκη.",
}


@pytest.mark.parametrize("code", BASIC)
def test_a_basic_language_is_told_split_and_ranked(command, tmp_path, code):
    """Its two sentences stand on the page, which is proved."""
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.txt").write_text(BASIC[code], "utf-8")
    (tmp_path / "briefing.toml").write_text('language = "auto"\nsources = ["pile"]\n')
    assert SERVED[code].level == "basic"
    config = ("--config", tmp_path / "briefing.toml")
    (source,) = page(command, *config)["sources"]
    assert source["language"] == code
    assert command("build", *config, "--date", DAY, "-o", tmp_path / "p.md").code == 0
    text = (tmp_path / "p.md").read_text("utf-8")
    assert command("verify", tmp_path / "p.md").code == 0
    sentences = [s.text for s in read(Article(BASIC[code], language=code)).sentences]
    assert len(sentences) == 2
    assert all(sentence in text for sentence in sentences)


REFUSED = [
    ("", "Bakan pazartesi günü demiryolu için yeni bir plan açıkladı. Bu çalışmalar mayıs ayında başlayacak ve çok "
     "pahalı olacak, dedi.", "its language, Turkish (tr), is not read"),
    ("", "รัฐมนตรีประกาศแผนใหม่สำหรับรถไฟเมื่อวันจันทร์", "its language, Thai (th), is not read"),
    ("", "1 234 567 — 89 %", "its language cannot be told"),
    ("language: tr", "The minister presented a plan on Monday.", "its language, Turkish (tr), is not read"),
    ("lang: xx", "The minister presented a plan on Monday.", "its language, “xx”, is not read"),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "text", "said"), REFUSED)
def test_what_is_not_read_is_a_problem(command, tmp_path, stated, text, said):
    """With the language's name and a remedy; the page says so, and the rest of the pile is printed."""
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "a.md").write_text(f"---\n{stated}\n---\n{text}\n" if stated else text, "utf-8")
    shutil.copy(PILES / "en" / "3.txt", pile / "b.txt")
    (tmp_path / "briefing.toml").write_text('language = "auto"\n')
    ran = command("build", pile, "--config", tmp_path / "briefing.toml", "--date", DAY, "-o", tmp_path / "p.md")
    assert ran.code == 3
    assert said in ran.err
    assert "`" in ran.err.partition(said)[2]
    text = (tmp_path / "p.md").read_text("utf-8")
    assert said in text
    assert "Parliament quarrelled on Wednesday" in text
    assert command("verify", tmp_path / "p.md").code == 0


def test_what_an_article_states_wins(command, tmp_path):
    """Over the setting and over what its text looks like, as a code, a region's code or a name."""
    rows = [
        {"text": articles("de")[0].text, "language": "de-AT"},
        {"text": articles("fr")[0].text, "lang": "French"},
        {"text": articles("en")[0].text},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [s["language"] for s in page(command, tmp_path / "a.jsonl")["sources"]] == ["de", "fr", "en"]


def test_a_theme_in_chinese_is_found_and_accounted_for():
    """By pairs of characters, in its terms, name and description; the reasons name what stands in the text."""
    themes = (Theme("铁路计划", ("铁路",), "新的铁路工程和车站"), Theme("选举", ("选举",)))
    text = "部长星期一宣布了新的铁路计划。工程将于五月开始。\n\n议会选举将于六月举行。选民名单已经公布。"
    (found,) = briefing.passages([Article(text, language="zh")], themes)
    assert [passage.theme for passage in found] == ["铁路计划", "选举"]
    assert all("铁路" in passage.evidence[0] or "选举" in passage.evidence[0] for passage in found)


def test_chinese_is_counted_by_characters():
    """Two of them are a word: a budget of words holds for it, too."""
    text = "".join(f"部长星期{day}在北京宣布了新的铁路计划和工程。" for day in "一二三四五六日")
    (extract,) = briefing.summarise([Article(text, language="zh")], words=15)
    assert len(extract.text) < 30
