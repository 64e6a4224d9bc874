"""Time-bound: by when?"""

from goalsmith.engine.checks.base import View, Yes, check, found


@check("deadline")
def explicit_deadline(v: View) -> Yes | None:
    """Names a date, a numbered session or week, or a stretch that starts now.

    Source: ANCHORS, Time-bound 3.
    Yes: "by session 6", "within 12 weeks", "for the next three weeks", "on Wednesday"
    No: "for three weeks", "soon"
    """
    return found(v.reading.at("deadline"))


@check("deadline")
def bounded(v: View) -> Yes | None:
    """Is bounded, but loosely: a length without a start, a start without an end, each session.

    Source: ANCHORS, Time-bound 2.
    Yes: "for three weeks", "during therapy sessions", "by the summer"
    No: "daily", "over time"
    """
    return found(v.reading.at("duration", "bounded", "start"))


@check("deadline")
def open_time(v: View) -> Yes | None:
    """Has a time that never ends: a bare frequency, "soon", "until it is better".

    Source: ANCHORS, Time-bound 1.
    Yes: "daily", "over time", "by the end of treatment"
    No: "Improve mood."
    """
    return found(v.reading.at("open", "counted_rate", "bare", "per", "loose_days", "between"))
