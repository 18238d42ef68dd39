"""Sources with many mutants in them, each behind a switch: they are built once, and tested one after the other.

A function `{ body }` becomes `{ match crate::mutant() { 7 => { body with a change }, 8 => ..., _ => { body } } }`.
"""

import dataclasses
import itertools
import pathlib

# The number of the mutant that is switched on; without one, all is as it was.
SWITCH = """
pub(crate) fn mutant() -> u32 {
    static NUMBER: std::sync::LazyLock<u32> =
        std::sync::LazyLock::new(|| std::env::var("MUTANT").map_or(0, |number| number.parse().unwrap()));
    *NUMBER
}
"""


@dataclasses.dataclass(frozen=True)
class Mutant:
    """A change of some text, as cargo-mutants lists it; places are pairs of line and column, from 1 on."""

    number: int
    name: str
    file: pathlib.Path
    change: tuple[tuple[int, int], tuple[int, int]]
    replacement: str
    function: tuple[tuple[int, int], tuple[int, int]] | None
    returns: str

    @classmethod
    def listed(cls, number: int, entry: dict) -> "Mutant":
        def span(of: dict) -> tuple:
            return tuple((of["span"][end]["line"], of["span"][end]["column"]) for end in ["start", "end"])

        function = entry["function"]
        around = span(function) if function else None
        returns = function["return_type"] if function else ""
        return cls(number, entry["name"], pathlib.Path(entry["file"]), span(entry), entry["replacement"], around, returns)

    def module(self) -> str:
        """Its path in the crate."""
        names = [name for name in self.file.with_suffix("").parts[1:] if name != "mod"]
        return "::".join([*names, ""])

    def can_have_switch(self, text: str) -> bool:
        """Whether it can stand beside the original: in a function that runs, and has one type to return."""
        if self.function is None or "impl " in self.returns:
            return False
        start = Text(text).at(self.function[0])
        return "const fn" not in text[start : body_of(text, start)]


class Text:
    """A text, by lines and columns."""

    def __init__(self, text: str):
        self.text = text
        self.starts = list(itertools.accumulate((len(line) for line in text.splitlines(keepends=True)), initial=0))

    def at(self, place: tuple[int, int]) -> int:
        line, column = place
        return self.starts[line - 1] + column - 1

    def changed(self, mutant: Mutant, start: int = 0, end: int | None = None) -> str:
        """The part from `start` to `end` with that change."""
        first, last = map(self.at, mutant.change)
        return self.text[start:first] + mutant.replacement + self.text[last:end]


def with_switches(text: str, mutants: list[Mutant]) -> tuple[str, dict[int, range]]:
    """The text with these mutants of it, and the lines in which each then stands."""
    source, made, lines, done = Text(text), Made(), {}, 0

    for function, of_it in itertools.groupby(sorted(mutants, key=place), key=lambda mutant: mutant.function):
        start, end = map(source.at, function)
        body = body_of(text, start)
        made.add(text[done:body] + "{ match crate::mutant() {\n")
        for mutant in of_it:
            lines[mutant.number] = made.add(f"{mutant.number} => {source.changed(mutant, body, end)}")
            made.add("\n")
        made.add(f"_ => {text[body:end]}\n}} }}")
        done = end
    made.add(text[done:])
    return made.text, lines


class Made:
    """A text in the making."""

    def __init__(self):
        self.text = ""
        self.line = 1

    def add(self, piece: str) -> range:
        """Gives the lines in which the piece stands."""
        first = self.line
        self.text += piece
        self.line += piece.count("\n")
        return range(first, self.line + 1)


def place(mutant: Mutant) -> tuple:
    return mutant.function, mutant.number


def body_of(text: str, start: int) -> int:
    """Where the body of the function begins that starts there: at the first brace outside of brackets."""
    depth, at = 0, text.index("fn ", start)
    while depth or text[at] != "{":
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text[at], 0)
        at += 1
    return at
