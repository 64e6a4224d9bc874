"""One statement followed from its text to its levels, for people: `goalsmith score --text "..." --explain`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from goalsmith.model import Advice, Answer, Case, LetterResult, Rubric, Span, StatementAssessment
from goalsmith.model.rubric import Criterion, Rule
from goalsmith.render.marks import SPAN_TITLES

# Where kinds of evidence overlap, the first of these is shown: what speaks against the text, then the most particular.
_ORDER = (
    *("harm", "absolute", "vague", "hedge", "target", "dose", "instrument", "metric", "frequency", "deadline"),
    *("technique", "context", "actor", "behaviour", "problem"),
)
_COLOURS = {
    **dict.fromkeys(("harm", "absolute"), "white on red"),
    **dict.fromkeys(("vague", "hedge"), "black on yellow"),
    **dict.fromkeys(("deadline", "frequency"), "black on magenta"),
    **dict.fromkeys(("metric", "target", "instrument", "dose"), "black on green"),
}
_COLOUR = "black on cyan"
_NAMES = {"safety": "Safety", "type": "Kind"}
_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and the kind of evidence that it is shown as, or empty."""

    text: str
    kind: str


def pieces(text: str, spans: Iterable[Span]) -> list[Piece]:
    """Cut `text` where evidence begins or ends; joined together, the pieces are the text again."""
    spans = [s for s in set(spans) if s.start < s.end]
    edges = sorted({0, len(text), *(min(at, len(text)) for s in spans for at in (s.start, s.end))})
    cut: list[Piece] = []
    for start, end in pairwise(edges):
        words = text[start:end]
        kinds = [s.kind for s in spans if s.start <= start and end <= s.end and not words.isspace()]
        piece = Piece(words, min(kinds, key=_rank, default=""))
        # What is of one kind reads as one piece of evidence, across a blank too.
        if cut and cut[-1].kind == piece.kind:
            piece = Piece(cut.pop().text + piece.text, piece.kind)
        elif len(cut) > 1 and cut[-1].text.isspace() and cut[-2].kind == piece.kind:
            gap = cut.pop().text
            piece = Piece(cut.pop().text + gap + piece.text, piece.kind)
        cut.append(piece)
    return [part for piece in cut for part in _trimmed(piece)]


def _trimmed(piece: Piece) -> list[Piece]:
    """The piece with the blanks at its ends as pieces of their own, which are no evidence."""
    words = piece.text.strip()
    if not words or not piece.kind:
        return [piece]
    before, _, after = piece.text.partition(words)
    return [p for p in (Piece(before, ""), Piece(words, piece.kind), Piece(after, "")) if p.text]


def _rank(kind: str) -> tuple[int, str]:
    return (_ORDER.index(kind) if kind in _ORDER else len(_ORDER)), kind


def asked(result: LetterResult, criterion: Criterion) -> list[Answer]:
    """The answers that led to the rule that fired: the checks of the rules up to it, each once, in their order."""
    rules = criterion.rules[: result.rule + 1]
    names = dict.fromkeys(name for rule in rules for name in (*rule.all, *rule.none))
    answers = {answer.check: answer for answer in result.answers}
    return [answers[name] for name in names]


def because(result: LetterResult, criterion: Criterion) -> str:
    """The rule that fired, in words."""
    rule = criterion.rules[result.rule]
    number = f"rule {result.rule + 1} of {len(criterion.rules)}"
    return f"{number}, the first that holds: level {rule.level} {_condition(rule)}"


def _condition(rule: Rule) -> str:
    said = [f"{name} says {said}" for names, said in ((rule.all, "yes"), (rule.none, "no")) for name in names]
    return f"when {' and '.join(said)}" if said else "when no rule before it holds"


def explain(
    judged: StatementAssessment,
    rubric: Rubric,
    case: Case | None,
    console: Console | None = None,
    harm: tuple[float, float] | None = None,
) -> None:
    """Print how `judged` came about; in colours where the console has any, with brackets and labels elsewhere.

    `harm` is the score of the network that reads for harm, and the score from which it flags a text by itself.
    """
    console = console or Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console.width = _WIDTH
    for part in _parts(judged, rubric, case, coloured=console.color_system is not None):
        console.print(part)
    if harm:
        score, alone = harm
        said = f"Read as a whole it speaks for harm by {score:+.1f} log odds; {alone:+.1f} would flag it alone."
        console.print(_in(Text(said, "dim")))


