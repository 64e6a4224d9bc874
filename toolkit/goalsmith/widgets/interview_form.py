"""The interview: the conversation, the questions to choose from, what was learned, and the look back."""

from pathlib import Path

import ipywidgets as w

from goalsmith.errors import GoalsmithError
from goalsmith.render import debrief_html, facts_html
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.field_drafts import FieldDrafts
from goalsmith.widgets.fields import button, column, row, text_field
from goalsmith.widgets.focus import FocusMover
from goalsmith.widgets.interview_picker import InterviewPicker
from goalsmith.widgets.interview_session import InterviewSession
from goalsmith.widgets.interview_talk import InterviewTalk
from goalsmith.widgets.notice import notice
from goalsmith.widgets.timed_line import TimedLine

_CSS = "".join((Path(__file__).parent / name).read_text("utf-8") for name in ("plan_editor.css", "interview_form.css"))
_NONE = "This case comes without an interview. Go on with the case and the plan."


class InterviewForm(w.VBox):
    """The interview of the assignment in `folder` (default: the notebook's own); a sentence where the case has none."""

    def __init__(self, folder: Path | str | None = None) -> None:
        """Open what was saved. Nothing is written before the learner asks or notes something."""
        self.session: InterviewSession | None = None
        try:
            self.session = InterviewSession(Path(folder or ".").resolve())
        except GoalsmithError as problem:
            super().__init__([notice(str(problem), "problem")])
            return
        if self.session.case.interview is None:
            super().__init__([Arrival(), w.HTML(f"<p>{_NONE}</p>")])
            return
        self._build(self.session)
        self._refresh()

    def _build(self, session: InterviewSession) -> None:
        self._focus, self._drafts = FocusMover(), FieldDrafts(str(session.store.path))
        self._saved = TimedLine(key="interview-saved", watch=True)
        self.talk = InterviewTalk(session, self._refresh)
        self.picker = InterviewPicker(session, self._refresh)
        self._facts, self._back = w.HTML(), w.HTML()
        self.notes = text_field(
            "Your own notes, one a line", session.written.notes, self._note, lines=4, hint="What struck you?"
        )
        self._drafts.keep("interview", {"notes": self.notes})
        self.end = button("End the interview and look back", self.look_back, "gs-end")
        self.on = button("Go on asking", self.go_on, "gs-primary", "gs-go-on")
        learned = column(w.HTML("<h3>What you have learned</h3>"), self._facts, self.notes, name="gs-learned")
        closing = row(self.end, self.on, self._saved, name="gs-interview-end")
        self._debrief = column(self._back, name="gs-debrief")
        recovered = [notice(session.store.recovered, "recovered")] if session.store.recovered else []
        super().__init__(
            [
                w.HTML(f"<style>{_CSS}</style>"),
                Arrival(),
                self._focus,
                *recovered,
                self._drafts,
                row(column(self.talk, self.picker, name="gs-conversation"), learned, name="gs-interview"),
                closing,
                self._debrief,
            ]
        )
        self.add_class("gs-editor")
        self.add_class("gs-interview-form")

    def look_back(self) -> None:
        """End the interview, and go to the debrief."""
        self.session.end()
        self._refresh()
        self._focus.to(".gs-debrief-title")

    def go_on(self) -> None:
        """Leave the debrief, and go to the box for the next question."""
        self.session.go_on()
        self._refresh()
        self._focus.to(".gs-say")

    def _note(self, text: str) -> None:
        self.session.note(text)
        self._tell_saved()

    def _refresh(self) -> None:
        """Bring the page up to date after a question, or after looking back."""
        session, ended = self.session, self.session.written.ended
        self.talk.refresh()
        self.picker.refresh()
        self._facts.value = facts_html(session.found(), session.still_out())
        self._back.value = debrief_html(session.debrief()) if ended else ""
        self.end.disabled = not session.exchanges
        for part in (self.picker, self.end):
            part.layout.display = "none" if ended else None
        for part in (self.on, self._debrief):
            part.layout.display = None if ended else "none"
        self._tell_saved()

    def _tell_saved(self) -> None:
        session = self.session
        if session.problem:
            self._saved.say(f"not saved: {session.problem}", tone="warn")
        else:
            self._drafts.saved()
            self._saved.say("saved {time}" if session.saved_at else "", at=session.saved_at)
