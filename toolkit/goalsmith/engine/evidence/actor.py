"""Who acts: the client, the therapist, or somebody else."""

from goalsmith.engine.evidence.first import Wording

_LEAD = r"(?:[^,]{0,60}, )?(?:the |an? |her |his |their |my |our )?"
_THERAPIST = (
    r"(?:therapist|clinician|counsel+or|psychologist|psychiatrist|provider|case manager|social worker"
    r"|case worker|nurse|physician|doctor|gp|prescriber"
    r"|clinic|treatment team|care team|team|facilitator|practitioner|supervisor|staff|therapy team|writer)"
)
_OTHER = (
    r"(?:partner|wife|husband|spouse|flatmate|room-?mate|housemate|daughter|son|mother|father|mum|mom|dad"
    r"|parents?|family|brother|sister|boss|manager|employer"
    r"|head teacher|teacher|colleagues?|co-?workers?|friends?|best friend|boyfriend|girlfriend|school"
    r"|children|kids|neighbou?r|ex-husband|ex-wife|ex|sponsor|landlord|aunt|people|everyone|everybody"
    r"|others|nobody|no one|the court|judge|uncle|grandmother|grandfather|company|hr|team lead|in-laws)"
)
_WILL = (
    r"(?: and (?:her |his |their |the )?\w+)? (?:will|to|is going to|are going to|is to|should|shall|must"
    r"|needs? to|agrees? to|has agreed to|can|is asked to|stops?|keeps?|provides?|gives?|teach(?:es)?"
    r"|reviews?|monitors?|helps?|offers?|explains?|assess(?:es)?|refers?|educates?|conducts?|introduces?"
    r"|guides?|supports?|visits?|calls?|answers?|tells?|takes?|promises?|makes?|picks up|drives|phones"
    r"|rings|cooks|checks|speaks|presents|removes|locks|pours|reminds|praises|invites|asks|stays|brings"
    r"|[a-z]{3,12}s (?:her|him|them)"
    r"|watches|listens|does|goes|comes|pays|covers|understands?|accepts?|likes?|respects?|treats?)\b"
)
_BY_THERAPIST = Wording(_LEAD + _THERAPIST + _WILL)
_BY_OTHER = Wording(_LEAD + r"(?:(?!client|patient)[a-z]+'s )?" + _OTHER + _WILL)
_I_AS_THERAPIST = Wording(
    r"(?:[^,]{0,60}, )?(?:i|we) will (?:teach|provide|educate|assess|monitor|explain|introduce|refer"
    r"|administer|help (?:the )?(?:client|patient|her|him|them)|guide|support (?:the )?(?:client|patient)"
    r"|deliver|offer)\b"
    r"|(?:provide|teach|educate|psychoeducate|administer|monitor|refer|assess) (?:the )?(?:client|patient"
    r"|pt|ct|psycho-?education|her|him|them)\b|(?:provide|deliver|administer|offer) (?:weekly "
    r"|individual |psycho)"
)


def find(norm: str) -> tuple[str, tuple[int, int] | None]:
    """Return ("therapist" | "other" | "client", the place of the actor where it is not the client).

    >>> find("therapist will teach relaxation")
    ('therapist', (0, 14))
    """
    start = len(norm) - len(norm.lstrip())
    head = norm[start : start + 200]
    for who, pattern in (("therapist", _BY_THERAPIST), ("therapist", _I_AS_THERAPIST), ("other", _BY_OTHER)):
        if m := pattern.match(head):
            return who, (start, start + m.end())
    return "client", None
