"""What is wrong with the later sessions of a case and their key, for its author: one sentence for each thing."""

from collections.abc import Iterable, Iterator

from goalsmith.engine.outcomes import change
from goalsmith.engine.stems import content
from goalsmith.engine.unfolding.naming import numbers
from goalsmith.engine.unfolding.weights import SHARED_WORDS
from goalsmith.model import DECISIONS, Case, Choice, Measures, Ruling, Stage, StageKey, StageRulings


def check(case: Case, key: StageKey | None, measures: Measures) -> list[str]:
    """Return what is wrong; an empty list where nothing is. `key` is None where no `key.yaml` lies beside the case."""
    if not case.stages:
        return [] if key is None else ["key.yaml: the case has no stages; add them to case.yaml, or take the key away"]
    if key is None:
        return ["key.yaml: is missing; each stage of case.yaml needs its key"]
    found = list(_sessions(case))
    if key.case != case.id:
        found.append(f"key.yaml: case: is {key.case}, but the case is called {case.id}")
    found += _same({stage.id for stage in case.stages}, set(key.stages), "key.yaml: stages", "stage")
    for at, stage in enumerate(case.stages):
        found += [f"stages.{stage.id}: {one}" for one in _stage(case, at, measures)]
        if rulings := key.stages.get(stage.id):
            found += [f"key.yaml: stages.{stage.id}: {one}" for one in _key(case, at, rulings, measures)]
    return found


def _sessions(case: Case) -> Iterator[str]:
    """Sessions have to ascend, and to lie within the planned ones."""
    before = 1
    ids = [stage.id for stage in case.stages]
    for stage in case.stages:
        if ids.count(stage.id) > 1:
            yield f"stages.{stage.id}: stands twice; give each stage an id of its own"
        if stage.session <= before:
            yield f"stages.{stage.id}: session {stage.session} has to come after session {before}"
        if stage.session > case.planned_sessions:
            yield f"stages.{stage.id}: session {stage.session} lies beyond the {case.planned_sessions} planned ones"
        before = stage.session


def _stage(case: Case, at: int, measures: Measures) -> Iterator[str]:
    stage = case.stages[at]
    for name, score in stage.readings.items():
        measure = measures.find(name)
        if measure is None:
            yield f"readings: {name} is in no list of measures; add it there, or name one that is"
        elif not measure.low <= score <= measure.high:
            yield f"readings: {name} runs from {measure.low:g} to {measure.high:g}, and {score:g} is outside"
    known = {one.id for one in case.presenting_problems}
    known |= {one.id for earlier in case.stages[: at + 1] for one in earlier.new_problems}
    for thread in stage.threads:
        if thread.problem not in known:
            yield f"threads: {thread.problem} is no problem of the case; add it to new_problems, or mend its name"
    for choice in stage.choices:
        ids = [option.id for option in choice.options]
        if len(set(ids)) < len(ids) or choice.most > len(ids):
            yield f"choices.{choice.id}: needs options with ids of their own, and as many as may be chosen"
    if stage.risk and not any(choice.kind == "first" for choice in stage.choices):
        yield "choices: the session brings up risk, so it needs a choice of the kind first"


def _key(case: Case, at: int, rulings: StageRulings, measures: Measures) -> Iterator[str]:
    stage = case.stages[at]
    threads = {thread.problem for thread in stage.threads}
    yield from _same(threads, set(rulings.decisions), "decisions", "thread")
    for thread in sorted(threads & set(rulings.decisions)):
        decided = rulings.decisions[thread]
        yield from _same(set(DECISIONS), set(decided), f"decisions.{thread}", "decision")
        if not _defensible(decided.values()):
            yield f"decisions.{thread}: needs at least one defensible decision"
    choices = {choice.id: choice for choice in stage.choices}
    yield from _same(set(choices), set(rulings.choices), "choices", "choice")
    for one in choices.keys() & rulings.choices.keys():
        yield from _choice(choices[one], rulings.choices[one], bool(stage.risk))
    yield from _enquiry(case, stage, rulings, measures)
    yield from _quotes(case, at, rulings, measures)


