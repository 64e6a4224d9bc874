"""What looks like a real person's data, whoever they are: addresses, telephone and record numbers, dates of birth."""

import re
from collections.abc import Iterator

from goalsmith.peer.privacy.hit import Hit

_DATE = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.? [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4}"
_STREET = r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Terrace|Close|Crescent"
_PATTERNS = {
    "an e-mail address": re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+"),
    "a personal web page": re.compile(
        r"(?i)\b(?:https?://)?(?:www\.)?(?:facebook|instagram|linkedin|twitter|x|tiktok|t|github|researchgate|orcid)"
        r"\.(?:com|me|net|org)/[^\s<>\"]+"
    ),
    "a social security number": re.compile(r"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)"),
    "a record number": re.compile(
        r"(?i)\b(?:mrn|nhs|ssn|medical record|patient|client|case|chart|insurance|policy|passport)"
        r"(?:\s+(?:no|nr|number|id)\b\.?|\s*#|\s*:|\s+)\s*[:#]?\s*[a-z]{0,3}-?\d[\d -]{4,}\d"
    ),
    "a date of birth": re.compile(
        rf"(?i:\b(?:born|dob|d\.o\.b\.?|date of birth|birth ?date)\b)[ :]*(?:on )?(?:{_DATE})"
    ),
    "a street address": re.compile(rf"\b\d{{1,5}}[A-Za-z]?\s+(?:[A-Z][\w'’-]+\s+){{1,3}}(?:{_STREET})\b"),
}
_NUMBER = re.compile(r"(?<![\w.])(?:\+|\(?\b)\(?\d[\d \u00a0().\-/]{5,20}\d(?!\w)")
_DATE_ALONE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_TELEPHONE = re.compile(r"\+\d{8,15}|0\d{8,14}|1?[2-9]\d{9}")
# Toll-free numbers are those of services, as crisis lines are; 555-01xx is kept for fiction (NANPA).
_SERVICE = re.compile(r"(?:\+?1|0)?(?:800|808|833|844|855|866|877|888)\d*|1?\d{3}55501\d\d")
_SHAPED = re.compile(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\+|\(?0|1[ .-]\(?\d{3}|\d{9,}$")


def personal_data(text: str) -> Iterator[Hit]:
    """The places that look like personal data. Dates, scores, and numbers of services such as crisis lines do not."""
    for what, pattern in _PATTERNS.items():
        for found in pattern.finditer(text):
            yield _hit(text, found.start(), found.end(), what)
    for found in _NUMBER.finditer(text):
        if _is_telephone(found.group()):
            yield _hit(text, found.start(), found.end(), "a telephone number")


def _is_telephone(written: str) -> bool:
    digits = re.sub(r"[^\d+]", "", written)
    if _DATE_ALONE.search(written) or not _SHAPED.match(written) or _SERVICE.fullmatch(digits):
        return False
    return _TELEPHONE.fullmatch(digits) is not None


def _hit(text: str, start: int, end: int, what: str) -> Hit:
    words = text[start:end]
    return Hit(start, end, words, f"“{words}” looks like {what}")
