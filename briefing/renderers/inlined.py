"""Styles written into the elements that they are for, as mail programs need them: the only door to css-inline."""

from __future__ import annotations


def inlined(page: str) -> str:
    """Return the page with the rules of its `<style>` in `style` attributes.

    What no attribute can say (`@media`, `:hover`) stays in the `<style>`. Nothing is loaded, neither from the network
    nor from a file: a `<link>` is taken out.
    """
    from css_inline import CSSInliner

    return CSSInliner(keep_style_tags=True, remove_inlined_selectors=True, load_remote_stylesheets=False).inline(page)
