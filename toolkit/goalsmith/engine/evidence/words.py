"""Words and phrases by what they do in a sentence. One list a class; `phrases.py` says how a phrase is written."""


def _list(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split(",") if phrase.strip())


# What a person can be seen doing (observable), also inside the head where a product comes out (list, rate).
ACT = _list("""
        relax, utilise, utilize, implement, attend, call, phone, ring, text, message, email, e mail, ask, tell,
    say, state,
    name, list, identify, describe, explain, summarise, summarize, demonstrate, role play, rehearse, practise,
    practice, complete, fill in, fill out, record, log, rate, write, jot, note down, note, read, schedule,
    initiate, invite, greet, join, rejoin, re join, visit, enter, drive, walk, cook, eat, dress, pay, apply,
    submit, return, arrive, take, decline, request, delay, postpone, resist, touch, approach, breathe, meditate,
    sleep, wake, abstain, sing, play, put, hand back, hand over, hand, pick up, buy, meet, go, leave, sit, stand,
    stay, get up, get out, out of bed, get into bed, turn up, turn off, switch off, lock, check, wash, rinse, use,
    ride, travel, construct, build, create, make, draw, draft, plan, set aside, sort, track, count, tally, tick,
    review, bring, give, send, reply, answer, speak, talk, share, present, say no, volunteer, order, prep,
    prepare, clean, tidy, garden, knit, paint, exercise, run, swim, cycle, stretch, shower, bathe, listen, watch,
    attend, do, carry out, engage in, perform, stop, skip, refrain, limit, cut, keep, drop, reduce, spend, lie,
    contact, enrol, enroll, sign up, book, confirm, cancel, throw, pour, drink, swap, spin, wear, shout, open,
    close, look, learn, begin, start, hold, wait, refuse, replace, challenge, test, compare, report, confide,
    disclose, hug, feed, bake, shop, host, knock, wave, smile, work through, expose, face, tape, retell, tear up,
    throw away, place, set, stand up, hang, fall asleep, settle, accept the, resume, attend to, reach out, step,
    stick, switch, move, lower, raise, pass, leav, catch, board, order, taste, queue
""")

# An act that says little without its object: a learner means nothing an observer could picture.
WEAK_ACT = _list("""
    utilise, utilize, implement, use, do, engage in, begin, start, learn, practise, practice, complete,
    demonstrate, identify, reduce, keep, limit, carry out, perform, continue, resist, stop, work, make, take, go,
    give
""")

VAGUE = _list("""
    feel better, feel, be happy, happier, happy, cope, coping, manage, handle, deal with, work on, process,
    explore, address, improve, enhance, better, gain insight, insight, understand, know, appreciate, accept,
    aware, awareness, confident, confidence, self esteem, heal, healing, grow, growth, move on, stabilise,
    stabilize, stable, function better, try, be normal, normal, at peace, peace, get better, get life back, fuller
    life, full life, joy, purpose, meaning, balance, wellbeing, well being, wellness, thrive, flourish, empower,
    resilience, resilient, in control, calm, calmer, good, old self, free of, free from, overcome, conquer, let
    go, enjoy life, quality of life, positive, stronger, healthier, sense of, present, feel less, best self, get
    it together, act together, functioning, happiness, relaxed, comfortable, at ease, self care, life, progress,
    worth, turn off ... head, wheel, monster, cloud, mountain, cage, storm, darkness, light, tunnel, hole, fog
""")

# Metaphors have no area of life.
METAPHOR = _list("""
    wheel, hole, fog, cloud, mountain, cage, storm, tunnel, monster, demon, darkness, battle, journey, chapter,
    sunshine, wings, shell, weight off, turn ... off ... head, hamster, dragon, treading water, keep ... head
    above water, feet, armour, armor, wave, anchor, compass, bloom, phoenix, butterfly, rollercoaster, back on
    track, turn a corner, new leaf, chains, prison, autopilot, soul, spark, rock bottom, drowning, quicksand,
    volume, radio in
""")

