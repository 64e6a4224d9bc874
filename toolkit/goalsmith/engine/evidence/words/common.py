"""Words that carry little: function words, and words that a case and a statement share by chance."""

from goalsmith.engine.evidence.words.listed import listed

FUNCTION = frozenset(
    listed("""
    a, an, the, and, or, but, if, so, of, to, in, on, at, by, for, from, with, without, as, is, are, be, been,
    was, were, am, it, its, this, that, these, those, her, his, their, my, our, your, she, he, they, we, i, you,
    them, him, me, us, who, which, what, when, where, how, will, shall, would, should, can, could, may, might, do,
    does, did, not, no, than, then, too, very, just, up, out, off, over, under, again, about, into, through,
    after, before, during, until, each, every, per, all, any, both, more, most, other, some, such, only, own,
    same, back, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, at, least, most, day,
    week, month, year, session, time, once, twice, today, tomorrow, now, there, here, also, even, still, ever,
    get, got, have, has, had, having, minute, hour, am, pm, first, next, last, go, about, around, approx, least,
    client, patient, pt, ct
""")
)
"""Words that carry no content of their own."""

COMMON = frozenset(
    listed("""
    work, day, week, hour, time, month, year, minute, home, money, life, people, person, thing, old, new, night,
    morning, evening, need, want, know, think, feel, good, because, attempt, early, late, job, client, living,
    live, make, use, twice, most, many, much, person, world, place, start, keep, mother, father, reason, name,
    half, plan, intent, place, problem, low, high, poor, rough, back, alone, wake, spend, two, three, daily, date,
    speak, never, every, team, person, own, try, come, came, decline, declined, cut, attempt, promotion, standard,
    about, roughly, share, whole, great, hard, stop, real, close, right, since, already, after, before, self,
    member, one, well, month, weekly
""")
)
"""Content words so common that sharing them with a case says nothing."""
