"""Words that say little about who somebody is, although somebody is called by them.

A learner may be called May, Grace or Young, or share a name with the client of the case. Such a word alone would hold
back every plan, so it counts as a name only in company: see `search`. Ordinary are the words of this list, every word
of the case (its people's names too), and every word that the rubrics use more than twice in small letters. Names that
are words which a plan hardly ever uses (Victor, Iris, Smith) are not in the list: a plan too many is held back rather
than one too few.
"""

import re
from collections import Counter
from pathlib import Path

from goalsmith.peer.privacy.fold import words

_COMMON = """
a about after again all also am an and any are art as at be been before being best better big bill black bless bliss
blue bond book both boy branch brook brown buck bush but by call can cash chance chase christian church close cloud
constant cook could crisp cross crystal daisy dawn day dear del dell do does done dove drew drive due each early east
end even ever every fair faith fall farmer favor field fine fish fleet flower for ford forest foster fox frank free
friend from full gale garden gay gentle give glass go god gold good grace grant gray green grey grove guy had hall
hand happy hardy has have haven he head heart help her here hill him his holly home honor hood hope house how hunt
hunter i is it its job joy just justice keen kind king knight lake lane lark last late law lay left less light like
lily little long lord lot love low lucky made major make man marine mark market may mayor me mercy merit merry might
miles miller mind mine moon moor more most mother much my near need new next night no noble nor north not novel now of
off old on one only open or order our out over own page park part pat patience patient peace pen penny pepper person
piece pine pleasant pool poole pope post potter power powers price pride prince prior prudence purity queen quick rain
read reason rest rich richer ring rise river rivers road rock rose round rue rush rusty sage sand savage say school
sea see self senior serene serenity session sharp she shepherd short sick silver skip sky slack small smart snow so
some son song south sparks speed spring star stark stay stern steward still stone storm strong such sum summer sun
sunny sweet swift take tall teller temple than that the their them then there they this thorn three tiller time to too
town trace travel tree trinity true try two under up upon us van verity very vice victory vision von walker wall ward
was water way we weeks well were west what wheeler when while white who why wild will willing willow win winter wise
wish with wolf wood woods word work worth would yes you young your zen
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
"""
COMMON = frozenset(_COMMON.split())
"""Function words, calendar words, and words that are first or family names as well."""

_PARTICLES = """
al bin da de del della den der di do dos du el ibn la le les st ten ter van von y
"""
PARTICLES = frozenset(_PARTICLES.split())
"""Parts of names that are never a name alone."""


_OFTEN = 3
"""How often the rubrics must use a word: a carol and a Hail Mary stand in them once."""


def ordinary_words(source: Path) -> frozenset[str]:
    """The ordinary words of an assignment, from its masters in `source` (`case.yaml` and `rubrics/`)."""
    case = _plain((source / "case.yaml").read_text("utf-8"))
    rubrics = " ".join(path.read_text("utf-8") for path in sorted((source / "rubrics").rglob("*.yaml")))
    used = Counter(_plain(_small_letters(rubrics)))
    return COMMON | frozenset(case) | {word for word, times in used.items() if times >= _OFTEN}


def _plain(text: str) -> list[str]:
    return [word.plain for word in words(text)]


def _small_letters(text: str) -> str:
    """The words of a text that are written in small letters, and so stand for no person there."""
    return " ".join(re.findall(r"(?<![\w'’])[a-zà-ÿ]+(?![\w'’])", text))
