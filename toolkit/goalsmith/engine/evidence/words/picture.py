"""Words by how well two people would picture the same thing: acts, areas, contexts, and what stays vague."""

from goalsmith.engine.evidence.words.listed import listed

# What a person can be seen doing (observable), also inside the head where a product comes out (list, rate).
ACT = listed("""
    relax, utilise, utilize, implement, attend, call, phone, ring, text, message, email, e mail, ask, tell, say,
    state, name, list, identify, describe, explain, summarise, summarize, demonstrate, role play, rehearse,
    practise, practice, complete, fill in, fill out, record, log, rate, write, jot, note down, note, read,
    schedule, initiate, invite, greet, join, rejoin, re join, visit, enter, drive, walk, cook, eat, dress, pay,
    apply, submit, return, arrive, take, decline, request, delay, postpone, resist, touch, approach, breathe,
    meditate, sleep, wake, abstain, sing, play, put, hand back, hand over, hand, pick up, buy, meet, go, leave,
    sit, stand, stay, get up, get out, out of bed, get into bed, turn up, turn off, switch off, lock, check, wash,
    rinse, use, ride, travel, construct, build, create, make, draw, draft, plan, set aside, sort, track, count,
    tally, tick, review, bring, give, send, reply, answer, speak, talk, share, present, say no, volunteer, order,
    prep, prepare, clean, tidy, garden, knit, paint, exercise, run, swim, cycle, stretch, shower, bathe, listen,
    watch, attend, do, carry out, engage in, perform, stop, skip, refrain, limit, cut, keep, drop, reduce, spend,
    lie, contact, enrol, enroll, sign up, book, confirm, cancel, throw, pour, drink, swap, spin, wear, shout,
    open, close, look, learn, begin, start, hold, wait, refuse, replace, challenge, test, compare, report,
    confide, disclose, hug, feed, bake, shop, host, knock, wave, smile, work through, expose, face, tape, retell,
    tear up, throw away, place, set, stand up, hang, fall asleep, settle, accept the, resume, attend to, reach
    out, step, stick, switch, move, lower, raise, pass, leav, catch, board, order, taste, queue, smoke, vape,
    gamble, hoover, vacuum, sweep, mow, sow, dig, sew, quilt, dance, hum, whistle, jog, hike, climb, skate, brush,
    floss, shave, unpack, pack, scrub, wipe, mop, fry, boil, roast, chop, peel, dial, skype, delete, mute,
    unfollow, log in, log off, log out, sign in, register, clock in, commute, borrow, lend, donate, babysit,
    cuddle, kiss, chat, joke, apologise, apologize, thank, disagree, negotiate, interrupt, introduce, announce,
    admit, confess, ask out, pray, kneel, lie down, nap, undress, inhale, exhale, sip, chew, swallow, weigh,
    measure, tense, photograph, predict, memorise, memorize, guess, point out, speak up, say hello, say hi,
    potter, stroll, march, push, pull, sort out, drop off, hand in, turn in, show, teach, train, organise,
    organize, arrange, rearrange, repair, fix, mend, polish, decorate, print, type, rewrite, retrace, re read,
    reread, copy, cross out, underline, highlight, circle, study, revise, translate, calculate, add up
""")

# An act that says little without its object: a learner means nothing an observer could picture.
WEAK_ACT = listed("""
    utilise, utilize, implement, use, do, engage in, begin, start, learn, practise, practice, complete,
    demonstrate, identify, reduce, keep, limit, carry out, perform, continue, resist, stop, work, make, take, go,
    give
""")

