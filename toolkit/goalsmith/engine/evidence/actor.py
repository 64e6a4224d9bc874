"""Who acts: the client, the therapist, or somebody else.

The subject decides: a person in the client's life, a profession, "we" of the team, or whoever does it to the client
("will be offered by the clinic"). A client who asks somebody for something is the one who acts.
"""

import re

from goalsmith.engine.evidence.first import Wording, holds_any
from goalsmith.engine.evidence.words.listed import listed

# Who acts may stand behind an opening such as "By session 4, ...": each pattern is tried at both places.
_OPENING = Wording(r"[^,:]{0,60}[,:] ")
_LEAD = (
    r"(?:(?:both |all |all of )?(?:the |an? |her |his |their |my |our |your |(?:ct|pt|client|patient)'s )"
    r"|(?:one|two|three) of (?:her|his|their|my) |both )?"
)
_THERAPIST = (
    r"(?:therapists?|th\.?|tx|clinicians?|counsel+ors?|psychologists?|psychiatrists?|psychotherapists?|providers?"
    r"|case managers?|social workers?|case workers?|key ?workers?|care coordinators?|caseworkers?|nurses?|physicians?"
    r"|doctors?|gp|prescribers?|pharmacists?|dietitians?|nutritionists?|physiotherapists?|occupational therapists?|ot"
    r"|clinic|treatment team|care team|crisis team|team|facilitators?|practitioners?|supervisors?|staff|therapy team"
    r"|writer|clinical team|interns?|trainees?|co-?therapists?|group leaders?|peer workers?|dr\.? [a-z]+)"
)
_KIN = (
    r"partner|wife|husband|spouse|fianc[eé]e?|daughters?|sons?|mother|father|mum|mom|dad|parents?|famil(?:y|ies)"
    r"|brothers?|sisters?|siblings?|boyfriend|girlfriend|children|kids|aunts?|uncles?|cousins?|nieces?|nephews?"
    r"|grand(?:mother|father|parents|ma|pa|son|daughter|children)|(?:step|foster |god)-?(?:mother|father|son|daughter"
    r"|brother|sister|mum|mom|dad|parents)|(?:mother|father|brother|sister|son|daughter)s?-in-law|in-laws"
    r"|ex-(?:husband|wife|partner|boyfriend|girlfriend)|ex|best friend|friends?|mates?"
)
_AROUND = (
    r"flat-?mates?|room-?mates?|house-?mates?|classmates?|team-?mates?|neighbou?rs?|landlord|landlady|colleagues?"
    r"|co-?workers?|workmates?|boss|(?:line |team |shift |store |hr )?managers?|employers?|foreman|owner|head chef"
    r"|chef|sous chef|head teacher|headmaster|headmistress|principal|head of [a-z]+|teachers?|tutors?|professors?"
    r"|lecturers?|school|university|company|firm|hr|team lead(?:er)?|the court|judge|lawyer|solicitor|probation officer"
    r"|sponsor|coach|trainer|instructor|mentor|choir ?(?:leader|master)|conductor|priest|pastor|vicar|minister|imam"
    r"|rabbi|dentist|surgeon|midwife|health visitor|carer|caregiver|babysitter|nanny|childminder|driver|caretaker"
    r"|union rep(?:resentative)?|customers?|guests?|classmates|strangers?|people|everyone|everybody|others|nobody"
    r"|no one|someone else|volunteer|bank|insurer|police"
)
_OTHER = rf"(?:{_KIN}|{_AROUND})"
_WHOSE = r"(?:(?:from|of|at|in|on|next|who|across|down) (?:[\w-]+ ){1,4})?"
_WILL = (
    r"(?: and (?:her |his |their |the )?[\w-]+)? (?:both |all )?"
    + _WHOSE
    + r"(?:(?:will|to|is going to|are going to|(?:is|are) to|should|shall|must"
    r"|needs? to|(?:agrees?|promises?|undertakes?|offers?|learns?|commits?) (?:not )?to|has agreed to|can"
    r"|(?:is|are) asked to|stops?|keeps?|provides?|gives?|teach(?:es)?"
    r"|reviews?|monitors?|helps?|offers?|explains?|assess(?:es)?|refers?|educates?|conducts?|introduces?"
    r"|guides?|supports?|visits?|calls?|answers?|tells?|takes?|promises?|makes?|picks up|drives|phones"
    r"|rings|cooks|checks|speaks|presents|removes|locks|pours|reminds|praises|invites|asks|stays|brings"
    r"|[a-z]{3,12}s (?:her|him|them)"
    r"|watches|listens|does|goes|comes|pays|covers|understands?|accepts?|likes?|respects?|treats?|lets?|leaves?"
    r"|refrains?|gets?|puts?|sends?|reads?|attends?|writes?|models?|draws? up|administers?|arranges?|prescribes?"
    r"|liaises?|delivers?|demonstrates?|coordinates?|completes?|uses?|works?|apologi[sz]es?|quits?|gives up|moves?"
    r"|changes?|reduces?|increases?|hands?|holds?|looks?|waits?|turns?|starts?|begins?|shows?|says|responds?"
    r"|replies|reply|shares?|joins?|learns?|plans?|meets?|sits?|walks?|texts? (?:him|her|them|back)|schedules?"
    r"|facilitates?|encourages?|prepares?|signs?|stays?|cuts?|allows?|stands?|buys?|finds?|forgives?"
    r"|agrees?|(?:is|are) (?!told|asked|informed|invited|called|phoned|rung|texted|shown|given|thanked"
    r"|visited|met|named)|becomes?|feels?|has|have)\b)"
)
_BY_THERAPIST = Wording(_LEAD + _THERAPIST + _WILL)
_BY_OTHER = Wording(_LEAD + r"(?:(?!client|patient)[a-z]+'s )?" + _OTHER + _WILL)
_TAUGHT = (
    r"model|teach|provide|educate|psychoeducate|assess|monitor|explain|introduce|refer|administer|deliver|offer|liaise"
    r"|(?:show|hand|give|send|lend) (?:him|her|them|the (?:client|patient)) (?:an? |the )?(?:\w+ )?(?:handout"
    r"|worksheet|diary|form|questionnaire|leaflet|booklet|workbook|sheet)"
    r"|conduct|facilitate|prescribe|coordinate|supply|train|instruct|coach|demonstrate"
)
_CLIENT = r"(?:the )?(?:client|patient|pt|ct|her|him|them)\b"
_I_AS_THERAPIST = Wording(
    rf"(?:i|we)(?: will| shall|'ll| am going to| are going to| plan to)? (?:{_TAUGHT}|help {_CLIENT}"
    rf"|guide {_CLIENT}|support {_CLIENT}|(?:write|speak|talk) to (?:her|his|their|the client's|the patient's)"
    rf" (?:gp|doctor|psychiatrist|school|employer)|(?:review|go (?:over|through)|work through|discuss"
    rf"|practise|practice|rehearse"
    rf"|explore|role-?play)\b[^.;]{{0,40}} with {_CLIENT})\b"
    r"|we(?: will| shall|'ll)? (?:review|explore|discuss|work on|go over|go through|look at|role-?play"
    r"|practi[sc]e|draw up)"
    r"\b[^.;]{0,60}\bsessions?\b"
    rf"|(?:provide|teach|educate|psychoeducate|administer|monitor|refer|assess|coach|train|instruct|guide|help|support"
    rf"|encourage|assist) (?:{_CLIENT}|(?:psycho-?education|psychoed)\b)"
    r"|(?:provide|deliver|administer|offer) (?:weekly |individual |group |brief |psycho|education|handouts?|information"
    r"|the (?:gad|phq|pcl|caps|audit|lsas|isi|whodas))|liaise with|coordinate (?:care|with)"
    r"|psychoeducat(?:e|ion) (?:will|to) be"
)
# What is done to the client is somebody else's act: "will be taught", "is referred to a psychiatrist".
_DONE_TO_CLIENT = Wording(
    r"(?:the )?[\w' /&-]{2,50}? (?:will be|shall be|is to be|to be|is|are|will get) "
    r"(?:taught|educated|psychoeducated|referred|assessed|offered|prescribed|administered|provided|monitored|delivered"
    r"|introduced to|given (?:a|an|the|psycho|handouts?|information|homework|worksheets?)|shown how|coached|trained"
    r"|instructed|supported by|guided by|helped by|reviewed by|explained|(?:\w+ed|given|taught) by (?:the |her |his"
    r"|their |a )?" + _THERAPIST + r")\b"
)


