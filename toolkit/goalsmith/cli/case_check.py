"""What `goalsmith case check` looks at. Kept apart from the verb, so that starting the command stays light."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from goalsmith.data import data_root
from goalsmith.engine import interview, unfolding
from goalsmith.errors import BadFile, UnknownCase
from goalsmith.model import Case, Measures
from goalsmith.store import KEY_FILE, find_case, load_cases, load_key, load_knowledge
from goalsmith.store.places import line_of

CASE_FILE = "case.yaml"


def case_files(named: Sequence[str]) -> list[Path]:
    """The case files meant by paths or ids of shipped cases; all shipped ones where none is named.

    Raises:
        UnknownCase: something named is neither.
    """
    shipped = data_root() / "case_vignettes"
    return [path for name in named or [str(shipped)] for path in _files(name, shipped)]


def problems(path: Path, measures: Measures | None = None) -> list[str]:
    """Everything wrong with the cases of one file, a sentence each with file and line."""
    try:
        cases = load_cases(path)
        known = measures or load_knowledge().measures
        return [sentence for case in cases for sentence in _of_case(path, case, known)]
    except BadFile as bad:
        return [f"{bad.path}: {problem}" for problem in bad.problems]


def _files(name: str, shipped: Path) -> list[Path]:
    path = Path(name)
    if path.is_file():
        return [path]
    if (path / CASE_FILE).is_file():
        return [path / CASE_FILE]
    if found := sorted(path.glob(f"*/{CASE_FILE}")):
        return found
    if path.exists() or len(path.parts) > 1:
        raise UnknownCase(f"{name} holds no {CASE_FILE}; name a case's file, its folder, or a folder of cases.")
    return [shipped / find_case(name).id / CASE_FILE]


def _of_case(path: Path, case: Case, measures: Measures) -> Iterator[str]:
    for problem in interview.check(case):
        yield _placed(path, problem, case.id)
    key_path = path.with_name(KEY_FILE)
    key = load_key(key_path) if key_path.is_file() else None
    for problem in unfolding.check(case, key, measures):
        rest = problem.removeprefix(f"{KEY_FILE}: ")
        # A key that is missing, or one too many, is told where the stages are.
        in_key = rest != problem and key is not None
        yield _placed(key_path, rest, "") if in_key else _placed(path, problem, case.id)


def _placed(path: Path, problem: str, within: str) -> str:
    field = problem.partition(":")[0]
    return f"{path}: line {line_of(path, field, within)}: {problem}"
