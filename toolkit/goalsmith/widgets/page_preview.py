"""A page to look at and print: the plan, or the page for the client. It stays in this browser."""

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style


class PagePreview(anywidget.AnyWidget):
    """Draws nothing until `show_page` shows a page in a dialog, with a button that prints it.

    `page` is a whole HTML document without scripts; the browser shows it in a frame of its own that runs none.
    """

    _esm = script("page_preview.js")
    _css = style("page_preview.css")

    title = traitlets.Unicode().tag(sync=True)
    page = traitlets.Unicode().tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)

    def show_page(self, title: str, page: str) -> None:
        """Show `page`."""
        with self.hold_sync():
            self.title, self.page = title, page
            self.count += 1
