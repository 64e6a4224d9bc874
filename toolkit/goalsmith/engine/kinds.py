"""Goal, objective or other: what a statement is, whatever it was filed as."""

from goalsmith.engine.checks.base import View
from goalsmith.engine.checks.wish import wishful
from goalsmith.engine.evidence.first import Wording
from goalsmith.model.assessment import Kind, Type

_OTHER = ("still_template", "not_clients_act", "restates_case", "rubric_words")


def type_of(view: View, said: set[str], filed: Kind) -> tuple[Type, str]:
    """Return the type and, where it is not the filed kind, the key of the rubric's message about it.

    `said` are the checks that say yes. Where both kinds fit, the filed kind stands: so a goal is called an objective
    only when it is a step for the coming days, and an objective a goal only when no act of the client is in it.
    """
    for name in _OTHER:
        if name in said and not (name == "not_clients_act" and _LIKED.search(view.reading.norm)):
            return "other", view.reading.actor if name == "not_clients_act" else name
    if filed == "goal":
        return ("objective", "is_objective") if _is_step(view) and not _is_outcome(view) else (filed, "")
    return ("goal", "is_goal") if _is_outcome(view) else (filed, "")


# What others think of the client is hoped for as an outcome, though it is theirs to think.
_LIKED = Wording(
    r"\b(?:people|everyone|everybody|nobody|no one|others) (?:\w+ ){0,4}?(?:will |to )?"
    r"(?:find|like|love|think|admire|respect|judge|notice|believe|see)\b"
)
_SUFFERED = (
    r"(?:worry|worries|worrying|anxiety|fears?|panic|attacks?|nightmares?|dreams?|flashbacks?|memories|images"
    r"|convictions?|beliefs?|certainty|doubts?|guilt|shame|sadness|low mood|mood|grief|longing|yearning|crying|tears"
    r"|urges?|cravings?|thoughts?|obsessions?|headaches?|pain|tension|palpitations|dizziness|tiredness|fatigue|energy"
    r"|distress|suds|self-consciousness|blushing|sleep onset|sleep efficiency|total sleep|sleep|wakings?|awakenings"
    r"|insomnia|rows?|arguments?|quarrels?|quarrelling|fights|cross words|conflicts?|symptoms?|episodes?|hangovers?"
    r"|time (?:lost|spent|taken)|share of|hours (?:lost|of worry)|appetite|concentration|loneliness|confidence|germs"
    r"|withdrawal|tremors?|shaking|startle|numbness|anger|irritability|outbursts?|weight|blood pressure)"
)
_MOVES = (
    r"(?:will |to |is |are |has |have |be |been )*(?:comes?|came|goes|go|falls?|drops?|drop|declines?"
    r"|shrinks?|eases?|lessens?"
    r"|rises?|rise|improves?|brought|cut|reduced|halved|down|decreases?|decreased|lowered|fades?|takes? up|lasts?|lost"
    r"|stays?|no more|under|below|at most|limited|over\b|gone|from \d)"
)
_CHANGES = Wording(rf"^\W*(?:[^,;:]{{0,40}}, )?[^.;:]{{0,40}}\b{_SUFFERED}\b[^.;:]{{0,70}}?\b{_MOVES}\b")
_NONE = Wording(
    rf"\b(?:no|zero|not one|not a single|never|without|free of|free from|never again|any) (?:\w+ ){{0,4}}?{_SUFFERED}\b"
    r"|(?<!can )\b(?:be|is|are|becomes?) (?:completely |fully |entirely |totally )*(?:over|cured"
    r"|recovered|healed|gone|certain|sure)\b"
    r"|\bfor good\b|\bas long as (?:s?he|i) lives?\b|\bnever (?:\w+ ){0,3}again\b|\bnever to exceed\b",
    signs="no zero not never without free any over* cured* recovered* healed* gone* certain sure good long",
)
_STATE_FIRST = Wording(
    r"^\W*(?:(?:by|before|within|from|in|after|at) [^,]{2,40}, )?(?:to )?(?:(?:the )?[a-z]+ (?:will"
    r"|wants to|would like to|hopes to|is to) )?"
    r"(?:feel(?! for)|be(?! honest)|become|live|regain|restore|return to being|enjoy|no longer)\b"
)
_ASLEEP = Wording(r"^\W*(?:[a-z]+ (?:will )?)?(?:falls?|falling|be|stay|sleep|sleeps|sleeping) (?:asleep|through)\b")
_HOPED = Wording(
    r"\bso that\b|\bso s?he can\b|\bbe able to\b|\bagain\b|\b(?:currently|at present|at intake"
    r"|at the moment|now) |\bback (?:on|to|at)\b"
    r"|\bper ?cent\b|%|\bat least\b|\bon at least\b",
    signs="so able again currently present intake moment now back per* % least",
)


