"""A slider as browsers have it: it has a name, and speaks its value in words."""

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style


class Slider(anywidget.AnyWidget):
    """A choice from 1 to `most`. `label` names it; `words` say what is chosen, with `{value}` and `{most}` in them."""

    _esm = script("slider.js")
    _css = style("slider.css")

    label = traitlets.Unicode().tag(sync=True)
    words = traitlets.Unicode("{value} of {most}").tag(sync=True)
    value = traitlets.Int(1).tag(sync=True)
    most = traitlets.Int(1).tag(sync=True)
