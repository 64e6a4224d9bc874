"""Words for up and down, and for cutting something down."""

from goalsmith.engine.evidence.words.listed import listed

REDUCE = listed("""
    reduce, reducing, reduction, decrease, fewer, less, cut, stop, without, instead of, rather than, in place of,
    resist, delay, postpone, refrain, limit, quit, give up, drop, fall, lower, decline, no longer, wean, taper,
    phase out, hold|holding off, abstain, eliminate, do not, don't, will not, won't, refuse, challenge,
    overcome, rid, no more, not, never, replace, nothing, skip, leave out, at most, cease, withhold, interrupt,
        against, tolerate, avoid asking, avoid seeking, put off, unlearn, instead, record, log, tally, count,
    track, each time he catches, despite,
    even though
""")

RAISE = listed("increase, raise, rise, up, higher, more, grow, climb, worsen, go up, elevate")

LOWER = listed("reduce, decrease, lower, fall, drop, bring ... down, down, cut, less, improve")

LISTS = {"reduce": REDUCE, "raise": RAISE, "lower": LOWER}
