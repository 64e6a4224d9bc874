"""Words that speak of the rubric, to the grader, or of what was."""

from goalsmith.engine.evidence.words.listed import listed

RUBRIC = listed("""
    specific, measurable, achievable, attainable, realistic, relevant, time bound, timebound, timely, smart, as
    evidenced by data, identified target, agreed timeframe, benchmark, quantifiable, rubric, full marks
""")

RUBRIC_PALE = listed("""
    criteria, objective, goal, target, metric, grade, score, timeframe, outcome, progress, data, identified,
    measured, specified, percent, total, points, scale, reduction, result, questionnaire, rated, clinician, self
    report
""")

INJECTION = listed("""
    ignore ... rubric|instruction|previous|criteria, full marks, award ... marks|points|score|3|three, score this
    ... 3|three|full|high, give ... full|maximum|top marks|score|points, as an ai, system prompt, maximum points,
    top marks, dear grader, this statement is specific|smart, meets all|every criteria|criterion, you are a
    grader, level 3 for, disregard
""")

FACT = listed("""
    was, were, had, has been, has had, have been, used to, diagnosed, history of, earlier episodes, episode, aged, mg,
    last week, years old, year old, ago, presents with, meets criteria, currently takes, lives alone
""")

LISTS = {"rubric": RUBRIC, "rubric_pale": RUBRIC_PALE, "injection": INJECTION, "fact": FACT}
