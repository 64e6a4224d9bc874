"""Templates: which of them fit a case, and whether a sentence is still one.

A template is a start. Once its gaps are filled the sentence is the learner's own; as long as none is, it says nothing
about the client, however good its other words are.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from goalsmith.engine.phrases import PhraseBook
from goalsmith.engine.slots import NAMES, holed, holes, name_of, next_slot, open_slots
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model import Case, Knowledge, Practice, Template
from goalsmith.model.assessment import Kind

_LABEL = 60
_GAP = re.compile(r"\[[^\[\]]{1,20}\]")
_FILLER = re.compile(
    r"([a-z])\1*|tb[acd]|to be (?:added|confirmed|decided|defined|done|filled(?: in)?)|to ?do|n ?a|none|nothing|blank"
    r"|empty|fill(?: (?:this )?in)?|filler|placeholder|something|sth|some|any|text|test|abc|asdf|qwerty|(?:bla+h?\b ?)+"
    r"|lorem(?: ipsum)?|etc|later"
)
_FEW = 3
_HINT = "\ue100"
"""Stands for a hint in a text: no word."""


def templates_for(case: Case, practices: Iterable[Practice]) -> list[Template]:
    """The templates for the problems that a case shows, in the order of its problems.

    They come from the practices of its diagnoses, and behind those from the practices that fit one of its problems.
    """
    every = list(practices)
    own = _own(case, every)
    names = {practice.disorder for practice in own}
    shown = _shown(case, own)
    groups = {group for row in shown for _, group in row}
    fitting = [p for p in every if p.disorder not in names and groups.intersection(p.fits)]
    book_of = {practice.disorder: practice for practice in (*own, *fitting)}
    rows = _shown(case, [*own, *fitting])
    found = {
        (name, one.id): one
        for row in rows
        for name, group in row
        for one in book_of[name].templates
        if one.problem == group
    }
    return list(found.values())


def template_rows(case: Case, practices: Iterable[Practice], kind: Kind) -> list[tuple[str, Template]]:
    """The templates of one kind for a case, each with a short label that no other has: "Worry: worry postponement"."""
    rows: dict[str, Template] = {}
    for template in templates_for(case, practices):
        if template.kind == kind:
            problem = template.problem.replace("-", " ").capitalize()
            label = f"{problem}: {template.technique}"
            rows[f"{problem}: {_short(template.text)}" if not template.technique or label in rows else label] = template
    return list(rows.items())


def unedited(text: str, templates: Iterable[Template]) -> Template | None:
    """The template that `text` still is: all its gaps are open, or all but few hold a filler ("x", "tbc") or the hint.

    A template some of whose gaps are filled while the others are open is being worked on, and no longer one.
    """
    plain = holed(_plain(text))
    return next((one for one in templates if _still(one, _fills(one, plain))), None)


class Templates:
    """All templates of the practices, ready to be compared with many texts."""

    def __init__(self, templates: Iterable[Template]) -> None:
        """Take the templates."""
        self._all = tuple(templates)
        self._by_sign: dict[str, list[Template]] = {}
        for one in self._all:
            words = tokenise(" ".join(_parts(one.text))).words
            self._by_sign.setdefault(stem(max(words, key=len, default="")), []).append(one)
        self._signs = frozenset(self._by_sign)

    def unedited(self, text: str, stems: Sequence[str]) -> Template | None:
        """The template that `text`, whose words have the `stems`, still is, or None."""
        if self._signs.isdisjoint(stems):
            return None
        return unedited(text, [one for sign in self._signs.intersection(stems) for one in self._by_sign[sign]])

    def hint(self, text: str, slot: str) -> str:
        """What belongs into `slot`, such as "[by when]", by the template that `text` is most like; or nothing."""
        plain, name = _plain(text), name_of(slot)
        hints = [(_likeness(one, plain), s.hint) for one in self._all for s in one.slots if s.name == name]
        return max(hints, key=lambda pair: pair[0], default=(0, ""))[1]


@lru_cache(maxsize=4)
def of_knowledge(knowledge: Knowledge) -> Templates:
    """All templates of `knowledge`; made once for all cases that share it."""
    return Templates(one for practice in knowledge.practices for one in practice.templates)


def _own(case: Case, practices: list[Practice]) -> list[Practice]:
    codes = [d.icd10cm for d in (case.diagnosis, *case.comorbid)]
    return [p for p in practices if any(code.startswith(start) for code in codes for start in p.icd10cm)]


def _shown(case: Case, practices: list[Practice]) -> list[list[tuple[str, str]]]:
    """For each problem of the case the groups that it shows, each as disorder and group, in the practices' order.

    A problem shows a group whose phrases are in its text, and the group that the case's author has named it after.
    """
    book = PhraseBook({f"{p.disorder}:{group}": words for p in practices for group, words in p.problems.items()})
    order = [(p.disorder, group) for p in practices for group in p.problems]
    found = [(one.id, book.find(tokenise(normalise(one.text)))) for one in case.presenting_problems]
    return [
        [(name, group) for name, group in order if group == own or f"{name}:{group}" in labels] for own, labels in found
    ]


def _short(text: str) -> str:
    """The opening of a template's text, for a list."""
    if len(text) <= _LABEL:
        return text
    return text[:_LABEL].rpartition(" ")[0].rstrip(" ,;:") + " …"


def _plain(text: str) -> str:
    return " ".join(normalise(text).split()).rstrip(" .")


@lru_cache(maxsize=1000)
def _parts(text: str) -> tuple[str, ...]:
    """What stands before, between and behind the gaps of a template."""
    return tuple(part.strip() for part in _GAP.split(_plain(text)))


def _fills(template: Template, plain: str) -> list[str] | None:
    """What stands in the gaps of `template` in a plain text, or None where its other words are not the template's."""
    first, *between, last = _parts(template.text)
    if not plain.startswith(first) or not plain.endswith(last):
        return None
    for slot in template.slots:
        plain = plain.replace(_plain(slot.hint), _HINT)
    end, at, fills = len(plain) - len(last), len(first), []
    for part in between:
        found = _wording(part).search(plain, at, end)
        if not found:
            return None
        fills.append(plain[at : found.start()])
        at = found.end()
    return [*fills, plain[at:end]] if at <= end else None


@lru_cache(maxsize=1000)
def _wording(part: str) -> re.Pattern[str]:
    """What stands between two gaps, as whole words: "on" is not looked for within "session"."""
    before, after = (r"\b" if part[at : at + 1 or None].isalnum() else "" for at in (0, -1))
    return re.compile(f"{before}{re.escape(part)}{after}")


def _still(template: Template, fills: list[str] | None) -> bool:
    if fills is None:
        return False
    closed = [" ".join(tokenise(fill).words) for fill in fills if not holes(fill)]
    own = sum(bool(words) and words not in NAMES and not _FILLER.fullmatch(words) for words in closed)
    return own == 0 or (own < len(closed) and own <= len(fills) // _FEW)


def _likeness(template: Template, plain: str) -> int:
    return sum(len(part) for part in _parts(template.text) if part in plain)


__all__ = ["Templates", "next_slot", "of_knowledge", "open_slots", "template_rows", "templates_for", "unedited"]
