"""All phrases that a judge looks for, made once from our word lists and the knowledge files."""

from dataclasses import dataclass
from functools import lru_cache

from goalsmith.engine.evidence import words
from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.model import Knowledge, Measure, Practice

_AMOUNTS = ("limit", "change", "counted", "dose", "count", "clock", "percent")
_START = 45


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrase book, and which of its labels stand for which measure."""

    book: PhraseBook
    measures: dict[str, Measure]


@lru_cache(maxsize=4)
def build(knowledge: Knowledge) -> Lexicon:
    """Put word lists, measures and practices into one book; made once for all cases that share the knowledge."""
    lists: dict[str, list[str]] = {name: list(phrases) for name, phrases in words.LISTS.items()}
    measures = {}
    for measure in knowledge.measures.measures:
        label = f"instrument:{measure.name}"
        measures[label] = measure
        lists[label] = [measure.name, measure.long_name, *measure.aliases]
    for practice in knowledge.practices:
        _add_practice(lists, practice)
    return Lexicon(PhraseBook(lists), measures)


def _add_practice(lists: dict[str, list[str]], practice: Practice) -> None:
    name = practice.disorder
    lists[f"symptom:{name}"] = list(practice.symptoms)
    for kind, phrases in (("wellness", practice.wellness), ("unrelated", practice.unrelated)):
        lists.setdefault(kind, []).extend(phrases)
    for group, phrases in practice.problems.items():
        lists[f"concept:{name}:{group}"] = list(phrases)
    for technique in practice.techniques:
        kind = "specific" if technique.specific else "technique"
        lists.setdefault(f"{kind}:{name}", []).extend(technique.words)


def derive(places: dict[str, list[Place]], own: frozenset[str]) -> None:
    """Add to `places` what follows from several kinds together. `own` are the disorders of the case."""
    groups: dict[str, list[Place]] = {}
    for label in list(places):
        head, _, name = label.partition(":")
        if head in ("technique", "specific"):
            groups.setdefault("technique_any", []).extend(places[label])
            if name in own:
                groups.setdefault("technique_own", []).extend(places[label])
            elif head == "specific":
                groups.setdefault("technique_foreign", []).extend(places[label])
        elif head == "symptom" and name in own:
            groups.setdefault("symptom", []).extend(places[label])
    for name, found in groups.items():
        places[name] = sorted(set(found))
    amounts = any(name in places for name in _AMOUNTS)
    first = [p for p in places.get("state_goal", []) if p[0] < _START]
    if first and not any(p[0] < first[0][0] for p in places.get("act", []) if p not in places.get("weak_act", [])):
        places["state"] = first
    if "vague" in places and not amounts and "technique_any" not in places:
        pale = places.get("weak_act", []) + places["vague"] + places.get("area", [])
        strong = [p for p in places.get("act", []) if p not in pale]
        if not strong or ("state" in places and places["state"][0][0] < strong[0][0]):
            places["wish"] = places["vague"]
