"""The scripts and styles beside the widgets. A notebook's widget is one script, so what they share goes in front."""

from pathlib import Path

_HERE = Path(__file__).parent


def script(name: str) -> str:
    """Return the script `name` with `shared.js` in front of it."""
    return f"{(_HERE / 'shared.js').read_text('utf-8')}\n{(_HERE / name).read_text('utf-8')}"


def style(name: str) -> str:
    """Return the style sheet `name` with `shared.css` in front of it."""
    return f"{(_HERE / 'shared.css').read_text('utf-8')}\n{(_HERE / name).read_text('utf-8')}"
