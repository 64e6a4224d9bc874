"""Cases, rubrics, measures and practices as they lie in folders."""

import difflib
import hashlib
from pathlib import Path

import yaml

from goalsmith.data import data_root
from goalsmith.errors import BadCase, BadRubric, UnknownCase
from goalsmith.model import (
    Case,
    Exemplars,
    Glossary,
    HarmNetwork,
    HarmScores,
    Interviewing,
    Knowledge,
    Measures,
    ReviewRubric,
    Rubric,
    WholeRubric,
    Wording,
)
from goalsmith.store.practicefile import load_practices, see_moves_found
from goalsmith.store.yamlfile import load, parse, read_yaml


def load_cases(path: Path) -> list[Case]:
    """Read the one case, or the list of cases, that the file at `path` holds.

    Raises:
        BadCase: with one sentence for each problem.
    """
    data, node = read_yaml(path, BadCase)
    if isinstance(data, list) and isinstance(node, yaml.SequenceNode):
        return [parse(Case, item, at, path, BadCase) for item, at in zip(data, node.value, strict=True)]
    return [parse(Case, data, node, path, BadCase)]


def list_cases(root: Path | None = None) -> list[Case]:
    """Every shipped case, or every case below `root`, in the order of their ids."""
    folder = root or data_root() / "case_vignettes"
    return [load_cases(path)[0] for path in sorted(folder.glob("*/case.yaml"))]


def find_case(case_id: str, root: Path | None = None) -> Case:
    """Return the case called `case_id`.

    Raises:
        UnknownCase: with the nearest id that exists.
    """
    folder = root or data_root() / "case_vignettes"
    known = sorted(path.parent.name for path in folder.glob("*/case.yaml"))
    if case_id not in known:
        near = difflib.get_close_matches(case_id, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
        raise UnknownCase(f"There is no case called {case_id}. {hint}")
    return load_cases(folder / case_id / "case.yaml")[0]


def load_exemplars(case_id: str, root: Path | None = None) -> Exemplars:
    """Return the exemplar plans of a case."""
    folder = root or data_root() / "case_vignettes"
    return load(Exemplars, folder / case_id / "exemplars.yaml", BadCase)


def load_knowledge(rubrics: Path | None = None) -> Knowledge:
    """Read the rubrics, measures, practices and remarks of the folder `rubrics` (default: the shipped one).

    Raises:
        BadRubric: with one sentence for each problem.
    """
    folder = rubrics or data_root() / "rubrics"
    practice_files = sorted((folder / "practices").glob("*.yaml"))
    files = [folder / "smart.yaml", folder / "measures.yaml", whole_rubric_file(folder), wording_file(folder)]
    files += [*_harm_files(), *practice_files]
    rubric = load(Rubric, files[0], BadRubric)
    measures = load(Measures, files[1], BadRubric)
    whole = load(WholeRubric, files[2], BadRubric)
    wording = load(Wording, files[3], BadRubric)
    practices = load_practices(practice_files)
    harm = load_harm_network()
    see_moves_found(practices, practice_files, harm.scores.moves)
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:12]
    return Knowledge(rubric, whole, measures, practices, wording, harm, digest)


def whole_rubric_file(rubrics: Path) -> Path:
    """The rubric of whole plans that holds in the folder `rubrics`: its own, or else the shipped one.

    A course that brings its own letters need not bring this one too.
    """
    return _own_or_shipped(rubrics, "plan.yaml")


def wording_file(rubrics: Path) -> Path:
    """The remarks on wording that hold in the folder `rubrics`: its own, or else the shipped ones."""
    return _own_or_shipped(rubrics, "wording.yaml")


def load_harm_network() -> HarmNetwork:
    """Read the shipped network that reads for harm. A course adds moves by the rules of a practice, not by a network.

    Raises:
        BadRubric: with one sentence, when the scores are not as they should be.
    """
    scores, vocabulary, network = _harm_files()
    words = tuple(vocabulary.read_text("utf-8").splitlines())
    return HarmNetwork(load(HarmScores, scores, BadRubric), words, network.read_bytes())


def _harm_files() -> list[Path]:
    folder = data_root() / "rubrics" / "harm"
    return [folder / name for name in ("network.yaml", "vocabulary.txt", "network.onnx")]


def load_review_rubric(rubrics: Path | None = None) -> ReviewRubric:
    """Read how reviews are judged in the folder `rubrics`: its own `review.yaml`, or else the shipped one.

    Raises:
        BadRubric: with one sentence for each problem.
    """
    return load(ReviewRubric, review_rubric_file(rubrics or data_root() / "rubrics"), BadRubric)


def review_rubric_file(rubrics: Path) -> Path:
    """The rubric of reviews that holds in the folder `rubrics`: its own, or else the shipped one."""
    return _own_or_shipped(rubrics, "review.yaml")


def load_glossary(rubrics: Path | None = None) -> Glossary:
    """Read the words explained in the folder `rubrics`: its own `glossary.yaml`, or else the shipped one.

    Raises:
        BadRubric: with one sentence for each problem.
    """
    return load(Glossary, glossary_file(rubrics or data_root() / "rubrics"), BadRubric)


def glossary_file(rubrics: Path) -> Path:
    """The glossary that holds in the folder `rubrics`: its own, or else the shipped one."""
    return _own_or_shipped(rubrics, "glossary.yaml")


def load_interviewing(rubrics: Path | None = None) -> Interviewing:
    """Read the kinds of questions explained in the folder `rubrics`: its own `interviewing.yaml`, or the shipped one.

    Raises:
        BadRubric: with one sentence for each problem.
    """
    return load(Interviewing, interviewing_file(rubrics or data_root() / "rubrics"), BadRubric)


def interviewing_file(rubrics: Path) -> Path:
    """The kinds of questions that hold in the folder `rubrics`: its own, or else the shipped ones."""
    return _own_or_shipped(rubrics, "interviewing.yaml")


def _own_or_shipped(rubrics: Path, name: str) -> Path:
    own = rubrics / name
    return own if own.exists() else data_root() / "rubrics" / name


def load_folder(folder: Path) -> tuple[Case, Knowledge]:
    """Read an assignment's own `case.yaml` and `rubrics/`, as building the course put them beside its notebook."""
    return load_cases(folder / "case.yaml")[0], load_knowledge(folder / "rubrics")
