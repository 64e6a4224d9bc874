"""The conversation as it was held, with the box in which the next question is typed."""

from collections.abc import Callable

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style
from goalsmith.widgets.interview_session import InterviewSession


class InterviewTalk(anywidget.AnyWidget):
    """Who said what. The answer is announced to screen readers as it comes.

    `rows` are the opening, every question with its answer, and at the end the closing: `asked`, `said`, `meant` (as
    what typed words were understood) and `noted` (how many facts are new). `sent` is what the browser asks, in words
    or by the id of a suggested question; `back` counts the presses of "That is not what I meant". What is typed stays
    in the browser until it is answered.
    """

    _esm = script("interview_talk.js")
    _css = style("interview_talk.css")

    path = traitlets.Unicode().tag(sync=True)
    client = traitlets.Unicode().tag(sync=True)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    suggested = traitlets.List(traitlets.Dict()).tag(sync=True)
    asking = traitlets.Bool(True).tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)
    sent = traitlets.Dict().tag(sync=True, echo_update=False)
    back = traitlets.Int(0).tag(sync=True)

    def __init__(self, session: InterviewSession, changed: Callable[[], None]) -> None:
        """Show the interview of `session`; call `changed` after every question and every one taken back."""
        super().__init__(path=str(session.store.path), client=session.client)
        self._session, self._changed = session, changed
        self.refresh()

    def refresh(self) -> None:
        """Show what was said by now, in one message."""
        session = self._session
        rows = [{"said": session.interview.opening}]
        for at, one in enumerate(session.exchanges):
            meant, noted = session.meant(one), session.new_facts(at)
            rows.append({"asked": one.asked, "said": one.answer, "meant": meant, "noted": noted})
        if session.written.ended:
            rows.append({"said": session.interview.closing})
        with self.hold_sync():
            self.rows, self.asking = rows, not session.written.ended
            self.suggested = [{"id": one.id, "text": one.ask} for one in session.suggested]
            self.count += 1

    @traitlets.observe("sent")
    def _asked(self, change: dict) -> None:
        given = change["new"]
        if session_took(self._session, given):
            self._changed()

    @traitlets.observe("back")
    def _took_back(self, _: dict) -> None:
        self._session.take_back()
        self._changed()


def session_took(session: InterviewSession, given: dict) -> bool:
    """Ask what the browser sent, a prepared question by its id or words; return whether anything was asked."""
    return session.ask(str(given["id"])) if given.get("id") else session.say(str(given.get("text", "")))
