"""How likely each reviewer is honest, careless, or gives everybody the same level; and each review a favour.

Careless levels are uniform on 0 to 3; whoever is flat gives one level, mostly the top, and now and then, by a slip,
another one; so does a favour, with the top. An honest reviewer's levels are as likely as the model says, judged by what
the *other* reviews tell of the plan. Shares of the kinds are estimated too.
"""

from dataclasses import replace
from functools import partial

import numpy as np
from scipy.special import gammaln, logsumexp

from goalsmith.peer.aggregate.certainty import Certainty
from goalsmith.peer.aggregate.fitting import Estimates, Reviews, Spread
from goalsmith.peer.aggregate.locating import Step
from goalsmith.peer.aggregate.sums import across, in_blocks, to_columns
from goalsmith.peer.aggregate.table import TOP, Flags, Floats

_SLIP = 0.03
"""How often somebody who means to give one level gives another."""
_FLAT_AT = np.array([0.1, 0.1, 0.1, 0.7])
"""How often each level is the one that a flat reviewer gives."""
_FAVOUR = 0.02
"""How often an honest reviewer's review is a favour, before it was read."""
_TYPICAL = np.array(Spread().kinds)
_LIKE_REVIEWERS = 20.0
"""How many reviewers' worth the usual shares of the kinds count beside those of the cohort."""
LIKE_LEVELS = 8.0
"""How many levels' worth the cohort says about one reviewer's noise: one review's."""
_DAMPED = 0.5
"""The share of the last step that stays: two reviewers of one plan could else take turns in being the honest one."""


def sort(data: Reviews, now: Estimates, step: Step, sure: Certainty) -> None:
    """Update the kinds of reviewers, their shares, and how likely each review follows the model."""
    honest = _evidence(data, now, step, sure)
    favour = _one_level(data.tops, data.count) + np.log(_FAVOUR)
    either = np.logaddexp(honest + np.log(1 - _FAVOUR), favour)
    follows = np.exp(honest + np.log(1 - _FAVOUR) - either)
    now.follows = _DAMPED * now.follows + (1 - _DAMPED) * follows
    flat = _one_level(data.levels_given, data.of_reviewer[:, None]) + np.log(_FLAT_AT)
    scores = np.stack(
        [
            data.by_reviewer(either) + _as_a_person(data, now, sure),
            -data.of_reviewer * np.log(TOP + 1),
            logsumexp(flat, axis=1),
        ],
        axis=1,
    ) + np.log(np.array(now.spread.kinds))
    kinds = np.exp(scores - logsumexp(scores, axis=1, keepdims=True))
    now.kinds = _DAMPED * now.kinds + (1 - _DAMPED) * kinds
    counts = _LIKE_REVIEWERS * _TYPICAL + now.kinds[data.active].sum(axis=0)
    shares = counts / counts.sum()
    now.spread = replace(now.spread, kinds=(float(shares[0]), float(shares[1]), float(shares[2])))


def _one_level(those: Floats, count: Floats) -> Floats:
    """The log likelihood of `count` levels, given by somebody who means one level, of which `those` are it."""
    found: Floats = those * np.log(1 - _SLIP) + (count - those) * np.log(_SLIP / TOP)
    return found


def _evidence(data: Reviews, now: Estimates, step: Step, sure: Certainty) -> Floats:
    """The log likelihood of each review, its reviewer's leniency being given, the plan as others see it."""
    halo, trust = now.halo_variance(data), now.trust(data)
    slope = across(step.slope)
    clear = step.weight / (1 + step.weight * halo)
    found = step.like - 0.5 * now.halo**2 / halo - 0.5 * np.log1p(step.weight * halo)
    found += _without_itself(slope**2 / clear, clear * sure.other_plan, trust)
    parts = partial(_own_parts, now.spread.own)
    apart = 1 - 1 / data.asked_count[data.plan]
    found += in_blocks(parts, step.slope, step.bend, data.there, step.given[data.plan], trust, apart)[0]
    return found


def _own_parts(
    prior: float, slope: Floats, bend: Floats, there: Flags, given: Floats, trust: Floats, apart: Floats
) -> tuple[Floats, ...]:
    """The share of some reviews' log likelihood that is due to what sets their criteria apart."""
    columns = bend.shape[1]
    share = to_columns(trust, columns)
    others = np.maximum(given - bend * share, 0.0)
    own = prior / (1 + prior * others) * to_columns(apart, columns)
    mean = to_columns(across(slope) / across(there.astype(np.float64)), columns)
    surprise = np.where(there, (slope - mean) ** 2 / np.maximum(bend, 1e-9), 0.0)
    return (across(_without_itself(surprise, bend * own, share)),)


def _without_itself(surprise: Floats, pull: Floats, trust: Floats) -> Floats:
    """What to add to a log likelihood that was read at an estimate, so that it is what one would have foretold.

    `surprise` is slope^2 / weight at the estimate, `pull` the weight times the variance without this reading, and
    `trust` the share with which the reading pulled the estimate toward itself: log N(y; m, v + 1/w) - log N(y; e, 1/w)
    for e = m + trust pull (y - m) / (1 + trust pull).
    """
    found: Floats = -0.5 * surprise * ((1 + trust * pull) ** 2 / (1 + pull) - 1) - 0.5 * np.log1p(pull)
    return found


def _as_a_person(data: Reviews, now: Estimates, sure: Certainty) -> Floats:
    """How usual each reviewer's leniency and noise are, with what having fitted both to their levels gained them."""
    spread, square = now.spread, now.noise**2
    lenient = -0.5 * (now.leniency - spread.mean_leniency) ** 2 / spread.leniency
    lenient += 0.5 * np.log(sure.leniency / spread.leniency)
    shape = LIKE_LEVELS / 2
    scale = shape * spread.noise
    noise = shape * np.log(scale / square) - gammaln(shape) - scale / square
    noise += 0.5 * np.log(2 * np.pi / (shape + data.of_reviewer / 2))
    found: Floats = lenient + noise
    return found
