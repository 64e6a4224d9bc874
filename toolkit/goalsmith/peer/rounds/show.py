"""Rounds on a terminal: a bar while it works, and what a supervisor is told, a sentence a line."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from goalsmith.grading.cohort import Progress
from goalsmith.peer.rounds.opened import Opened
from goalsmith.peer.rounds.reassign import Reassigned


@contextmanager
def bar(what: str) -> Iterator[Progress]:
    """A bar on standard error, as something to call with each learner and the number of them."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task(what, total=None)

        def moved(_learner: str, total: int) -> None:
            if shown.tasks[task].completed >= total:  # the next of several rounds through everybody
                shown.reset(task)
            shown.update(task, total=total, advance=1)

        yield moved


def opened_lines(opened: Opened) -> list[str]:
    """What `peer open` prints."""
    return [*_facts(opened), *_people(opened), *_words(opened), *_next(opened)]


def reassigned_lines(done: Reassigned) -> list[str]:
    """What `peer reassign` prints; ids are for the supervisor, whose command it is."""
    lines = [f"Joined: {_list(done.joined)}."] if done.joined else []
    lines += [f"Dropped out: {_list(done.dropped)}."] if done.dropped else []
    lines += [f"Late, so their open reviews go to others: {_list(done.late)}."] if done.late else []
    lines += [f"Withdrawn: {reviewer} reviews {author} no more." for reviewer, author in done.withdrawn]
    lines += [f"New: {reviewer} reviews {author}." for reviewer, author in done.added]
    lines += [f"Given up: {sentence}" for sentence in done.relaxed]
    lines += [f"Stays out: {learner}: {why}." for learner, why in done.bad.items()]
    lines += [
        f"The plan of {learner} lacks {count(lack, 'review')}: nobody is left who may take more than one on top."
        for learner, lack in done.short.items()
    ]
    if not (done.joined or done.dropped or done.late or done.withdrawn or done.added):
        lines.append("Nothing had to change.")
    if done.overdue:
        again = f"goalsmith peer reassign {done.assignment} --due TIME"
        lines.append(f"Reviews were due {when(done.review_by)}; give those who have new ones time with: {again}")
    else:
        lines.append(
            f"Reviews are due {when(done.review_by)}. Learners get new plans with the button in their notebook."
        )
    return lines


def when(moment: datetime) -> str:
    """A deadline in this machine's zone."""
    local = moment.astimezone()
    return f"{local:%a} {local.day} {local:%b %Y, %H:%M} {local:%Z}"


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 plan", "2 plans"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _facts(it: Opened) -> Iterable[str]:
    each = str(it.loads[0]) if it.loads[0] == it.loads[1] else f"{it.loads[0]} to {it.loads[1]}"
    done = f"The round of {it.assignment} stands ({it.state})" if it.again else f"Opened the round of {it.assignment}"
    yield (
        f"{done}: {count(it.plans, 'plan')}, {count(it.reviewers, 'reviewer')}, {count(it.reviews, 'review')} a plan, "
        f"{each} a reviewer. Seed {it.seed}."
    )
    steps = (("calibrate by", it.calibrate_by), ("review by", it.review_by), ("settle by", it.settle_by))
    yield "Deadlines: " + ", ".join(f"{name} {when(time)}" for name, time in steps if time) + "."
    known = f", {count(it.extra, 'known plan')}" if it.extra else ""
    yield (
        f"Expect about {it.hours:.1f} hours of each learner: {count(it.loads[1], 'review')}{known}, "
        f"{count(it.calibration, 'sample plan')} to calibrate on and the own plan, {it.minutes} minutes each."
    )
    yield from (f"Given up: {sentence}" for sentence in it.relaxed)
    for learner, lack in it.short.items():
        yield f"The plan of {learner} lacks {count(lack, 'review')}."
    if it.known:
        travel = f"; {' and '.join(it.travelling)} among everybody's packets, unmarked" if it.travelling else ""
        yield f"Known from your own scores: {_list(it.known)}{travel}."


def _people(it: Opened) -> Iterable[str]:
    if it.unreachable:
        yield (
            f"Cannot review, since their submission was not handed in through nbgrader and has no secret: "
            f"{_list(it.unreachable)}. Their plans are reviewed."
        )
    for learner, why in it.bad.items():
        yield f"Stays out: {learner}: {why}."
    if it.later:
        yield f"Collected after the round opened: {_list(it.later)}. To add: goalsmith peer reassign {it.assignment}"
    if it.without:
        yield f"On the roster without a submission, and so without reviews: {_list(it.without)}."


def _words(it: Opened) -> Iterable[str]:
    if it.only_ids:
        yield (
            "The roster has ids only, so plans could not be searched for names or e-mail addresses. Add them "
            "(nbgrader db student add ID --first-name ... --last-name ... --email ...), and run this command again."
        )
    elif it.nameless:
        yield f"No name or e-mail address to search for: {_list(it.nameless)}."
    if it.held:
        plans = len({text.pseudonym for text in it.held})
        yield f"Held back until you decide, {count(len(it.held), 'text')} of {count(plans, 'plan')}:"
        yield from (f"  Plan {one.pseudonym} ({one.learner}), {one.place}: {one.reason}" for one in it.held)


def _next(it: Opened) -> Iterable[str]:
    if it.held:
        yield f"Release or redact them with: goalsmith peer adjudicate {it.assignment}"
    if not it.released:
        yield (
            f"{it.assignment}-review is not released yet. Next: nbgrader generate_assignment {it.assignment}-review, "
            f"then nbgrader release_assignment {it.assignment}-review"
        )
    yield f"Learners get their plans in {it.assignment}-review. Watch: goalsmith peer status {it.assignment} --watch"


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
