"""A sentence that stands out."""

from html import escape

import ipywidgets as w


def notice(sentence: str, key: str) -> w.HTML:
    """Return `sentence`, escaped, as a box that screen readers announce. `key` names it for tests and styles."""
    body = escape(sentence).replace("\n", "<br>")
    style = (
        "border-left: 4px solid #b45309; padding: .6em .9em; margin: .3em 0; border-radius: 8px; font-size: 14px;"
        "background: var(--jp-layout-color2, #f5f7fa); color: var(--jp-ui-font-color1, #1c2330)"
    )
    return w.HTML(f'<p role="alert" data-gs="{key}" style="{style}">{body}</p>')
