"""What reviewers say, as phrases in the way of `engine.phrases`: compared by stems, `...` skips up to eight words.

`client` in a phrase also stands for every name of the case. Nothing here knows a case.
"""

from types import ModuleType

from goalsmith.peer.usefulness.words import about, missing, offer, tone


def _lists(*modules: ModuleType) -> dict[str, tuple[str, ...]]:
    return {
        name.lower(): value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, tuple)
    }


LISTS = _lists(about, missing, offer, tone)
"""Every list of phrases under its name in small letters, for one phrase book."""
