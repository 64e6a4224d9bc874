"""The notebook that a person who practises alone sees first."""

from pathlib import Path
from typing import Any

import nbformat
from jinja2 import Environment, StrictUndefined

from goalsmith.data import data_root
from goalsmith.model import Case, assignment_name

_TITLE = "Practise on your own"


def welcome_notebook(cases: list[Case], folder: Path) -> Any:
    """One page in plain words with the way to each case; `folder` is where everything lies."""
    source = (data_root() / "course" / "templates" / "start-here.md").read_text("utf-8")
    environment = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True)  # noqa: S701 - Markdown, not HTML
    text = environment.from_string(source).render(clients=[_client(case) for case in cases], folder=folder)
    locked = {"editable": False, "deletable": False}
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text, id="start", metadata=locked)])
    notebook.metadata["title"] = _TITLE
    notebook.metadata["kernelspec"] = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    return notebook


def _client(case: Case) -> dict[str, Any]:
    followup = assignment_name(case.id, "followup") if case.stages else ""
    return {"case": case, "words": " ".join(case.client_words.split()), "followup": followup}
