"""Where in an author's file a field stands."""

from pathlib import Path

import yaml

from goalsmith.errors import BadFile
from goalsmith.store.yamlfile import read_yaml


def line_of(path: Path, field: str, within: str = "") -> int:
    """The line, counted from 1, of the deepest part of `field` that the file at `path` has.

    `field` names keys and the ids of entries in lists: "interview.questions.mood.facts". Of a list of records it is
    the one whose id is `within`.

    Raises:
        BadFile: the file cannot be read, or is not YAML.
    """
    _, node = read_yaml(path, BadFile)
    line = 1
    if within and isinstance(node, yaml.SequenceNode):
        node = _entry(node, within) or node
        line = node.start_mark.line + 1
    for step in field.split("."):
        found = _step(node, step)
        if found is None:
            return line
        line, node = found
    return line


def _step(node: yaml.Node | None, step: str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        pairs = ((key.start_mark.line + 1, value) for key, value in node.value if key.value == step)
        return next(pairs, None)
    entry = _entry(node, step) if isinstance(node, yaml.SequenceNode) else None
    return (entry.start_mark.line + 1, entry) if entry else None


def _entry(node: yaml.SequenceNode, entry_id: str) -> yaml.Node | None:
    """The entry of a list whose `id` is `entry_id`; of two with the same id the last, which is the one too many."""
    found = None
    for entry in node.value:
        if isinstance(entry, yaml.MappingNode) and any(k.value == "id" and v.value == entry_id for k, v in entry.value):
            found = entry
    return found