# States and outcomes: the frame of a goal.
OUTCOME = _list("""
        fall asleep, falls asleep, feel, be able to, able to, improve, reduction, decrease, increase, lower,
    restore, regain, return to, achieve,
    become, have, live, experience, find, maintain, recover, recovery, participation, participate, functioning,
    free of, free from, cope, tolerate, less, fewer, gain, lose, get back, comes|come|came|go|goes down, calmer,
    happier, happy, more confident, better, enjoy, reduce, develop, rebuild, remission, resolve, alleviate,
    minimise, minimize, diminish, symptom, time spent, control
""")

STATE_GOAL = _list("""
    feel, happier, calmer, live, fuller life, find, be able to, able to, improve, restore, regain, become,
    participation, free of, free from, get back, get my|his|her|their life back, overcome, cope, have a, achieve,
    sense of, turn ... off ... head, get ... off, lose, gain, more confident, have, again, enhance, decrease,
    increase, reduce, lower, alleviate, eliminate, no longer, never again
""")

# Names of areas: symptoms, functions, activities. They make S at least 1.
AREA = _list("""
    anxiety, anxious, worry, depression, depressed, mood, sad, sadness, anger, fear, panic, stress, sleep,
    insomnia, fatigue, energy, appetite, concentration, symptom, sx, relationship, communication, social, work,
    school, home, job, friend, family, parenting, activity, exercise, hygiene, thought, thinking, memory, pain,
    headache, tension, drinking, alcohol, craving, trauma, flashback, nightmare, trigger, avoidance, compulsion,
    obsession, ritual, contamination, checking, washing, grief, loss, loneliness, isolation, guilt, shame, panic
    attack, medication, coping skill, skill, tool, homework, exposure, relaxation, mindfulness, journal, therapy,
    treatment, music, garden, bus, kitchen, diet, nutrition, urge, rumination, reassurance, weight, confidence,
    self criticism, self esteem, functioning, hobby, chef, career, husband, wife, daughter, son, children, kid
""")

# Words for therapy work in general, which do not let two clinicians picture the same thing.
GENERIC = _list("""
    coping skill, coping strategy, coping mechanism, skill, tool, strategy, technique, homework, exercise,
    therapy, treatment, intervention, cbt, dbt, act, erp, self care, sleep hygiene, symptom, sx, thing, activity,
    goal, relaxation, support, distress, issue, problem, situation, scheduling, emotion, compulsion, thought,
    anxiety, mood, depression, stress, fear, trigger, exposure, mindfulness, client, patient, work, assignment,
    feeling, behavior, behaviour, triggering, intrusive, irrational, negative, health, healthy, healthier,
    activation, self report, evidence, distressing, engage, participate, utilise, utilize, implement, begin,
    continue, complete, learn, practice, practise, increase, decrease, improve, develop, identify, challenge,
    daily, home, social, functioning, impact, prevention, response, get, touch, point, perhaps, maybe, energy,
    permit, old, some, new, more, better, assess, intensity, quality, overall, person, people, level, area,
    contact, connect, appropriate, effective, effectively, positive, regular, regularly
""")

# Where, when, with whom, with what.
CONTEXT = _list("""
    before bed, bedtime, after work, after dinner, at lunch, lunch, breakfast, dinner, at work, at home, at
    school, in the kitchen, office, on the bus, in the car, in bed, with a friend, with her, with his, with their,
    with my, together with, alongside, accompanied, after the, before the, before and after, straight after, as
    soon as, when, whenever, while, if, during, at the, in the, on the, at her|his|their|my, in her|his|their|my,
    on her|his|their|my, using, with a, via, through, by doing, by using, by writing, by calling, by going, from
    her list, to her|his|their partner|daughter|son|mother|friend|husband|wife|boss, in which, without, instead
    of, in place of, rather than, each time, every time, starting with, so that, as part of, in front of, at
    close, at the close, evening, morning, afternoon, shift, on shift, work break, workbook, worksheet, notebook,
    diary, calendar, alarm, timer, in silence, bare handed
""")

INNER = _list("""
    thought, anxiety, anxious, worry, feel, feeling, fear, urge, craving, sad, sadness, panic, obsession, doubt,
    guilt, stress, symptom, depressed, depression, mood, nervous, flashback, nightmare, pain, memory, grief,
    emotion, angry, anger, ocd, lonely, shame, think, afraid, scared, upset, distress, intrusion, blush, awkward,
    embarrassed, embarrassment, nervousness, crave, self conscious, judged, tempted, temptation, hopeless
""")