def _choice(choice: Choice, rulings: dict[str, Ruling], new_risk: bool) -> Iterator[str]:
    yield from _same({option.id for option in choice.options}, set(rulings), f"choices.{choice.id}", "option")
    good = _defensible(rulings.values())
    if not good:
        yield f"choices.{choice.id}: needs at least one defensible option"
    if choice.kind == "first" and new_risk:
        if good > 1:
            yield f"choices.{choice.id}: new risk comes first, so only one option may be defensible"
        if not any(ruling.verdict == "unsafe" for ruling in rulings.values()):
            yield f"choices.{choice.id}: where new risk may be passed over, at least one option has to be unsafe"


def _enquiry(case: Case, stage: Stage, rulings: StageRulings, measures: Measures) -> Iterator[str]:
    """Objectives that are met while the goal stands still lead to a question: what is missed?"""
    met = [thread for thread, one in rulings.decisions.items() if "met" in one and one["met"].verdict == "defensible"]
    if not met or any(choice.kind == "enquiry" for choice in stage.choices):
        return
    for name in [one for one in case.measures if one in stage.readings][:1]:
        measure = measures.find(name)
        if measure and change(measure, case.measures[name], stage.readings[name]) == "no-reliable-change":
            yield f"{name} shows no reliable change while {met[0]} is met, so it needs a choice of the kind enquiry"


def _quotes(case: Case, at: int, rulings: StageRulings, measures: Measures) -> Iterator[str]:
    """The data of a ruling have to be those of the case: its numbers have to stand in the session, or before it."""
    texts = _told(case, at)
    known = set().union(*map(numbers, texts)) | _published(case.stages[at], measures)
    words = {stem for text in texts for stem in content(text)}
    where = {f"decisions.{one}": of for one, of in rulings.decisions.items()}
    for place, of in [*where.items(), *((f"choices.{one}", of) for one, of in rulings.choices.items())]:
        for name, ruling in of.items():  # type: ignore[attr-defined]
            if not ruling.data:
                continue
            if strange := sorted(numbers(ruling.data) - known):
                said = ", ".join(f"{number:g}" for number in strange)
                yield f"{place}.{name}: data: {said} stands nowhere in the session or before it"
            elif not numbers(ruling.data) and len(set(content(ruling.data)) & words) < SHARED_WORDS:
                yield f"{place}.{name}: data: quotes nothing of the session; use its words or numbers"


def _told(case: Case, at: int) -> list[str]:
    """Everything that the learner has read by this session."""
    texts = [case.narrative, case.client_words, *(problem.text for problem in case.presenting_problems)]
    texts += [*case.strengths, *case.barriers, *(risk.text for risk in case.risk)]
    texts += [f"{name} {score:g}" for name, score in case.measures.items()]
    for stage in case.stages[: at + 1]:
        texts += [stage.title, stage.narrative, f"session {stage.session}", *(risk.text for risk in stage.risk)]
        texts += [problem.text for problem in stage.new_problems]
        texts += [f"{name} {score:g}" for name, score in stage.readings.items()]
        texts += [" ".join(map(str, answers)) for answers in stage.item_answers.values()]
        for thread in stage.threads:
            texts += [thread.data, *([f"{thread.latest.value:g} {thread.latest.unit}"] if thread.latest else [])]
    return texts


def _published(stage: Stage, measures: Measures) -> set[float]:
    """Published numbers that a ruling may name: reliable change, remission and bands."""
    found = [measure for name in stage.readings if (measure := measures.find(name))]
    facts = {band.low for measure in found for band in measure.bands}
    facts |= {measure.reliable_change for measure in found if measure.reliable_change is not None}
    return facts | {measure.remission_at_most for measure in found if measure.remission_at_most is not None}


def _defensible(rulings: Iterable[Ruling]) -> int:
    return sum(ruling.verdict == "defensible" for ruling in rulings)


def _same(wanted: set[str], given: set[str], where: str, what: str) -> Iterator[str]:
    for one in sorted(wanted - given):
        yield f"{where}: the {what} {one} has no ruling; add it"
    for one in sorted(given - wanted):
        yield f"{where}: there is no {what} {one}; take it away, or mend its name"
