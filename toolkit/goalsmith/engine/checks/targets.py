"""Achievable: a target held against the instrument and against where the client started."""

from goalsmith.engine.baselines import Count, counts_at
from goalsmith.engine.checks.base import View, Yes, check, yes
from goalsmith.engine.checks.impossible import soon
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.score import Score
from goalsmith.engine.text import stem


def _base(v: View, score: Score) -> float | None:
    if score.baseline is not None:
        return score.baseline
    return v.facts.baselines.get(score.measure.name) if v.facts else None


@check("target")
def reversed_direction(v: View) -> Yes | None:
    """Moves a score, or a count of the trouble, the wrong way.

    Source: ANCHORS, Achievable 0; the measure's direction.
    Yes: "Y-BOCS rises from 27 to 34."
    No: "Y-BOCS falls from 27 to 14."
    """
    r = v.reading
    if more := _more_of_it(v):
        return more
    up = r.has("raise") and not r.has("lower")
    for s in r.scores:
        base = _base(v, s)
        if s.target is None or base is None:
            continue
        worse = s.target > base if s.measure.better == "lower" else s.target < base
        if worse and (s.baseline is not None or (up and s.measure.better == "lower")):
            return yes([s.span], f"{s.measure.name}: {s.measure.better} is better")
    return None


@check("target")
def already_met(v: View) -> Yes | None:
    """Sets a target that the client's score at intake already meets, or that is no change.

    Source: ANCHORS, Achievable 1.
    Yes: "GAD-7 below 25" when it is 16 at intake
    No: "GAD-7 of 9 or lower" when it is 16
    """
    for s in v.reading.scores:
        base = v.facts.baselines.get(s.measure.name) if v.facts else None
        if s.target is None or base is None:
            continue
        if s.target >= base if s.measure.better == "lower" else s.target <= base:
            return yes([s.span], f"{s.measure.name} at intake: {base:g}")
    return None


@check("target")
def out_of_range(v: View) -> Yes | None:
    """Sets a target that the instrument cannot give.

    Source: ANCHORS, Achievable 1; the measure's range.
    Yes: "GAD-7 of 30"
    No: "GAD-7 of 9"
    """
    for s in v.reading.scores:
        if s.target is not None and not s.measure.low <= s.target <= s.measure.high:
            return yes([s.span], f"{s.measure.name} runs from {s.measure.low:g} to {s.measure.high:g}")
    return None


@check("target")
def leap(v: View) -> Yes | None:
    """Expects far more change than is usual: to the floor of the scale, or remission within a few sessions.

    Source: ANCHORS, Achievable 1; remission by the measure's own sources.
    Yes: "PHQ-9 from 17 to 0 by session 3"
    No: "PHQ-9 from 17 to 9 by session 14"
    """
    for s in v.reading.scores:
        base = _base(v, s)
        if s.target is None or base is None or s.measure.better != "lower" or base <= s.measure.low:
            continue
        share = (base - s.target) / (base - s.measure.low)
        remitted = s.measure.remission_at_most is not None and base > s.measure.remission_at_most >= s.target
        if share > 0.9 or ((share > 0.5 or remitted) and soon(v)):
            return yes([s.span], f"{s.measure.name} at intake: {base:g}")
    return None


@check("target")
def below_reliable_change(v: View) -> Yes | None:
    """Sets a target so near the score at intake that chance alone could reach it.

    Source: Jacobson NS, Truax P (1991), Clinical significance; the number is that of the measure's own sources.
    Yes: "GAD-7 of 14 or lower" when it is 16 at intake
    No: "GAD-7 of 9 or lower" when it is 16
    """
    for s in v.reading.scores:
        base, least = _base(v, s), s.measure.reliable_change
        if s.target is None or base is None or least is None:
            continue
        if 0 < (base - s.target if s.measure.better == "lower" else s.target - base) < least:
            return yes([s.span], f"{s.measure.name} has to change by {least:g} from {base:g}")
    return None


@check("target")
def slow_measure(v: View) -> Yes | None:
    """Sets a target on an instrument that asks about so long a time that treatment cannot show in it.

    Source: Babor TF and others (2001), AUDIT manual: it asks about the last year.
    Yes: "AUDIT at 12 by session 12" (alcohol)
    No: "PHQ-9 at 9 by session 12"
    """
    for s in v.reading.scores:
        if s.decidable and not s.measure.within_treatment:
            return yes([s.span], s.measure.note.partition(";")[0])
    return None


