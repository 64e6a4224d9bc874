"""What the widget tests share: an assignment folder made from the shipped files, texts, small readers."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

from goalsmith.data import data_root

VAGUE = "Feel better soon."
SMART = (
    "By session 6, Maya will postpone worry to a 20-minute slot at 6 pm on at least 5 of 7 days, "
    "up from 0 days, and record it in her journal."
)


def make_assignment(folder, case="gad-maya", live="full"):
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(data_root() / "case_vignettes" / case / "case.yaml", folder)
    shutil.copytree(data_root() / "rubrics", folder / "rubrics", dirs_exist_ok=True)
    (folder / "assignment.json").write_text(json.dumps({"case": case, "course": "demo", "live": live}))
    return folder


def saved_plan(folder):
    return json.loads((folder / f"{folder.name}.plan.json").read_text("utf-8"))


def let_time_pass(folder):
    """Let two minutes lie between any two changes in the history, as if the learner had paused."""
    path = folder / f"{folder.name}.history.jsonl"
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    timed = [{**row, "at": (start + timedelta(minutes=2 * number)).isoformat()} for number, row in enumerate(rows)]
    path.write_text("".join(json.dumps(row) + "\n" for row in timed), "utf-8")


def type_text(form, text):
    """What the browser sends at a pause in typing."""
    edit = form.editor.edit
    form.editor.set_state({"edit": {"text": text, "revision": edit["revision"] + 1}})


def tags(html):
    """The names of the tags that a browser would find in `html`."""
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append(tag)
    parser.feed(html)
    return found


def widgets_below(widget):
    """Every widget that the page shows below `widget`, itself included."""
    found = [widget]
    for child in getattr(widget, "children", ()):
        found += widgets_below(child)
    return found
