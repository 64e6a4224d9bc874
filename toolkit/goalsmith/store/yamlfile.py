"""YAML into a model, with errors that say file, line, field and what to do."""

import difflib
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from goalsmith.errors import BadFile

M = TypeVar("M", bound=BaseModel)
Location = tuple[int | str, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 2_000_000


def read_yaml(path: Path, error: type[BadFile]) -> tuple[Any, yaml.Node | None]:
    """Return the parsed file and its node tree, which knows the lines.

    Raises:
        error: the file is missing, too large, not UTF-8, or not YAML.
    """
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            raise error(path, [f"is larger than {MAX_BYTES // 1_000_000} MB; an author file is far smaller"])
        loader = _LOADER(raw.decode("utf-8"))
        node = loader.get_single_node()
        if node is None:
            return None, None
        _join_split_texts(node)
        _refuse_doubles(node, path, error)
        return loader.construct_document(node), node
    except OSError as problem:
        raise error(path, [f"cannot be read ({problem.strerror}); check the name and its permissions"]) from None
    except UnicodeDecodeError:
        raise error(path, ["is not UTF-8 text; save it again with that encoding"]) from None
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise error(path, [f"line {line}: not valid YAML ({problem.problem}); mend it there"]) from None
    except yaml.YAMLError as problem:
        raise error(path, [f"not valid YAML ({str(problem).splitlines()[0]})"]) from None


def _refuse_doubles(node: yaml.Node, path: Path, error: type[BadFile]) -> None:
    """Refuse a key that stands twice: YAML would silently drop the first."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise error(path, [f"line {line}: {key.value} stands twice in the same place; keep one of them"])
            seen.add(str(key.value))
    parts = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else node.value
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode):
        for part in parts:
            _refuse_doubles(part, path, error)


def _join_split_texts(node: yaml.Node) -> None:
    """Put a text back together that an unquoted comma in ``{key: a text, and its rest}`` cut in two.

    YAML reads the rest as a key without a value. No key of ours has a space, so what was meant is certain.
    """
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _join_split_texts(item)
    if not isinstance(node, yaml.MappingNode):
        return
    pairs: list[tuple[yaml.Node, yaml.Node]] = []
    for key, value in node.value:
        rest = node.flow_style and " " in str(key.value) and key.style not in ("'", '"') and value.value == ""
        if rest and pairs and isinstance(pairs[-1][1], yaml.ScalarNode):
            text = f"{pairs[-1][1].value}, {key.value}"
            pairs[-1] = (pairs[-1][0], yaml.ScalarNode("tag:yaml.org,2002:str", text, pairs[-1][1].start_mark))
        else:
            _join_split_texts(value)
            pairs.append((key, value))
    node.value = pairs


def parse(model: type[M], data: Any, node: yaml.Node | None, path: Path, error: type[BadFile]) -> M:
    """Validate `data` as `model`.

    Raises:
        error: with one sentence for each problem, in the order of the lines.
    """
    try:
        return model.model_validate(data)
    except ValidationError as problem:
        found = sorted((_line(node, e["loc"]), _sentence(model, e)) for e in problem.errors())
        raise error(path, [f"line {line}: {sentence}" for line, sentence in found]) from None


def load(model: type[M], path: Path, error: type[BadFile]) -> M:
    """Read and validate the author file at `path`."""
    data, node = read_yaml(path, error)
    return parse(model, data, node, path, error)


def _line(node: yaml.Node | None, location: Location) -> int:
    """The line, counted from 1, of the deepest part of `location` that the file has."""
    line = node.start_mark.line + 1 if node else 1
    for step in location:
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == str(step)), None)
            if pair is None:
                continue  # pydantic names union branches in between; the file does not have them
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line


def _sentence(model: type[BaseModel], found: ErrorDetails) -> str:
    location = found["loc"]
    field = ".".join(str(step) for step in location) or "the file"
    kind = found["type"]
    if kind == "extra_forbidden":
        known = _known_keys(model, location[:-1])
        near = difflib.get_close_matches(str(location[-1]), known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"known keys are {', '.join(sorted(known))}"
        return f"{field}: unknown key; {hint}"
    if kind == "missing":
        return f"{field}: is required; add it"
    if kind == "value_error":
        prefix = f"{field}: " if location else ""
        return prefix + found["msg"].removeprefix("Value error, ")
    given = repr(found["input"])
    given = given if len(given) <= 60 else given[:57] + "..."
    return f"{field}: {found['msg'][0].lower()}{found['msg'][1:]} (found {given})"


def _known_keys(model: type[BaseModel], location: Location) -> list[str]:
    """The keys of the record that lies at `location` below `model`."""
    here = model
    for step in location:
        if isinstance(step, str) and step in here.model_fields:
            below = _record_in(here.model_fields[step].annotation)
            here = below or here
    return list(here.model_fields)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for a in get_args(annotation) if (found := _record_in(a))), None)