def _parts(
    judged: StatementAssessment, rubric: Rubric, case: Case | None, *, coloured: bool
) -> Iterator[Text | Padding]:
    where = f"case {case.id}" if case else "no case, so that A and R stay open"
    yield _heading(f"The text, filed as {judged.kind}, {where}")
    yield _in(_marked(judged, rubric, coloured=coloured))
    for letter, result in judged.letters.items():
        criterion = rubric.criteria[letter]
        yield Text()
        yield _heading(f"{letter}  {criterion.name}: {criterion.question}")
        yield from _letter(result, criterion, judged, rubric)
    yield Text()
    yield _heading("What follows")
    yield from _ending(judged)


def _marked(judged: StatementAssessment, rubric: Rubric, *, coloured: bool) -> Text:
    out = Text()
    cut = pieces(judged.text, evidence(judged, rubric))
    for kind, text in ((piece.kind, piece.text) for piece in cut):
        if not kind or coloured:
            out.append(text, _COLOURS.get(kind, _COLOUR) if kind else "")
        else:
            out.append(f"[{text}]({SPAN_TITLES.get(kind, kind)})")
    for number, kind in enumerate(sorted({p.kind for p in cut if p.kind}, key=_rank) if coloured else ()):
        out.append(" " if number else "\n\n")
        out.append(f" {SPAN_TITLES.get(kind, kind)} ", _COLOURS.get(kind, _COLOUR))
    return out


def evidence(judged: StatementAssessment, rubric: Rubric) -> list[Span]:
    """The spans behind the answers that led to a level."""
    answers = (a for r in judged.letters.values() for a in asked(r, rubric.criteria[r.letter]))
    return [span for answer in answers if answer.yes for span in answer.spans]


def _letter(
    result: LetterResult, criterion: Criterion, judged: StatementAssessment, rubric: Rubric
) -> Iterator[Text | Padding]:
    for answer in asked(result, criterion):
        yield _in(_answer(answer, judged.text, rubric))
    yield _in(Text(f"=> {because(result, criterion)}", "italic"))
    yield _in(_level(result, criterion, judged))


def _answer(answer: Answer, text: str, rubric: Rubric) -> Text:
    line = Text.assemble(("yes  " if answer.yes else "no   ", "bold green" if answer.yes else "dim"))
    line.append(f"{answer.check}: {rubric.checks[answer.check].question}", "" if answer.yes else "dim")
    words = list(dict.fromkeys(" ".join(text[s.start : s.end].split()) for s in answer.spans))
    if words:
        line.append(" " + ", ".join(f"“{w}”" for w in words), "cyan")
    if answer.fact:
        line.append(f" (case: {answer.fact})", "yellow")
    return line


def _level(result: LetterResult, criterion: Criterion, judged: StatementAssessment) -> Text:
    if result.level is None:
        return Text("=> no level without a case", "bold")
    anchor = criterion.anchors[result.level]
    colour = "bold green" if result.met else "bold yellow"
    line = Text(f"=> {result.level} of 3, {result.expected} expected: {anchor}", colour)
    return line.append(f"; share of the points {judged.points(result.letter):.2g}", "default")


def _ending(judged: StatementAssessment) -> Iterator[Text | Padding]:
    fits = "as it was filed" if judged.type == judged.kind else f"but filed as {judged.kind}"
    yield _in(Text(f"Type: {judged.type}, {fits}"))
    if judged.unsafe:
        yield _in(Text(f"No points: {judged.unsafe}", "bold red"))
    for flag in judged.flags:
        yield _in(Text(f"For the supervisor: {flag}", "bold magenta"))
    for one in judged.advice:
        yield _in(_advice(one))
    for note in judged.notes:
        yield _in(Text.assemble(("On wording, without points: ", "bold"), f"{note.text} {note.ask}"))
    if not judged.advice:
        yield _in(Text("Advice: none, every letter that was judged reaches what is expected"))


def _advice(one: Advice) -> Text:
    name = _NAMES.get(one.criterion, one.criterion)
    return Text.assemble((f"Advice, {name}: ", "bold"), one.text, (f" {one.ask}" if one.ask else "", "italic"))


def _heading(text: str) -> Text:
    return Text(text, "bold")


def _in(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 3), expand=False)