_RAISED = Wording(
    r"\b(?:increas\w+|rais\w+|rises?|climb\w*|grow\w*|goes up|go up|up (?:to|from)|worsen\w*|extend\w*)\b",
    signs="increas* rais* rise* climb* grow* goes go up worsen* extend*",
)


def _more_of_it(v: View) -> Yes | None:
    """Whether more of the client's trouble is planned than there is at intake."""
    r = v.reading
    if not r.has("raise") or not _counts_alike(v) or not r.search(_RAISED):
        return None
    if r.search(_OTHER_WAY):
        return None
    for said in _targets(v):
        for base in _known(v):
            if _same(said, base, r.tokens.stems) and said.low > base.high:
                return yes([said.place], base.sentence)
    return None


_FEWER = ("reduce", "lower", "limit")
_HOLD = Wording(
    r"\b(?:hold|keep|stay|steady|remain|maintain)\w*\b",
    signs="hold* keep* stay* steady* remain* maintain*",
)
_OTHER_WAY = Wording(
    r"\b(?:delay|postpone|resist|record|log|tally|rate|write|note|put off|hold off|without|practi[cs]e|face"
    r"|face the)\w*\b",
    signs="delay* postpone* resist* record* log* tally* rate* write* note* put hold* without* practi* face*",
)
_BEFORE = Wording(
    r"(?:from|now|currently|instead of|present|was|down from|intake|than the|\() ?(?:about |roughly |the )*$"
)
_BEHIND = Wording(r"^\W*(?:now|currently|at (?:intake|present|the moment)|today|to |->|→)")


@check("target")
def count_met(v: View) -> Yes | None:
    """Sets a limit that the client keeps already: as many of the trouble as at intake, or more.

    Source: ANCHORS, Achievable 1 (already met, no change); the case's problems.
    Yes: "Reduce hand washing to 45 times a day" (OCD)
    No: "Reduce hand washing to 15 times a day" (OCD)
    """
    r = v.reading
    if not _counts_alike(v) or not (r.has(*_FEWER) or r.search(_HOLD)):
        return _given_up(v)
    said = _targets(v)
    if not said or r.search(_OTHER_WAY):
        return None
    pairs = [(c, base) for c in said for base in _known(v) if _same(c, base, r.tokens.stems)]
    if pairs and all(c.high >= base.low for c, base in pairs):
        return yes([c.place for c, _ in pairs], pairs[0][1].sentence)
    return None


def _known(v: View) -> tuple[Count, ...]:
    return v.facts.counts if v.facts else ()


def _counts_alike(v: View) -> bool:
    """Whether the text counts something that the case counts."""
    if not v.reading.has("counted", "dose"):
        return False
    return any(not c.stems.isdisjoint(v.reading.tokens.stems) for c in _known(v))


def _targets(v: View) -> list[Count]:
    """The counts that the text sets, without those that say where the client stands now."""
    norm = v.reading.norm
    starts = [a for a, _ in v.reading.at("counted", "dose")]
    found = [
        c
        for c in counts_at(norm, starts)
        if not _BEFORE.search(norm[: c.place[0]]) and not _BEHIND.match(norm[c.place[1] :])
    ]
    for change in v.reading.changes:
        inside = [c for c in found if change.start <= c.place[0] < change.end + 2]
        found = [c for c in found if c not in inside or c.low <= change.target]
    return found


_SPANS = frozenset({"minutes", *map(stem, ("day", "night", "evening", "morning", "week"))})


def _same(said: Count, base: Count, stems: list[str]) -> bool:
    alike = said.unit == base.unit or ("times" in (said.unit, base.unit) and not _SPANS & {said.unit, base.unit})
    return alike and said.per == base.per and not base.stems.isdisjoint(stems)


_ALIKE = 5
_QUIT = Wording(r"^\W*(?:\w+ (?:will )?)?(?:quit|stop|give up|gives up|stay off)s? (?:\w+ )?(\w+ing|\w+)\b")
_GAVE_UP = Wording(r"\b(?:stopped|quit|gave up|given up|free of|off) (\w+)\b[^.;]{0,30}\b(?:years?|months?) ago\b")


def _given_up(v: View) -> Yes | None:
    """Whether the client is to give up what the case says was given up long ago."""
    m = _QUIT.match(v.reading.norm) if v.facts and v.reading.has("reduce") else None
    for fact in v.facts.case.strengths if m and v.facts else ():
        gone = _GAVE_UP.search(fact.lower())
        if m and gone and gone.group(1)[:_ALIKE] == m.group(1)[:_ALIKE]:
            return yes([m.span()], fact)
    return None
