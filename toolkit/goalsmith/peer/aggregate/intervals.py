"""Levels and totals with their 90 % intervals, from estimates and how sure they are."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from goalsmith.peer.aggregate.certainty import Certainty
from goalsmith.peer.aggregate.fitting import HONEST, Estimates, Reviews
from goalsmith.peer.aggregate.locating import Step
from goalsmith.peer.aggregate.table import TOP, Floats

Z90 = 1.6449
"""Half the width of a 90 % interval, in standard errors."""


@dataclass(frozen=True)
class Limits:
    """Levels (plans x criteria) and totals (plans), each with the ends of its interval."""

    level: Floats
    low: Floats
    high: Floats
    total: Floats
    total_low: Floats
    total_high: Floats


def limits(data: Reviews, now: Estimates, step: Step, sure: Certainty) -> Limits:
    """The expected level where quality is unsure and cut off at 0 and 3, and what lies around it."""
    count = data.asked_count[:, None]
    free = 1 - data.staff_weight.sum(axis=1) * sure.plan  # a known plan does not move with the cohort
    mean = sure.plan + free**2 * _common(data, now, step)
    sd = np.sqrt(sure.own * (1 - 1 / count) + mean[:, None])
    level, inside = _clipped(now.quality, sd)
    half = Z90 * np.sqrt(mean) * np.where(data.asked, inside, 0.0).sum(axis=1) / data.asked_count / TOP
    total = np.where(data.asked, level, 0.0).sum(axis=1) / data.asked_count / TOP
    asked = np.where(data.asked, 1.0, np.nan)
    return Limits(
        level=level * asked,
        low=np.minimum(np.clip(now.quality - Z90 * sd, 0, TOP), level) * asked,
        high=np.maximum(np.clip(now.quality + Z90 * sd, 0, TOP), level) * asked,
        total=total,
        total_low=np.clip(total - half, 0, 1),
        total_high=np.clip(total + half, 0, 1),
    )


def _clipped(mean: Floats, sd: Floats) -> tuple[Floats, Floats]:
    """The expectation of a normal value clipped to 0..3, and the probability that it lies inside."""
    a, b = -mean / sd, (TOP - mean) / sd
    inside = ndtr(b) - ndtr(a)
    height = np.exp(-0.5 * np.minimum(a**2, 1e3)) - np.exp(-0.5 * np.minimum(b**2, 1e3))
    found: Floats = mean * inside + sd * height / np.sqrt(2 * np.pi) + TOP * ndtr(-b)
    return found, inside


def _common(data: Reviews, now: Estimates, step: Step) -> float:
    """The variance of the cohort's mean leniency, which all plans share: from the known plans, else hardly known.

    A known plan tells it as well as the supervisor's levels, its reviews, and the luck of who reviewed it allow.
    """
    spread, trust = now.spread, now.trust(data)
    people = max(float(now.kinds[data.active, HONEST].sum()), 1.0)
    trusted = step.weight * trust
    said = data.by_plan(trusted / (1 + trusted * now.halo_variance(data)))
    staff = data.staff_weight.sum(axis=1)
    at = (staff > 0) & (said > 0)
    luck = spread.leniency * np.maximum(1 / np.maximum(data.by_plan(trust)[at], 1e-9) - 1 / people, 0.0)
    told = (1 / (1 / staff[at] + 1 / said[at] + luck)).sum()
    return float(1 / (1 / (spread.of_mean_leniency + spread.leniency / people) + told))
