"""The answers to a session's choices."""

from goalsmith.model import Choice, Ruling, Stage, StageRulings
from goalsmith.model.stage_result import StageItem, StageItemKind, StageVerdict


def judge_choices(stage: Stage, rulings: StageRulings, chosen: dict[str, list[str]]) -> list[StageItem]:
    """Judge each choice of the session, as its key says."""
    return [_judged(one, rulings.choices.get(one.id, {}), chosen.get(one.id, [])) for one in stage.choices]


def _judged(choice: Choice, rulings: dict[str, Ruling], chosen: list[str]) -> StageItem:
    kind: StageItemKind = "first" if choice.kind == "first" else "choice"
    words = {option.id: option.text for option in choice.options}
    picked = [option for option in dict.fromkeys(chosen) if option in words and option in rulings]
    said = "; ".join(words[option].rstrip(".") for option in picked)
    if not picked:
        return StageItem(kind, choice.ask, "", 0.0, "missing", "There is no answer yet.")
    if len(picked) > choice.most:
        return StageItem(kind, choice.ask, said, 0.0, "unsupported", f"No more than {choice.most} may be chosen.")
    unsafe = [rulings[option] for option in picked if rulings[option].verdict == "unsafe"]
    if unsafe:
        return StageItem(kind, choice.ask, said, 0.0, "unsafe", _whys(unsafe), _data(unsafe))
    share = _share(choice, rulings, picked)
    shown = [rulings[option] for option in picked]
    verdict: StageVerdict = "defensible" if share > 0 else "unsupported"
    return StageItem(kind, choice.ask, said, share, verdict, _whys(shown), _data(shown))


def _share(choice: Choice, rulings: dict[str, Ruling], picked: list[str]) -> float:
    """Good answers less others, of as many good ones as could be chosen: taking everything earns nothing."""
    good = sum(rulings[option].verdict == "defensible" for option in picked)
    most = min(choice.most, sum(one.verdict == "defensible" for one in rulings.values()))
    return max(0.0, good - (len(picked) - good)) / most if most else 0.0


def _whys(rulings: list[Ruling]) -> str:
    return " ".join(dict.fromkeys(one.why for one in rulings))


def _data(rulings: list[Ruling]) -> str:
    return "; ".join(dict.fromkeys(one.data.rstrip(".") for one in rulings if one.data))
