"""What a reading shows against the one at intake."""

from goalsmith.engine.outcomes import change, percent_better
from goalsmith.model import Case, Measure, Measures, Reading, Stage, StageWork
from goalsmith.model.stage_result import StageItem, StageVerdict

WORDS: dict[Reading, str] = {
    "improved": "improved",
    "no-reliable-change": "no reliable change",
    "worse": "worse",
    "no-criterion": "no published criterion",
}


def asked_readings(case: Case, stage: Stage, measures: Measures) -> list[tuple[str, Measure]]:
    """The instruments of a session that the learner is asked about: those that were given at intake too."""
    found = [(name, measures.find(name)) for name in stage.readings if name in case.measures]
    return [(name, measure) for name, measure in found if measure is not None]


def judge_readings(case: Case, stage: Stage, work: StageWork, measures: Measures) -> list[StageItem]:
    """Judge what the learner says of each reading against the baseline at intake."""
    return [
        _judged(name, measure, case.measures[name], stage.readings[name], work.readings.get(name))
        for name, measure in asked_readings(case, stage, measures)
    ]


def _judged(name: str, measure: Measure, before: float, after: float, said: Reading | None) -> StageItem:
    right = change(measure, before, after)
    data = f"{name}: {after:g} now, {before:g} at intake"
    why = _why(measure, before, after, right)
    if said is None:
        return StageItem("reading", name, "", 0.0, "missing", why, data)
    verdict: StageVerdict = "defensible" if said == right else "unsupported"
    return StageItem("reading", name, WORDS[said], float(said == right), verdict, why, data)


def _why(measure: Measure, before: float, after: float, right: Reading) -> str:
    moved = abs(after - before)
    way = "no difference" if not moved else f"a {'rise' if after > before else 'fall'} of {moved:g}"
    least = measure.reliable_change
    if right == "no-criterion" or least is None:
        none = "No reliable change is published for this measure, so the difference alone proves nothing."
        return f"It is {way}. {none}{_response(measure, before, after)}"
    if right == "no-reliable-change":
        return f"It is {way}; below {least:g} it may be chance, so it is neither progress nor decline."
    return f"It is {way}; {least:g} or more is a reliable change, and {measure.better} is better."


def _response(measure: Measure, before: float, after: float) -> str:
    """What the measure's sources call a response, where they do, and how near the score is to it."""
    percent = percent_better(measure, before, after)
    if measure.response_percent is None or percent is None:
        return ""
    said = f"it is {percent:.0f} % better" if percent > 0 else "it is not better"
    return f" {measure.response_percent:g} % better than at intake would count as a response; {said}."