GENERAL_TOOL = _list("""
    cbt, dbt, act skills, coping skill, coping skills, coping, coping strategy, tool, tools, thinking error,
    thinking errors, therapy, treatment, homework, skills, exposure, relaxation, mindfulness, meditation,
    meditate, self care, sleep hygiene, exercise, journaling, journal, support group, communication, routine
""")

ABSOLUTE = _list("""
    never, never again, completely, totally, entirely, zero, eliminate, eradicate, cure, cured, always, at all
    times, 100% of the time, 100 of the time, all of the time, forever, no longer feel, no longer
    have|experience|worry, free of, free from, without any, no more, every single, perfectly, perfect, no
    thoughts, get rid of, worry free, anxiety free, symptom free, fully, no anxiety, no worry, no urges, no
    cravings, no panic, no fear
""")

HEDGE = _list("""
    perhaps, maybe, might, possibly, hopefully, as tolerated, energy permitting, if possible, when possible, as
    needed, try to, attempt to, at some point, when she|he|they feels|feel like it, if she|he|they feels|feel up,
    as able, where possible, consider, think about, prn, if time allows, ideally, some kind of, and so on, sort of
""")

GRADED = _list("""
    gradual, gradually, step by step, graded, hierarchy, ladder, starting with, beginning with, start small,
    working up, work up to, building up, build up, adding, increase by, increasing by, first couple, smallest,
    easiest, shortest, least, then, per week until, with support, with her|his|their, with help, accompanied,
    lift, alongside, reminder, alarm, who is driving, at her own pace, one step
""")

REDUCE = _list("""
    reduce, reducing, reduction, decrease, fewer, less, cut, stop, without, instead of, rather than, in place of,
    resist, delay, postpone, refrain, limit, quit, give up, drop, fall, lower, decline, no longer, wean, taper,
    phase out, hold|holding off, abstain, eliminate, do not, don't, will not, won't, refuse, challenge,
    overcome, rid, no more, not, never, replace, nothing, skip, leave out, at most, cease, withhold, interrupt,
        against, tolerate, avoid asking, avoid seeking, put off, unlearn, instead, record, log, tally, count,
    track, each time he catches, despite,
    even though
""")

RAISE = _list("increase, raise, rise, up, higher, more, grow, climb, worsen, go up, elevate")
LOWER = _list("reduce, decrease, lower, fall, drop, bring ... down, down, cut, less, improve")

RUBRIC = _list("""
    specific, measurable, achievable, attainable, realistic, relevant, time bound, timebound, timely, smart, as
    evidenced by data, identified target, agreed timeframe, benchmark, quantifiable, rubric, full marks
""")
RUBRIC_PALE = _list("""
    criteria, objective, goal, target, metric, grade, score, timeframe, outcome, progress, data, identified,
    measured, specified, percent, total, points, scale, reduction, result, questionnaire, rated, clinician, self
    report
""")
INJECTION = _list("""
    ignore ... rubric|instruction|previous|criteria, full marks, award ... marks|points|score|3|three, score this
    ... 3|three|full|high, give ... full|maximum|top marks|score|points, as an ai, system prompt, maximum points,
    top marks, dear grader, this statement is specific|smart, meets all|every criteria|criterion, you are a
    grader, level 3 for, disregard
""")

FACT = _list("""
    was, were, had, has been, has had, have been, used to, diagnosed, history of, earlier episodes, episode, aged, mg,
    last week, years old, year old, ago, presents with, meets criteria, currently takes, lives alone
""")

LISTS = {
    "act": ACT, "weak_act": WEAK_ACT, "vague": VAGUE, "metaphor": METAPHOR, "outcome": OUTCOME,
    "state_goal": STATE_GOAL,
    "area": AREA, "context": CONTEXT, "inner": INNER, "absolute": ABSOLUTE, "hedge": HEDGE, "graded": GRADED,
    "reduce": REDUCE, "raise": RAISE, "lower": LOWER, "rubric": RUBRIC, "rubric_pale": RUBRIC_PALE,
    "general_tool": GENERAL_TOOL, "injection": INJECTION, "fact": FACT,
}  # fmt: skip

FUNCTION = frozenset(
    _list("""
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
    _list("""
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
