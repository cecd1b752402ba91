"""Fragments of HTML: what a reader would see, in paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.parsers.fragment import text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        (" \n", ""),
        ("Rain fell.", "Rain fell."),
        ("Rain & wind, 5 < 6.", "Rain & wind, 5 < 6."),
        ("AT&amp;T &mdash; caf&eacute; &#8217; &nbsp;x", "AT&T — café ’ \u00a0x"),
        ("<p>One\n  line</p><p>Two</p>", "One line\n\nTwo"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("One<br><br>Two", "One\n\nTwo"),
        ("<b>In</b>line <i>mark</i>up<sup>2</sup>", "Inline markup2"),
        ("<h2>Head</h2>Text<div>More</div>tail", "Head\n\nText\n\nMore\n\ntail"),
        ("<ul><li>One</li><li>Two<ol><li>Three</ol></ul>", "One\n\nTwo\n\nThree"),
        ("<table><tr><td>One<td>Two<tr><td><p>Three</table>", "One\n\nTwo\n\nThree"),
        ("<blockquote>Said</blockquote>by her", "Said\n\nby her"),
        ("<script>alert(1)</script><style>p{}</style><p>Rain<!-- hid --> fell.</p>", "Rain fell."),
        ("<title>T</title><p>Rain</p><template>no</template><noscript><img src=x></noscript>", "Rain"),
        ("<div style='display: none'>Preview</div>Rain", "Rain"),
        ("<div style='DISPLAY:NONE !important'>Preview</div>Rain", "Rain"),
        ("<span style='max-height:0px;overflow:hidden'>Preview</span>Rain", "Rain"),
        ("<span style='color:#fff;visibility:hidden'>Preview</span>Rain", "Rain"),
        ("<span style='mso-hide:all'>Preview</span>Rain", "Rain"),
        ("<span style='opacity:0;'>Preview</span><span style='opacity:0.5'>Rain</span>", "Rain"),
        ("<span style='font-size:1px'>Preview</span>Rain", "Rain"),
        ("<p hidden>Preview</p><p aria-hidden=true>x</p><p aria-hidden=false>Rain</p>", "Rain"),
        ("<p>&zwnj;&nbsp;&zwnj;&nbsp;&#847;</p>Rain", "Rain"),
        ("<img src='https://t.example/open.gif' width=1 height=1 alt=''>Rain", "Rain"),
        ("<table style='font-size:0px'><tr><td style='font-size:14px'>Rain</td></tr></table>", "Rain"),
        ("<p style='max-height:100px;font-size:0.9em'>Rain</p>", "Rain"),
        ("<html><head><title>x</title></head><body>Rain</body></html>", "Rain"),
        ("<![CDATA[x]]><?php echo 1 ?><p>Rain", "Rain"),
    ],
)  # fmt: skip
def test_a_reader_sees(html, text):
    """Blocks are paragraphs, breaks are lines, and what is hidden is not there."""
    assert text_of(html) == text


@pytest.mark.parametrize(
    "html", ["<p>x" * 100_000, "<div>" * 100_000, "<table><tr><td>" * 20_000, "x<br>" * 200_000, "&" * 500_000]
)
def test_a_hostile_fragment_ends(html):
    """However long or deep."""
    assert len(text_of(html)) < 3 * len(html)


PIECES = ("<p>", "<", ">", "&", "&#0;", "&#xD800;", "\0", "<p style='font-size:", "1.2.3px'", "\ud800", "rain")


@given(st.text(max_size=100) | st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
@hypothesis_settings(max_examples=200, deadline=None)
def test_any_string_has_a_text(html):
    """Nothing raises, and what comes out can be stored."""
    text = text_of(html)
    assert text.encode().decode() == text
    assert "\0" not in text