# A person by name: "Priya will drive Ruth to choir", "Jean rings her".
_NAMED = Wording(
    r"\W*(?:[^,:]{0,60}[,:] )?([A-Z][a-z]+)(?: and [A-Z][a-z]+)? (?:(?:will|agrees to|promises to"
    r"|offers to|has agreed to"
    r"|is to|is going to) (?:not )?(?!be\b|decrease|increase|improve|fall|drop|rise|reduce)[a-z]+"
    r"|(?!(?:his|this|its|always|perhaps)\b)[a-z]{2,12}s(?= [A-Z]| her| him| them))\b"
)


def named(text: str, clients: frozenset[str]) -> tuple[int, int] | None:
    """Return the place of a person called by name who acts for the client: `clients` are the client's own names.

    A name is known to be another person's only where the client is named too, or meant by "her", "him", "them".

    >>> named("Jean will ring Ruth on Sunday", frozenset({"ruth"}))
    (0, 14)
    """
    m = _NAMED.match(text)
    if not m or m.group(1).lower() in clients | _NO_NAMES:
        return None
    rest = text[m.end(1) :].lower()
    return (m.start(1), m.end()) if any(re.search(rf"\b{re.escape(name)}\b", rest) for name in clients) else None


_NO_NAMES = frozenset(
    listed("""
    client, patient, pt, ct, she, he, they, it, i, we, this, that, these, those, all, both, each, every, one, two,
    three, the, a, an, her, his, their, my, our, there, who, what, when, then, after, before, once, by, on, in, at
    """)
)


def find(norm: str) -> tuple[str, tuple[int, int] | None]:
    """Return ("therapist" | "other" | "client", the place of the actor where it is not the client).

    >>> find("therapist will teach relaxation")
    ('therapist', (0, 14))
    """
    start = len(norm) - len(norm.lstrip())
    head = norm[start : start + 200]
    opening = _OPENING.match(head)
    for at in (0, opening.end()) if opening else (0,):
        for who, pattern, signs in _READINGS:
            if (not signs or holds_any(head, signs)) and (m := pattern.match(head, at)):
                return who, (start, start + m.end())
    return "client", None


_READINGS: tuple[tuple[str, Wording, tuple[str, ...]], ...] = (
    ("therapist", _BY_THERAPIST, ()),
    ("therapist", _I_AS_THERAPIST, ()),
    ("other", _BY_OTHER, ()),
    ("therapist", _DONE_TO_CLIENT, (" be ", " is ", " are ", " get ")),
)
