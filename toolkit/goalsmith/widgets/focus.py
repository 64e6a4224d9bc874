"""The keyboard in the editor: its focus goes where the work goes on, and its keys stay out of JupyterLab's hands."""

from pathlib import Path

import anywidget
import traitlets


class FocusMover(anywidget.AnyWidget):
    """Draws nothing. Focus goes to the first element that matches `target` within the same editor.

    While a list or a button of the editor has the focus, JupyterLab's one-key commands rest: an arrow key would go to
    another cell, and "dd" would delete one.
    """

    _esm = Path(__file__).parent / "focus.js"

    target = traitlets.Unicode().tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)

    def to(self, selector: str) -> None:
        """Focus the first element of the editor that matches the CSS `selector`."""
        with self.hold_sync():
            self.target = selector
            self.count += 1
