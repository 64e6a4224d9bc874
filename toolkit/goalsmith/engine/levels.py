"""From answers to a level, by the rules of the rubric: the first rule that holds gives the level.

`said` is the set of the checks that say yes.
"""

from goalsmith.model.rubric import Criterion, Rule


class Ladder:
    """The rules of one criterion, put in order once for all the texts that they are asked about."""

    def __init__(self, criterion: Criterion) -> None:
        """Take the rules of `criterion`."""
        self.levels = [rule.level for rule in criterion.rules]
        self._rules = [(rule.all, rule.none) for rule in criterion.rules]
        self._conditions = [(frozenset(rule.all), frozenset(rule.none)) for rule in criterion.rules]
        self._above = [_above(rule, criterion.rules) for rule in criterion.rules]
        self.names = tuple(dict.fromkeys(name for rule in criterion.rules for name in (*rule.all, *rule.none)))

    def fired(self, said: set[str]) -> int:
        """The number of the first rule that holds: all of its `all` say yes and all of its `none` no."""
        for number, (wanted, unwanted) in enumerate(self._conditions):
            if wanted <= said and unwanted.isdisjoint(said):
                return number
        return len(self._rules) - 1  # a rubric's last rule has no condition

    def blocking(self, number: int, said: set[str]) -> list[str]:
        """The checks to speak of when rule `number` has fired: its own, then those that a higher rule still lacks."""
        names = [name for part in self._rules[number] for name in part]
        for wanted, unwanted in self._above[number]:
            names += [n for n in wanted if n not in said]
            names += [n for n in unwanted if n in said]
        return list(dict.fromkeys(names))


def _above(rule: Rule, rules: list[Rule]) -> list[tuple[list[str], list[str]]]:
    """The conditions of the rules that give a higher level, the lowest and shortest first."""
    higher = sorted((r for r in rules if r.level > rule.level), key=lambda r: (r.level, len(r.all) + len(r.none)))
    return [(r.all, r.none) for r in higher]
