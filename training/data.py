"""The lines of the corpus as tensors: what each teaches each head, and where it teaches nothing."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

RISKS = [
    "suicide_self_harm",
    "danger_now",
    "domestic_abuse",
    "child_at_risk",
    "harm_to_others",
    "medical_emergency",
    "exploitation",
    "no_shelter_tonight",
    "no_food_or_heat",
    "psychosis_distress",
]
LONGEST = 96
NONE = -1


@dataclass
class Heads:
    """The names of the outputs, in order: two of danger, its kinds, needs, then one of each of three groups."""

    needs: list[str]
    command: list[str]
    polarity: list[str]
    topic: list[str]

    def names(self) -> list[str]:
        groups = [("need", self.needs), ("command", self.command), ("polarity", self.polarity), ("topic", self.topic)]
        return ["any", "emergency", "asks", *RISKS, *(f"{group}:{name}" for group, all_ in groups for name in all_)]


def read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def heads_of(lines: list[dict]) -> Heads:
    def named(key: str) -> list[str]:
        return sorted({line[key] for line in lines if key in line})

    return Heads(
        sorted({need for line in lines for need in line.get("needs", [])}),
        named("command"),
        named("polarity"),
        named("topic"),
    )


@dataclass
class Batch:
    pieces: Tensor
    mask: Tensor
    danger: Tensor
    needs: Tensor
    groups: dict[str, Tensor]


class Cut:
    """Cuts lines into pieces and batches of like length."""

    def __init__(self, tokeniser, pieces: list[str], heads: Heads) -> None:
        self.tokeniser, self.heads = tokeniser, heads
        self.first, self.last = pieces.index("[CLS]"), pieces.index("[SEP]")

    def ids(self, text: str) -> list[int]:
        return [self.first, *self.tokeniser.encode(text).ids[: LONGEST - 2], self.last]

    def batch(self, lines: list[dict], ids: list[list[int]]) -> Batch:
        longest = max(len(one) for one in ids)
        pieces = torch.zeros(len(ids), longest, dtype=torch.long)
        for row, one in enumerate(ids):
            pieces[row, : len(one)] = torch.tensor(one)
        mask = torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in ids])
        return Batch(pieces, mask, torch.tensor([danger(line) for line in lines]), self.needs(lines), self.groups(lines))

    def needs(self, lines: list[dict]) -> Tensor:
        return torch.tensor(
            [
                [float(need in line["needs"]) if "needs" in line else float(NONE) for need in self.heads.needs]
                for line in lines
            ]
        )

    def groups(self, lines: list[dict]) -> dict[str, Tensor]:
        names = {"command": self.heads.command, "polarity": self.heads.polarity, "topic": self.heads.topic}
        return {
            key: torch.tensor([all_.index(line[key]) if key in line else NONE for line in lines])
            for key, all_ in names.items()
        }


def danger(line: dict) -> list[float]:
    """any, this minute, asks, then each kind; NONE where the line does not say."""
    asks = float(line["asks"]) if "asks" in line else float(NONE)
    if "risk" not in line:
        return [float(NONE), float(NONE), asks, *[float(NONE)] * len(RISKS)]
    risk = line["risk"]
    kinds = [float(risk == kind) for kind in RISKS]
    return [float(risk != "none"), float(line["level"] == "emergency"), asks, *kinds]


def slips(text: str, chance: random.Random) -> str:
    """A slip or two of the thumb, as people make them: letters swapped, lost or doubled, a space lost."""
    for _ in range(chance.randint(1, 2)):
        if len(text) < 6:
            return text
        at = chance.randrange(len(text) - 1)
        kind = chance.randrange(4)
        if kind == 0:
            text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        elif kind == 1:
            text = text[:at] + text[at + 1 :]
        elif kind == 2:
            text = text[:at] + text[at] + text[at:]
        else:
            space = text.find(" ", at)
            text = text if space < 0 else text[:space] + text[space + 1 :]
    return text
