"""Where the shipped cases, rubrics and course are: the one place that knows."""

from pathlib import Path

from goalsmith.errors import DataMissing


def data_root() -> Path:
    """Return the folder that holds ``case_vignettes/``, ``rubrics/`` and ``course/``.

    In a wheel that is ``goalsmith/data``; in an editable install it is the repository itself, two folders up.
    A wheel's folder wins, since a repository has none inside the package.

    Raises:
        DataMissing: neither place has the folders (a broken installation).
    """
    package = Path(__file__).resolve().parent
    for root in (package / "data", package.parent.parent):
        if all((root / room).is_dir() for room in ("case_vignettes", "rubrics", "course")):
            return root
    raise DataMissing(
        f"The shipped cases and rubrics are not beside the package ({package}). "
        "Install goalsmith again, from its wheel or with `pip install -e .` in the repository."
    )
