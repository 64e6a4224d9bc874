"""How a word list is written: phrases with commas between, over as many lines as it takes."""


def listed(text: str) -> tuple[str, ...]:
    """Cut `text` at its commas.

    >>> listed("feel better, get ... back")
    ('feel better', 'get ... back')
    """
    return tuple(phrase.strip() for phrase in text.split(",") if phrase.strip())
