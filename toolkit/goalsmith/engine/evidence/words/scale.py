"""Words that say how large a step is, and how sure: absolutes, hedges, graded steps."""

from goalsmith.engine.evidence.words.listed import listed

ABSOLUTE = listed("""
    never, never again, completely, totally, entirely, zero, eliminate, eradicate, cure, cured, always, at all
    times, 100% of the time, 100 of the time, all of the time, forever, no longer feel, no longer
    have|experience|worry, free of, free from, without any, no more, every single, perfectly, perfect, no
    thoughts, get rid of, worry free, anxiety free, symptom free, fully, no anxiety, no worry, no urges, no
    cravings, no panic, no fear
""")

HEDGE = listed("""
    perhaps, maybe, might, possibly, hopefully, as tolerated, energy permitting, if possible, when possible, as
    needed, try to, attempt to, at some point, when she|he|they feels|feel like it, if she|he|they feels|feel up,
    as able, where possible, consider, think about, prn, if time allows, ideally, some kind of, and so on, sort of
""")

GRADED = listed("""
    gradual, gradually, step by step, graded, hierarchy, ladder, starting with, beginning with, start small,
    working up, work up to, building up, build up, adding, increase by, increasing by, first couple, smallest,
    easiest, shortest, least, then, per week until, with support, with her|his|their, with help, accompanied,
    lift, alongside, reminder, alarm, who is driving, at her own pace, one step
""")

LISTS = {"absolute": ABSOLUTE, "hedge": HEDGE, "graded": GRADED}
