"""From Markdown or unknown HTML to HTML that is safe on any page."""

from functools import cache
from html import escape

import nh3
from markdown_it import MarkdownIt

_INLINE = {
    "a",
    "abbr",
    "b",
    "br",
    "cite",
    "code",
    "del",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
}
_BLOCK = {
    "article",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
}
_TABLE = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_TAGS = _INLINE | _BLOCK | _TABLE | {"h1", "h2", "h3", "h4", "h5", "h6", "sub", "sup", "u", "ul"}
_ATTRIBUTES = {
    "*": {"class", "title", "lang", "dir", "role", "aria-label", "aria-hidden"},
    "a": {"href"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "details": {"open"},
}


def document(title: str, style: str, body: str) -> str:
    """A whole HTML page without scripts; `title` is escaped, `style` and `body` are ours."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{style}</style></head><body>{body}</body></html>"
    )


def clean_html(html: str) -> str:
    """Keep the tags and attributes of an allow-list; drop scripts, styles, handlers, images and foreign addresses."""
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"})


def markdown_html(text: str) -> str:
    """Turn Markdown into clean HTML. HTML in the source is shown as text."""
    return clean_html(_markdown().render(text))


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")
