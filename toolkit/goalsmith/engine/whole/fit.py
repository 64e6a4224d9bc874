"""Fit: is this a plan for this client, in their words, with their strengths, around what stands in the way?"""

from goalsmith.engine.checks import View
from goalsmith.engine.facts import COMMON, FUNCTION, content
from goalsmith.engine.reading import LONGEST
from goalsmith.engine.text import normalise, tokenise
from goalsmith.engine.whole.base import Finding, at, check, held, lacks
from goalsmith.engine.whole.load import free_minutes_a_week, heaviest_week
from goalsmith.engine.whole.view import Branch, PlanView, listed_in

_FEWEST_WORDS = 3


def _concrete(view: View) -> list[tuple[str, str]]:
    """The telling words of a text, each with its stem."""
    tokens, starts = view.reading.tokens, {start for start, _ in view.concrete}
    return [(s, w) for s, w, start in zip(tokens.stems, tokens.words, tokens.starts, strict=True) if start in starts]


@check
def own_case(v: PlanView) -> Finding:
    """The plan speaks of this case at all: the client's name, the diagnosis, a measure or a listed problem.

    Source: ANCHORS, Fit 0 and 1.
    Yes: "Maya will reduce her anxiety."
    No: "Client will use coping skills."
    """
    # An id is made of the diagnosis and the client's name; a title has ordinary words too.
    names = set(tokenise(normalise(v.case.id)).stems)
    for row in v.rows():
        named = not names.isdisjoint(row.view.reading.tokens.stems)
        if named or row.topics or row.has("symptom") or row.view.reading.scores:
            return at(row, yes=True)
    first = next(v.rows(), None)
    return at(first, yes=False) if first else lacks()


@check
def uses_strength(v: PlanView) -> Finding:
    """A statement, or what stands beside it, builds on a strength that the case names.

    A word that a strength shares with a problem ("partner" in "texts her partner") tells nothing.
    Source: ANCHORS, Fit 2 and 3.
    Yes: "notes it in her journal" (she keeps a journal)
    No: "practises relaxation"
    """
    own = v.facts.strength_stems.keys() - v.facts.problem_stems.keys()
    for where, view in v.own_views():
        hit = next(((s, w) for s, w in _concrete(view) if s in own), None)
        if hit:
            return held(hit[1], where, v.facts.strength_stems[hit[0]])
    return lacks(fact=v.case.strengths[0] if v.case.strengths else "")


@check
def minds_barrier(v: PlanView) -> Finding:
    """The plan takes up something that stands in the client's way: names it, or holds a way around it.

    A plan that asks for what a barrier stands against does not mind that barrier.
    Source: ANCHORS, Fit 2 and 3.
    Yes: "seated stretches" (knee pain); doses within the half hour that is free
    No: "meditates daily" where the client doubts meditation
    """
    against = {a.fact for row in v.rows() for a in row.judged.letters["A"].answers if a.check == "against_barrier"}
    for barrier in v.case.barriers:
        found = None if barrier in against else _taken_up(barrier, v)
        if found:
            return found
    left = next((b for b in v.case.barriers if b in against), v.case.barriers[0] if v.case.barriers else "")
    return lacks(fact=left)


def _taken_up(barrier: str, v: PlanView) -> Finding | None:
    minutes, rows = heaviest_week(v)
    if barrier == v.facts.free_fact and rows and minutes <= free_minutes_a_week(v)[0]:
        return held(rows[0].text, rows[0].label, barrier)
    tokens = tokenise(normalise(barrier))
    answers = {f"answers:{label.partition(':')[2]}" for label in listed_in(tokens) if label.startswith("barrier:")}
    stems = {s for s in content(barrier) if s not in COMMON} - v.facts.problem_stems.keys()
    for where, view in v.own_views():
        hit = next((w for s, w in _concrete(view) if s in stems), "")
        places = v.said(view)
        label = next((label for label in sorted(answers) if label in places), "")
        if hit or label:
            words = hit or view.reading.text[slice(*places[label][0])]
            return held(words, where, barrier)
    return None


@check
def clients_words(v: PlanView) -> Finding:
    """Most goals are put in words that the client would recognise: quoted beside the goal, or shared with its text.

    A quotation counts when it shares a word with what the case says; a goal's text counts when it shares a telling
    word with what the client says.
    Source: ANCHORS, Fit 3.
    Yes: client's words "I want my brain to stop."; "spend less of his life at the sink"
    No: "decrease symptom severity"
    """
    story = frozenset(content(f"{v.case.client_words} {v.case.narrative} {_own_view(v)}"))
    missing = [b for b in v.branches if not _recognised(b, v, story)]
    if not v.branches or 2 * len(missing) > len(v.branches):
        first = missing[0] if missing else None
        words = first.row.text if first and first.row else ""
        return lacks(words, first.label if first else "", v.case.client_words)
    return held(fact=v.case.client_words)


def _own_view(v: PlanView) -> str:
    return v.case.readiness.own_view if v.case.readiness else ""


def _recognised(branch: Branch, v: PlanView, story: frozenset[str]) -> bool:
    quoted = branch.goal.client_words.strip()[:LONGEST]
    if len(quoted.split()) >= _FEWEST_WORDS and not story.isdisjoint(set(content(quoted)) - FUNCTION):
        return True
    return branch.row is not None and any(s in v.facts.word_stems for s, _ in _concrete(branch.row.view))


@check
def load_fits(v: PlanView) -> Finding:
    """The minutes that the steps ask for in the fullest week fit into the client's life.

    The bound is the free time that a barrier names, else an hour a day (our own choice, see `load.HOUR_A_DAY`); a step
    without minutes adds nothing.
    Source: ANCHORS, Fit 3.
    Yes: 15 minutes on 4 evenings, where 20 to 30 minutes a day are free
    No: an hour daily, where 20 to 30 minutes a day are free
    """
    for row in v.rows():
        for answer in row.judged.letters["A"].answers:
            if answer.yes and answer.check in ("beyond_free_time", "impossible_dose"):
                return at(row, yes=False, fact=answer.fact or "the hours of a day")
    most, fact = free_minutes_a_week(v)
    minutes, rows = heaviest_week(v)
    if minutes > most:
        labels = ", ".join(row.label for row in rows)
        return lacks(f"{minutes:.0f} minutes a week", labels, fact or f"about {most / 60:.0f} hours a week")
    return held(f"{minutes:.0f} minutes a week" if minutes else "", fact=fact)
