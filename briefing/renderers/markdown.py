"""Text from outside as Markdown that says just that text: no character of it can open, close or link anything."""

from __future__ import annotations

import re

from briefing.language.display import shown

# What CommonMark and GitHub's dialect give a meaning anywhere in a line. An ampersand only where it would open an
# entity, `://`, `www.` and `@` only where GitHub would make a link of their neighbours, `#` where it would close a
# heading.
_ACTIVE = re.compile(
    r"[\\`*_\[\]<>~|]|&(?=#|\w+;)|(?<=[A-Za-z]):(?=//)|(?<=www)\.|(?<=[\w.+-])@(?=\w)|(?<= )#(?=#* ?$)", re.IGNORECASE
)
# What has a meaning only where a line begins: headings, lists, quotations, rules.
_OPENING = re.compile(r"^ ?(?:[-+#=]|\d{1,9}[.)](?=\s|$))")


def markdown(text: str) -> str:
    r"""Return the text on one line, shown, with a backslash before whatever Markdown would act upon."""
    escaped = _ACTIVE.sub(r"\\\g<0>", shown(text))
    return _OPENING.sub(lambda match: match[0][:-1] + "\\" + match[0][-1], escaped)