def _is_outcome(view: View) -> bool:
    """Whether it is a state to be reached, with no act of the client: a score, a symptom that falls, a wish."""
    r = view.reading
    if r.scores and (r.scores[0].place[0] < 60 or r.scores[0].decidable):
        return not _client_step_first(view)
    if wishful(view):
        return True
    if _STATE_FIRST.match(r.norm) and not r.has("dose", "clock", "counted", "hedge"):
        return True
    if r.has("absolute") and r.has("start", "bare") and not r.has("act"):
        return True
    if _ASLEEP.match(r.norm) or (r.search(_NONE) and not r.has("dose", "clock", "counted")):
        return True
    if r.has("dose") and not r.has("change"):
        return False
    return bool(r.has("change", "limit", "percent", "counted") and _CHANGES.match(r.norm)) and not _acts_first(view)


def _acts_first(view: View) -> bool:
    """Whether an act is what the sentence is about: its first word, the client's own, or the means."""
    r = view.reading
    return bool(_BY_CLIENT.match(r.norm) or r.search(_BY_DOING)) or _first_act(view) < 3


def _first_act(view: View) -> int:
    """Where the first act of the text stands that is not one of therapy in general."""
    r = view.reading
    return min((p[0] for p in r.at("act") if p not in r.at("outcome")), default=len(r.norm))


_BY_CLIENT = Wording(r"^\W*(?:i|the client|client|pt|ct|patient)(?: will| shall|'ll| to| am going to)?\b")
_BY_DOING = Wording(
    r"\bby [a-z]+ing\b",
    signs="by",
)
_I_DO = Wording(r"^\W*i(?: will| shall|'ll)? (?!want|wish|hope|would|feel|need|can|am|be\b|have\b|become|get\b)[a-z]+")
_SOON = Wording(
    r"\b(?:tonight|tomorrow|this (?:week|weekend|evening|afternoon)|next (?:week|weekend)|the week after"
    r"|(?:by|on|before|this|next) (?:next )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|by the \d{1,2}(?:st|nd|rd|th)"
    r"|(?:for|over|during|in) the (?:next|coming) (?:\w+ )?(?:days?|weeks?|fortnight|month)|for (?:a|one"
    r"|two|three|four|\d)"
    r" (?:weeks?|fortnight)|throughout|through (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
# What is done to have done it, whatever it takes: an end of its own, where the filed kind stands.
_LEARNS = Wording(
    r"^\W*(?:to )?(?:learn|run|quit|stop|become|lose|visit|rejoin|finish|pass|graduate|move|return|get"
    r"|reduce|cut|sleep)\b"
)
_THERAPY_ACT = Wording(
    r"^\W*(?:(?:the )?(?:client|pt|ct|patient|s?he|[a-z]+) will )?(?:attend|participate in|engage in"
    r"|practi[sc]e|use|utili[sz]e"
    r"|complete|implement|apply|identify|keep a|log|record|track)\b"
)


def _is_step(view: View) -> bool:
    """Whether it is an act for the coming days or weeks, with nothing of what it is to lead to."""
    r = view.reading
    if r.scores or r.has("change", "baseline", "state") or (r.search(_HOPED) and not r.has("clock", "dose")):
        return False
    if _I_DO.match(r.norm) and r.has("act"):
        return True
    done = r.has("act", "count", "clock")
    if done and (r.has("dose", "clock") or _SOON.search(r.norm)):
        return not r.has("loose")
    if _first_act(view) < 2 and r.has("deadline") and not r.search(_FAR) and not _LEARNS.match(r.norm):
        return not r.has("loose")
    return bool(_THERAPY_ACT.match(r.norm) and not r.search(_FAR))


_FAR = Wording(
    r"\b(?:session|week) (?:[89]|1\d|2\d|eight|nine|ten|twelve|sixteen)\b|\bend of\b|\bcourse\b"
    r"|\bmonths?\b|\bchristmas\b|\bby (?:the )?(?:summer|spring|autumn|fall|winter)\b|\bagain\b|-session",
    signs="session* week end course month* christmas summer spring autumn fall winter again",
)


def _client_step_first(view: View) -> bool:
    r = view.reading
    acts = [p for p in r.at("act") if p[0] < 40 and p not in r.at("outcome")]
    return bool(acts) and r.scores[0].place[0] > acts[0][1] + 15
