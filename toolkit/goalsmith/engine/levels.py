"""From answers to a level, by the rules of the rubric: the first rule that holds gives the level.

`said` is the set of the checks that say yes.
"""

from goalsmith.model.rubric import Criterion, Rule


def fired(criterion: Criterion, said: set[str]) -> int:
    """The number of the first rule that holds. The last one always does."""
    for number, rule in enumerate(criterion.rules):
        if said.issuperset(rule.all) and said.isdisjoint(rule.none):
            break
    return number


def blocking(criterion: Criterion, number: int, said: set[str]) -> list[str]:
    """The checks to speak of when rule `number` has fired: its own, then those that a higher rule still lacks."""
    rule = criterion.rules[number]
    names = [*rule.all, *rule.none]
    higher = [r for r in criterion.rules if r.level > rule.level]
    for other in sorted(higher, key=lambda r: (r.level, len(r.all) + len(r.none))):
        names += [n for n in other.all if n not in said]
        names += [n for n in other.none if n in said]
    return list(dict.fromkeys(names))