VAGUE = listed("""
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

# States and outcomes: the frame of a goal.
OUTCOME = listed("""
        fall asleep, falls asleep, feel, be able to, able to, improve, reduction, decrease, increase, lower,
    restore, regain, return to, achieve,
    become, have, live, experience, find, maintain, recover, recovery, participation, participate, functioning,
    free of, free from, cope, tolerate, less, fewer, gain, lose, get back, comes|come|came|go|goes down, calmer,
    happier, happy, more confident, better, enjoy, reduce, develop, rebuild, remission, resolve, alleviate,
    minimise, minimize, diminish, symptom, time spent, control
""")

STATE_GOAL = listed("""
    feel, happier, calmer, live, fuller life, find, be able to, able to, improve, restore, regain, become,
    participation, free of, free from, get back, get my|his|her|their life back, overcome, cope, have a, achieve,
    sense of, turn ... off ... head, get ... off, lose, gain, more confident, have, again, enhance, decrease,
    increase, reduce, lower, alleviate, eliminate, no longer, never again
""")

# Names of areas: symptoms, functions, activities. They make S at least 1.
AREA = listed("""
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
THERAPY = listed("""
    coping skill, coping strategy, coping mechanism, coping, skill, tool, strategy, technique, homework, therapy,
    treatment, intervention, cbt, dbt, erp, self care, sleep hygiene, symptom, sx, activity, relaxation, support,
    distress, scheduling, emotion, compulsion, thought, anxiety, mood, depression, stress, fear, trigger, exposure,
    mindfulness, assignment, behavior, behaviour, triggering, intrusive, irrational, negative, activation,
    distressing, utilise, utilize, implement, functioning, prevention, relapse, grounding, breathing, mechanism,
    toolbox, toolkit, network, lifestyle, motivation, ambivalence, insight, cognition, cognitive, emotional, regulation,
    tolerance, resilience, communication, communicate, interpersonal, psychosocial, psychological, sensation, assertive,
    assertiveness, assertively, self esteem, self compassion, self worth, self image, self talk, self awareness, self
    confidence, self efficacy, self regulation, self monitoring, belief, core belief, maladaptive, adaptive,
    dysfunctional, unhelpful, problematic, unhealthy, substance, substance use, abuse, trauma, traumatic, grief, loss,
    boundary, boundaries, pattern, dynamics, relationship, anger, impulse, impulsive, impulsivity, management,
    restructuring, reframing, reframe, psychoeducation, process, processing, explore, exploring, depressive, anxious,
    sobriety, abstinence, cope, deal with, distraction, meditation, meditate, journaling, yoga, hygiene, panic, worry,
    rumination, avoidance, severity, reactivity, vulnerability, group, support system, support group, attachment,
    defences, defenses, schema, distortion, thinking error, affect, arousal, hypervigilance, inner child, stressor,
    wellness plan, safety plan, action plan, recovery, sober support, problem solving, decision making, conflict
    resolution, time management, social skill, life skill, compliance, adherence, engagement, participation
""")
_PALE_TOO = listed("""
    exercise, act, thing, goal, issue, problem, situation, client, patient, work, health, healthy, healthier, self
    report, evidence, engage, participate, begin, continue, complete, learn, practice, practise, increase, decrease,
    improve, develop, identify, challenge, daily, home, social, impact, response, get, touch, point, perhaps, maybe,
    energy, permit, old, some, new, more, better, assess, intensity, quality, overall, person, people, level, area,
    contact, connect, appropriate, effective, effectively, positive, regular, regularly, resource, system, bodily, self,
    esteem, compassion, worth, image, talk, core, helpful, use, dynamic, control, understanding, awareness, exploration,
    express, strengthen, foster, promote, facilitate, maintain, manage, address, gain, apply, build, enhance, establish,
    acquire, utilization, utilisation, employ, incorporate, integrate, demonstrate, ability, capacity, role, change,
    robust, solid, strong, safe, space, open, mind, honest, sober, factor, handle, resolve, reduce, minimise, minimize,
    alleviate, discussed, needed, arise, necessary, throughout, context, various, different, several, range, variety,
    structured, structure, meaningful, pleasurable, cycle, suppose, manner, way, means, style, workplace, marriage,
    family, frequency, reaction, wellness, values, value, committed, session, attend, meeting, meetings
""")
GENERIC = (*THERAPY, *_PALE_TOO)

INNER = listed("""
    thought, anxiety, anxious, worry, feel, feeling, fear, urge, craving, sad, sadness, panic, obsession, doubt,
    guilt, stress, symptom, depressed, depression, mood, nervous, flashback, nightmare, pain, memory, grief,
    emotion, angry, anger, ocd, lonely, shame, think, afraid, scared, upset, distress, intrusion, blush, awkward,
    embarrassed, embarrassment, nervousness, crave, self conscious, judged, tempted, temptation, hopeless
""")

GENERAL_TOOL = listed("""
    cbt, dbt, act skills, coping skill, coping skills, coping, coping strategy, tool, tools, thinking error,
    thinking errors, therapy, treatment, homework, skills, exposure, relaxation, mindfulness, meditation,
    meditate, self care, sleep hygiene, exercise, journaling, journal, support group, communication, routine
""")

LISTS = {
    "act": ACT,
    "weak_act": WEAK_ACT,
    "vague": VAGUE,
    "outcome": OUTCOME,
    "state_goal": STATE_GOAL,
    "area": AREA,
    "therapy": THERAPY,
    "inner": INNER,
    "general_tool": GENERAL_TOOL,
}
