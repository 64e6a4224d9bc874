"""The page after Start: no code in sight, and the case at the top of the window."""

from pathlib import Path

import anywidget
import traitlets


class Arrival(anywidget.AnyWidget):
    """Draws nothing. Hides the input of its own cell; where `first`, it brings the cell into view, once."""

    _esm = Path(__file__).parent / "arrival.js"
    _css = Path(__file__).parent / "arrival.css"

    first = traitlets.Bool(False).tag(sync=True)
    arrived = traitlets.Bool(False).tag(sync=True)
