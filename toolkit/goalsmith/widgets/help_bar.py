"""Help that is there when it is wanted: plain words on every part of the page, and a glossary one key away."""

import anywidget
import ipywidgets as w
import traitlets

from goalsmith.model import Glossary
from goalsmith.widgets.assets import script, style


class HelpBar(anywidget.AnyWidget):
    """A switch for the beginner's explanations of the editor around it, and the glossary.

    F1 anywhere in the editor opens the glossary, at the word where the cursor stands if it is in there. Whether
    explanations show is kept by the browser; they do until somebody switches them off.
    """

    _esm = script("help_bar.js")
    _css = style("help_bar.css")

    terms = traitlets.List().tag(sync=True)

    def __init__(self, glossary: Glossary) -> None:
        """Offer the terms of `glossary`, in the order of the alphabet."""
        rows = [{"term": one.term, "also": one.also, "meaning": one.meaning} for one in glossary.terms]
        super().__init__(terms=sorted(rows, key=lambda row: row["term"].casefold()))


def explained(text: str) -> w.HTML:
    """An explanation for beginners, in words of ours; hidden while the switch is off."""
    made = w.HTML(f"<p>{text}</p>")
    made.add_class("gs-beginners")
    return made
