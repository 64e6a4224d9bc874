"""Word lists of the whole plan: what answers a barrier, and the parts of a safety plan. Phrases as in `phrases.py`."""

from goalsmith.engine.evidence.words.listed import listed

# A barrier that shows the words on the left is taken up by a plan that holds those on the right.
BARRIERS = (
    (
        listed("car, drive, licence, license, transport, bus, rural, far off, distance, far away"),
        listed("""
            bus, tram, train, taxi, lift, on foot, walk, walks, bicycle, bike, cycle, by phone, phone, online, video,
            telehealth, remote, at home, near home, from home, neighbour ... drives, car share, delivered
        """),
    ),
    (
        listed("pain, injury, arthritis, mobility, wheelchair, knee, hip, asthma, illness, disability"),
        listed("""
            seated, sitting, chair, chair based, bench, stool, raised bed, gentle, gently, pace, pacing, paced, rest,
            rests, resting, break, level ground, flat, knee, pain, step free, slow, slowly, short walk, swim, water
        """),
    ),
    (
        listed("energy, tired, tiredness, fatigue, exhausted, morning, sleepy, concentration"),
        listed("""
            afternoon, after noon, after lunch, later in the day, smallest, small, smaller, one step, five minutes,
            ten minutes, 5 minutes, 10 minutes, shortest, rest, energy, tired, earlier by, half an hour earlier,
            easiest, easy, in the evening
        """),
    ),
    (
        listed("shift, overtime, night work, long hours, irregular hours, schedule, workload, busy, deadline, clash"),
        listed("""
            after work, after his|her|their shift, before his|her|their shift, day off, days off, off day, free day,
            weekend, lunch break, break, shift, shifts, workday, workdays, roster, rota, at work, month end, calendar,
            evening session, evening appointment, rearrange, reschedule, commute
        """),
    ),
    (
        listed("time, minutes, hours, free, spare"),
        listed(
            "free minutes, free time, half hour, spare, lunch break, fits into, weekday, weekdays, commute, in bed by"
        ),
    ),
    (
        listed("ashamed, shame, embarrassed, embarrassment, stigma, secret, telling, hide, privacy"),
        listed("""
            private, privately, in private, confidential, without telling, nobody need, nobody has to, no need to tell,
            nothing ... told, tell, tells, disclose, discloses, disclosing, shame, ashamed, embarrass, alone first,
            someone he|she|they trusts|trust, trusted, whom to tell
        """),
    ),
    (
        listed("money, budget, debt, afford, income, unemployed, cost, insurance, poverty"),
        listed("free of charge, no cost, costs nothing, low cost, cheap, library, budget, borrow, sliding scale"),
    ),
    (
        listed(
            "child, children, grandson, granddaughter, carer, caring, childcare, custody, looks after, baby, dialysis"
        ),
        listed("""
            childcare, babysitter, while ... school|sleep|asleep|nursery, after ... bed|bedtime, sitter, swap,
            with ... son|daughter|grandson|granddaughter|child|children|baby, nap, custody, weekend without, respite
        """),
    ),
    (
        listed("language, interpreter, literacy, reading, second language, dyslexia"),
        listed("interpreter, translated, translation, in her|his|their own|first language, bilingual, audio, pictures"),
    ),
    (
        listed("doubt, doubts, scepticism, skepticism, sceptical, skeptical, mistrust, distrust, reluctant, dislikes"),
        listed("""
            experiment, try out, test, tests, own evidence, rationale, instead of meditation, without meditation,
            trial, predicts, prediction, doubt, doubts, sceptical, skeptical, scepticism
        """),
    ),
    (
        listed("alcohol, drink, drinks, drinking, beer, wine, coffee, caffeine, cannabis, zolpidem, medication, smoke"),
        listed("""
            sober, alcohol free, without alcohol, without drinking, without ... beer|wine|drink, soft drink, water,
            fewer drinks, units, drinks, cups, decaf, coffee, caffeine, with ... prescriber|doctor|gp, beer, beers
        """),
    ),
    (
        listed("family, husband, wife, partner, parents, flatmate, household, home"),
        listed("""
            ask|asks|tell|tells|show|shows ... family|husband|wife|partner|parents|flatmate|son|daughter,
            agree|agrees|agreed with, explain|explains to, joint session, family session
        """),
    ),
    (
        listed("work from home, remote, isolated, lives alone, alone"),
        listed("office, in person, on site, office day, home office, work ... home, friend, neighbour, group"),
    ),
)

RISK = listed("""
    suicide, suicidal, self harm, harm|hurt|kill|cut herself|himself|themselves|themself, life ... not worth, not worth
    living, wish|wishes|wished to die, wish|wishes|wished ... dead, wish|wishes not to wake, dying, death wish,
    end|ending|ends her|his|their life, risk, at risk, safety plan, crisis, withdrawal, seizure, overdose, violence,
    violent, harm to others, child protection, safeguarding, drive after, unfit to drive
""")

SAFETY = {
    "reassessed_by": listed("""
        therapist|clinician|counsellor|counselor|psychiatrist ... ask|review|reassess|assess|check|monitor,
        psychologist|doctor|gp|physician|nurse|team ... ask|review|reassess|assess|check|monitor,
        reassess|reassesses|review|reviews|check|checks with ... therapist|clinician|doctor|gp|nurse|psychiatrist
    """),
    "reassessed_when": listed("""
        each|every session|week|visit|appointment|contact, at ... start|end|beginning ... session|visit|appointment,
        weekly, item 9, last item, daily
    """),
    "warning_signs": listed("""
        warning sign|signs, early sign|signs, first sign|signs, sign|signs that|of, trigger|triggers, red flag|flags,
        when ... thoughts come|return|grow|worsen, when ... notices|notice
    """),
    "own_coping": listed("""
        coping card|step|steps|strategy|strategies, on her|his|their own she|he|they, by herself|himself|themselves,
        distract|distracts, hope box, first steps alone, safety plan ... read|reads, read|reads ... safety plan,
        go|goes ... walk, ride out ... urge, urge surfing
    """),
    "people_and_places": listed("""
        phone|call|ring|text|tell|contact|reach|visit ... daughter|son|sister|brother|friend|partner|wife|husband,
        phone|call|ring|text|tell|contact|reach|visit ... mother|father|neighbour|neighbor|flatmate|family|sponsor,
        people and places, somewhere with people, go|goes ... library|church|cafe|park|mosque|temple
    """),
    "professionals": listed("""
        crisis line|team|service|text|centre|center, hotline, helpline, lifeline, emergency, 988, 911, 112, 999,
        emergency department|room|number|services, on call, out of hours, samaritans, gp, psychiatrist, therapist's
        number, clinic, a and e, hospital, telephone counselling
    """),
    "means": listed("""
        lethal means, access to means, the means,
        lock|remove|hand|give|store|return|limit ... pills|tablets|medication|medicine|medicines|alcohol|keys,
        lock|remove|hand|give|store|return|limit ... gun|firearm|weapon|knife|knives|rope|blades|razor,
        pharmacy ... weekly|small, weekly dispensing, out of reach, small packs
    """),
}

LABELS = {
    "risk": RISK,
    **{f"safety:{name}": phrases for name, phrases in SAFETY.items()},
    **{f"barrier:{n}": signs for n, (signs, _) in enumerate(BARRIERS)},
    **{f"answers:{n}": answers for n, (_, answers) in enumerate(BARRIERS)},
}
"""Every list under its label, for one phrase book."""
