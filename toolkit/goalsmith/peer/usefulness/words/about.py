"""What a comment is about: letters and parts of a plan, places in it, and words that every comment may use."""

from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.text import stem

NAMES = listed("""
    specific, unspecific, specificity, specifically, concrete, concretely, vague, precise, imprecise, detail, details,
    measurable, measurability, measure, measures, metric, quantify, quantifiable, number, numbers, count, countable,
    target, baseline, frequency, instrument, score, finish line, starting point, how many|often|much|long|far, dose,
    met or not, whether|if ... met, decidable, verify, verifiable, tick off, check off, observe, observable,
    achievable, achievability, attainable, realistic, unrealistic, feasible, feasibility, doable, manageable,
    ambitious, too much|big|hard|steep|large, leap, huge step|jump, overwhelm, barrier, within her|his|their control,
    impossible, relevant, relevance, irrelevant, unrelated, diagnosis, off topic, evidence based, supported technique,
    reassurance, avoidance, against treatment, counterproductive, counter therapeutic, time bound, timely, time frame,
    timeframe, timeline, deadline, deadlines, date, dates, due date, end date, by|until|till when, timescale,
    open ended, review date, time aspect|dimension|component|element|line, smart, smarter, thread,
    connect|connects to|with|well, connection, link|links|linked to|with, leads to the goal, serves the goal, fit,
    fits, client's words, own words, strength, strengths, anybody's plan, tailored, personalised, safety, risk,
    safety plan, warning sign|signs, crisis, reassess
""")
"""What a comment can be about: a letter, or a part of the plan, in the words that people use for it."""

PLACES = listed("""
    objective|objectives|goal|goals|step|steps 1|2|3|4|5|6|one|two|three|four|1.1|1.2|1.3|1.4|2.1|2.2|2.3|2.4|3.1|3.2,
    first|second|third|fourth|last goal|objective|step|statement, the|your goal|objective on|about|for|with|of,
    the|your sleep|worry|reassurance|tension|washing|checking|contamination|avoidance|grief|singing|morning|safety
    goal|objective|problem|step, phq|gad 9|7 goal|objective, y bocs goal|objective, safety part|section|plan|field,
    problem list, list of problems, due field, due date field, measure field, client's words field,
    interventions field
""")
"""Places of a plan by their names."""

PARTS = listed(
    "goal, goals, objective, objectives, step, steps, measure, measures, reason, reasons, words, target, targets"
)
"""Parts of a plan, whichever they are."""

WHOLE = listed("the plan, in the plan, your plan, this plan, for the ... problem, problem")
"""The plan itself, named together with what it leaves out."""

GENERIC = frozenset(
    stem(word)
    for word in listed("""
        specific, concrete, vague, precise, detail, clear, clearly, clearer, measurable, measurability, measure,
        metric, number, count, target, baseline, frequency, instrument, score, achievable, achievability, realistic,
        feasible, feasibility, relevant, relevance, date, deadline, time, frame, timeframe, bound, smart, smarter,
        goal, objective, plan, statement, step, word, sentence, improve, improvement, change, rework, revise, better,
        good, great, nice, well, more, less, add, write, make, say, put, give, include, state, specify, specificity,
        name, author, text, thing, something, anything, part, point, place, stronger, strong, weak, weaker, wrong,
        right, small, smaller, big, bigger, short, long, exact, exactly, please, pls, thanks, thank, thx, maybe,
        perhaps, consider, try, think, feel, see, look, bit, little, kind, way, criterion, criteria, level, section,
        review, comment, reader, somebody, someone, else, different, work, need, want, like, useful, helpful, help,
        important, possible, next, use, used, using, really, actually, definitely, unfortunately, sadly, overall,
        sorry, honestly, luck, course, best, could, would, should, might, easier, hard, harder, difficult, problem,
        issue, idea, suggestion, example, instance, safety, connection, thread, fit, quality, format, style, term,
        aspect, start, end, begin, beginning, finish, careful, attention, focus, explain, describe, mention, define
    """)
)
"""Stems that every comment may use, so that a step made of them alone leaves the author where they were."""
