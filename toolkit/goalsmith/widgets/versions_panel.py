"""A slider through the versions of a plan, each with its levels and what changed in it."""

from collections.abc import Callable
from html import escape

import ipywidgets as w

from goalsmith.model import LETTERS, Letter, Plan
from goalsmith.render.change import labelled, words_html
from goalsmith.store.versions import Version, versions
from goalsmith.widgets.fields import button, column, row
from goalsmith.widgets.session import EditSession
from goalsmith.widgets.slider import Slider
from goalsmith.widgets.timed_line import TimedLine


class VersionsPanel(w.VBox):
    """Hidden until it is opened, since every version has to be judged. `bring_back` gets the plan of a version."""

    def __init__(self, session: EditSession, bring_back: Callable[[Plan], None]) -> None:
        """Show the versions of the plan of `session`."""
        super().__init__()
        self._session, self._bring_back = session, bring_back
        self._versions: list[Version] = []
        self._known: dict[str, dict[Letter, float]] = {}
        self.toggle = button(
            "Earlier versions", self._toggle, "gs-versions-toggle", tooltip="Look at earlier versions of the plan"
        )
        self.slider = Slider(label="Version")
        self.slider.observe(lambda _: self._draw(), names="value")
        self._when = TimedLine(key="version")
        self._view = w.HTML()
        self._back = button("Bring this version back", self._restore, "gs-bring-back")
        self._box = column(row(self.slider, self._when), self._view, row(self._back), name="gs-versions")
        self._box.layout.display = "none"
        self.children = [row(self.toggle), self._box]

    @property
    def is_open(self) -> bool:
        """Whether the versions show."""
        return self._box.layout.display != "none"

    def refresh(self) -> None:
        """Look again, where it is open: the newest version is shown if the newest was shown before."""
        if self.is_open:
            newest = self.slider.value == self.slider.most
            self._load()
            self._show(self.slider.most if newest else self.slider.value)

    def _toggle(self) -> None:
        if self.is_open:
            self._box.layout.display = "none"
            self.toggle.description = "Earlier versions"
            return
        self._load()
        self._box.layout.display = None
        self.toggle.description = "Hide earlier versions"
        self._show(self.slider.most)

    def _load(self) -> None:
        session = self._session
        self._versions = versions(session.store.history.read(), session.case.id)
        self.slider.most = max(1, len(self._versions))
        self._back.disabled = len(self._versions) < 2

    def _show(self, number: int) -> None:
        if self.slider.value != number:
            self.slider.value = number
        else:
            self._draw()

    def _draw(self) -> None:
        if not self._versions:
            self._when.say("Nothing has been written yet.")
            self._view.value = ""
            return
        number = min(self.slider.value, len(self._versions))
        version = self._versions[number - 1]
        self._when.say(f"{number} of {len(self._versions)}, {{time}}", at=version.at.timestamp())
        before = self._versions[number - 2].plan if number > 1 else Plan(case=version.plan.case)
        levels = self._levels_html(number) if self._session.live == "full" else ""
        self._view.value = f"{levels}{_texts_html(before, version.plan)}"

    def _levels_html(self, number: int) -> str:
        """The levels of every version as a small table of bars; the one that is shown is marked, in words too."""
        shown = [self._levels(version.plan) for version in self._versions]
        names = self._session.rubric.criteria
        rows = "".join(
            f'<tr><th scope="row">{letter} <span>{escape(names[letter].name)}</span></th>'
            f'<td class="gs-strip" aria-hidden="true">{_strip([levels[letter] for levels in shown], number)}</td>'
            f"<td>{shown[number - 1][letter]:.1f} of 3</td></tr>"
            for letter in LETTERS
        )
        head = '<tr><th scope="col">Letter</th><th scope="col">All versions</th><th scope="col">This version</th></tr>'
        return (
            '<table class="gs-version-levels"><caption>Levels of the words, on average over what is written</caption>'
            f"<thead>{head}</thead><tbody>{rows}</tbody></table>"
        )

    def _levels(self, plan: Plan) -> dict[Letter, float]:
        key = plan.model_dump_json()
        if key not in self._known:
            judged = list(self._session.judge.plan(plan).statements.values())
            self._known[key] = {letter: _mean([one.level(letter) or 0 for one in judged]) for letter in LETTERS}
        return self._known[key]

    def _restore(self) -> None:
        if self._versions:
            self._bring_back(self._versions[self.slider.value - 1].plan)


def _mean(levels: list[int]) -> float:
    return sum(levels) / len(levels) if levels else 0.0


def _strip(levels: list[float], chosen: int) -> str:
    bars = "".join(
        f'<i class="gs-bar-{round(level)}{" gs-now" if number == chosen else ""}"></i>'
        for number, level in enumerate(levels, 1)
    )
    return f"<span>{bars}</span>"


def _texts_html(before: Plan, after: Plan) -> str:
    old = {one.id: one.text for one in before.statements()}
    rows = "".join(
        f'<li><b>{escape(label)}</b> <span dir="auto">{words_html(old.get(one.id, ""), one.text)}</span></li>'
        for label, one in labelled(after)
        if one.text.strip() or old.get(one.id, "").strip()
    )
    return f'<ul class="gs-version-texts">{rows or "<li>No words.</li>"}</ul>'
