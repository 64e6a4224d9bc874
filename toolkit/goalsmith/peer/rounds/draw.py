"""Everything that a round draws: pseudonyms, letters and orders.

What is drawn follows from the round's seed and from the secrets of all its submissions, so that opening a round twice
gives the same, while nobody who knows the roster and the seed, or tries every seed, can work out who is who.
"""

import hashlib
import random
from collections.abc import Collection, Iterable, Iterator
from itertools import count, product

_LETTERS = "CDFGHJKMNPQRTVWXY"
_DIGITS = "34679"
"""No vowels, so that no word comes out, and nothing that looks like something else (0 O, 1 I L, 2 Z, 5 S, 8 B)."""


def derived_seed(course: str, assignment: str) -> int:
    """The seed of a round for which none was given, below 2**31."""
    return int.from_bytes(hashlib.sha256(f"{course}\n{assignment}".encode()).digest()[:4]) >> 1


def round_key(seed: int, secrets: Iterable[str]) -> bytes:
    """What everything is drawn from: the seed with everybody's address (or hash of the plan, for who has none)."""
    return hashlib.sha256("\n".join([str(seed), *sorted(secrets)]).encode()).digest()


def stream(key: bytes, what: str) -> random.Random:
    """A source of random numbers of its own for each purpose `what`."""
    return random.Random(hashlib.sha256(key + what.encode()).digest())  # noqa: S311 - its key is a secret


def pseudonyms(number: int, taken: Collection[str], rng: random.Random) -> list[str]:
    """So many different pseudonyms, such as K7QM, none of them `taken`."""
    found: list[str] = []
    used = set(taken)
    # Only a small part of what can be drawn is used, so that a mistyped one is hardly ever somebody else's.
    tail = 2 if number + len(used) < 2_000 else 4
    while len(found) < number:
        new = rng.choice(_LETTERS) + rng.choice(_DIGITS) + "".join(rng.choices(_LETTERS, k=tail))
        if new not in used:
            used.add(new)
            found.append(new)
    return found


def letters(number: int, taken: Collection[str], rng: random.Random) -> list[str]:
    """Letters for `number` new reviewers of one plan, drawn from the first ones that are free: A to Z, then AA on."""
    free = (letter for letter in _alphabet() if letter not in taken)
    found = [next(free) for _ in range(number)]
    rng.shuffle(found)
    return found


def _alphabet() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product("ABCDEFGHIJKLMNOPQRSTUVWXYZ", repeat=length))
