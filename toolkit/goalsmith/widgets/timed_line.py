"""One line of text with a time in it, said to screen readers when it changes."""

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style


class TimedLine(anywidget.AnyWidget):
    """A status line. ``{time}`` in `text` is replaced by `at` (seconds since 1970) on the reader's own clock.

    With `watch`, any typing in the editor around it turns the line to "not saved" until `count` has gone up.
    `tone` is calm, busy, done or warn; `key` names the line for tests and styles.
    """

    _esm = script("timed_line.js")
    _css = style("timed_line.css")

    key = traitlets.Unicode().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    at = traitlets.Float(0.0).tag(sync=True)
    tone = traitlets.Unicode("calm").tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)
    watch = traitlets.Bool(False).tag(sync=True)

    def say(self, text: str, *, at: float = 0.0, tone: str = "calm") -> None:
        """Show `text`, in one message."""
        with self.hold_sync():
            self.text, self.at, self.tone = text, at, tone
            self.count += 1
