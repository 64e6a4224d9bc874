"""Practices from YAML, with what only the file and all practices together can show to be wrong."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import yaml

from goalsmith.errors import BadRubric
from goalsmith.model import Practice
from goalsmith.store.yamlfile import parse, read_yaml

_NAME = re.compile(r"<([^<>]*)>")
_BUILT_IN = {"own", "client"}
"""Lists that come from the case."""


def load_practices(paths: list[Path]) -> tuple[Practice, ...]:
    """Read every practice, in the order of `paths`.

    Raises:
        BadRubric: with one sentence for each problem.
    """
    read = [(path, *read_yaml(path, BadRubric)) for path in paths]
    practices = tuple(parse(Practice, data, node, path, BadRubric) for path, data, node in read)
    names = _BUILT_IN | {name for practice in practices for name in practice.vocabulary}
    for path, _, node in read:
        problems = [found for scalar in _scalars(node) if (found := _problem(scalar, names))]
        if problems:
            raise BadRubric(path, problems)
    return practices


def see_moves_found(practices: Sequence[Practice], paths: Sequence[Path], learned: Sequence[str]) -> None:
    """See that every move can be found: by its own rules, or by the network, which has learned the moves `learned`.

    Raises:
        BadRubric: for a move of `practices`, which were read from `paths`, that nothing looks for.
    """
    for practice, path in zip(practices, paths, strict=True):
        dead = [
            m.id for m in practice.contraindicated if not m.behaviours and f"{practice.disorder}:{m.id}" not in learned
        ]
        if dead:
            raise BadRubric(path, [f"contraindicated: nothing looks for the move {dead[0]}; give it `behaviours`"])


def _scalars(node: yaml.Node | None) -> list[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        return [scalar for _, value in node.value for scalar in _scalars(value)]
    if isinstance(node, yaml.SequenceNode):
        return [scalar for item in node.value for scalar in _scalars(item)]
    return [node] if isinstance(node, yaml.ScalarNode) else []


def _problem(node: yaml.ScalarNode, names: set[str]) -> str:
    """What is wrong with a phrase, or nothing.

    Without quotes, a blank beside `|` is more often a slip (`hand over|drop` meant as two things to say) than two
    words that follow each other; with quotes, the author has thought of it.
    """
    text, line = node.value, node.start_mark.line + 1
    unknown = [name for name in _NAME.findall(text) if name not in names]
    if unknown:
        return f"line {line}: <{unknown[0]}> is no list of any vocabulary; there are: {', '.join(sorted(names))}"
    parts = text.split()
    beside = [f"{a} {b}" for a, b in pairwise(parts) if "..." not in (a, b) and "|" in a + b]
    if beside and node.style not in ("'", '"'):
        return (
            f"line {line}: `{beside[0]}` is read as words that follow each other; put the phrase in quotes if you mean "
            f"that, or write `_` for a blank within one alternative, as in `hand_over|drop`"
        )
    return ""
