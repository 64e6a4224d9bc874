"""Words that speak of the rubric, to the grader, or of what was."""

from goalsmith.engine.evidence.words.listed import listed

# What a rubric asks of a statement, said of the statement itself.
RUBRIC = listed("""
    specific, measurable, measureable, achievable, attainable, realistic, relevant, time bound, timebound, timely,
    time limited, time specific, time framed, time sensitive, smart, evidence based, as evidenced by data, identified
    target|domain|area|need, agreed|specified|stated|given|set timeframe, agreed|specified|stated|given|set time
    frame, benchmark, quantifiable, quantified, observable, feasible, actionable, action oriented, outcome focused,
    results focused, client|patient|person centred, client|patient|person centered, strengths based, behaviourally
    specific, behaviorally specific, clearly defined, well defined, concrete, relevant to ... dx|diagnosis, rubric,
    full marks, agreed date, by the deadline, clinically meaningful, clinically significant, anchor
""")

RUBRIC_PALE = listed("""
    criteria, criterion, objective, goal, target, metric, grade, score, timeframe, frame, outcome, progress, data,
    identified, measured, specified, percent, total, points, scale, reduction, result, questionnaire, rated,
    clinician, self report, domain, capacity, indicator, agreed, letter, yes, diagnosis, dx, per cent, level, mark,
    evidence, evidenced, observation, statement, improvement, clear, appropriate, defined, baseline, respectively
""")

INJECTION = listed("""
    ignore ... rubric|instruction|previous|criteria, full marks, award ... marks|mark|points|score|3|three|level|top,
    score this ... 3|three|full|high, give ... full|maximum|top marks|score|points, as an ai, system prompt, maximum
    points, top marks, top mark, maximum score, maximum marks, highest score|level|mark|grade|rating, this statement
    is specific|smart, this objective|goal is smart|specific|measurable|fully|excellent|perfect, meets all|every
    criteria|criterion, you are a grader, level 3 for, disregard,
    dear|hello|attention|note|attn grader|assessor|scorer|marker|examiner|rater|reviewer|evaluator|supervisor,
    note|message|memo|instruction to|for grader|assessor|scorer|marker|examiner|rater|reviewer|evaluator,
    note|message|memo|instruction to|for the grader|assessor|scorer|marker|examiner|rater|reviewer|evaluator|ai,
    rate|mark|grade|score every|each|all letter|letters|criterion|criteria,
    rate|mark|grade as fully|met|excellent|perfect|smart|3, rate|mark|grade it|this as fully|met|excellent|smart|3,
    please rate|award|score|mark|grade, fully met, fully smart, fully meets, all five letters|criteria, on every
    criterion|letter, every letter 3|three
""")

FACT = listed("""
    was, were, had, has been, has had, have been, used to, diagnosed, history of, earlier episodes, episode, aged, mg,
    last week, years old, year old, ago, presents with, meets criteria, currently takes, lives alone
""")

# A report of what has, or has not, happened up to now, where no plan speaks: "hasn't driven since the crash".
UP_TO_NOW = listed("""
    hasn't, haven't, hadn't, didn't, wasn't, weren't, couldn't, has not, have not, had not, did not, was not, were not,
    could not, has never, have never, had never, was never, has|have split, has|have broken, has|have given, has|have
    gone, has|have lost, has|have left, has|have stopped, has|have become, has|have grown, has|have done, has|have
    taken, has|have told, has|have missed, has|have put, has|have fallen, has|have kept, has|have turned, has|have made,
    has|have woken, has|have worsened, has|have declined, has|have started, has|have moved, has|have avoided, has|have
    tried, has|have struggled, has|have suffered, has|have withdrawn, has|have drifted, has|have quit, has|have cut,
    has|have slipped, has|have spent, has|have seen, has|have come, has|have got, has|have gained, has|have hidden
""")
NOT_NOW = listed(
    "doesn't, does not, can't, isn't, cannot, is not, aren't, no longer goes|sees|works|drives|sleeps|eats|calls"
)
# Only forms that cannot be read as a plan's participle: "kept by Friday", "time lost" are none of them.
HAPPENED = listed("""
    came, went, said, took, gave, felt, began, became, broke, fell, knew, grew, ran, stood, woke, drank, ate, slept,
    wrote, saw
""")

# What leaves it open whether, or what, the client would do.
MAYBE = listed("""
    might, maybe, perhaps, possibly, i suppose, somehow, some how, something like that, or something, could try, we'll
    see, if possible
""")

LISTS = {
    "maybe": MAYBE,
    "rubric": RUBRIC,
    "rubric_pale": RUBRIC_PALE,
    "injection": INJECTION,
    "fact": FACT,
    "up_to_now": UP_TO_NOW,
    "not_now": NOT_NOW,
    "happened": HAPPENED,
}
