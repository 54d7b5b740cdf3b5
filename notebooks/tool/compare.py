"""How the outputs of a new run differ from those that a notebook was committed with.

Pictures are compared by their presence, words literally, numbers within a tolerance. A number with a unit of time
behind it ("1.2 s", "30 ms") is a measurement of the machine and is not compared. A cell whose numbers vary more from
processor to processor says so with a tag: "tolerance=0.1" allows ten per cent.
"""

import re

RELATIVE = 1e-2
# Below this everything is rounding.
ABSOLUTE = 1e-9

TAG = "tolerance="

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
TIME = re.compile(NUMBER.pattern + r"\s*(?:ns|µs|us|ms|s|min)\b")

PICTURE = "a picture"

# Characters before and behind a number that a message shows.
AROUND = 40


def differences(committed, fresh):
    """One sentence for every cell that differs; none if the notebooks agree."""
    pairs = zip(committed.cells, fresh.cells)
    found = []
    for index, (before, after) in enumerate(pairs, start=1):
        if before.cell_type == "code":
            difference = _of_cells(before, after)
            if difference:
                found.append(f"cell {index}: {difference}")
    return found


def _of_cells(committed, fresh):
    before, after = shown(committed), shown(fresh)
    if [kind for kind, _ in before] != [kind for kind, _ in after]:
        return f"committed with {_kinds(before)}, now with {_kinds(after)}"
    for (_, old), (_, new) in zip(before, after):
        difference = of_texts(old, new, tolerance(committed))
        if difference:
            return difference
    return None


def _kinds(outputs):
    return ", ".join(kind for kind, _ in outputs) or "no output"


def shown(cell):
    """What a reader sees below a cell: pairs of a kind and a text."""
    return [_shown(output) for output in cell.outputs]


def _shown(output):
    if output.output_type == "stream":
        return f"text on {output.name}", output.text
    if output.output_type == "error":
        return "an error", output.evalue
    # A kernel's plain words for a picture name an object in memory.
    if output.data.get("image/png", "").strip():
        return PICTURE, ""
    return "a result", output.data.get("text/html", output.data.get("text/plain", ""))


def tolerance(cell):
    """The largest relative difference that the cell allows its numbers."""
    tags = cell.metadata.get("tags", [])
    return next((float(tag[len(TAG):]) for tag in tags if tag.startswith(TAG)), RELATIVE)


def of_texts(committed, fresh, relative=RELATIVE):
    """What differs between two texts, or None."""
    before, after = _comparable(committed), _comparable(fresh)
    if NUMBER.sub("#", before) != NUMBER.sub("#", after):
        return f"committed with the text {before!r}, now {after!r}"
    for old, new in zip(NUMBER.findall(before), NUMBER.finditer(after)):
        if not _close(float(old), float(new.group()), relative):
            around = after[max(0, new.start() - AROUND):new.end() + AROUND]
            return f"committed with {old}, now {new.group()}, in {around!r}"
    return None


def _close(a, b, relative):
    return abs(a - b) <= ABSOLUTE + relative * max(abs(a), abs(b))


def _comparable(text):
    """Without times and the width of columns."""
    return " ".join(TIME.sub("a time", text).split())
