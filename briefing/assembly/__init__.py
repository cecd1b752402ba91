"""From settings to a plan: the one place that names plugins, ours and those that other packages bring.

Plugins are named by where they live and imported when they are used, so that what a command does not use costs nothing.
"""

from briefing.assembly.naming import GROUP, OURS, judge, plugins
from briefing.assembly.network import collecting, credentials, doors, home, listed
from briefing.assembly.planning import (
    Plan,
    deliverer,
    executor,
    heading,
    page_language,
    plan,
    remembered,
    render,
    renderer,
    site,
    site_pages,
    summariser,
    task,
    transport,
)
from briefing.assembly.reading import is_plugins, sources

__all__ = [
    "GROUP", "OURS", "Plan", "collecting", "credentials", "deliverer", "doors", "executor", "heading", "home",
    "is_plugins", "judge", "listed", "page_language", "plan", "plugins", "remembered", "render", "renderer", "site",
    "site_pages", "sources", "summariser", "task", "transport",
]  # fmt: skip
