"""Writes what Node runs: the weights in 8 bits, the word pieces, and a card saying what they are and were made of."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from data import LONGEST, Cut, heads_of, read
from model import Deep
from vocabulary import full_pieces, tokeniser

LAYERS = 6


class Bytes:
    """Tensors one after another in one file, each from a multiple of 16."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0
        self.places: dict[str, dict] = {}

    def add(self, name: str, values: np.ndarray) -> None:
        kind = {"int8": "i8", "float32": "f32"}[str(values.dtype)]
        self.places[name] = {"kind": kind, "shape": list(values.shape), "at": self.size}
        raw = values.tobytes()
        raw += b"\0" * (-len(raw) % 16)
        self.parts.append(raw)
        self.size += len(raw)

    def add_rows(self, name: str, values: np.ndarray) -> np.ndarray:
        """In 8 bits with a scale for each row; gives back what Node will see."""
        scale = (np.abs(values).max(1) / 127).astype(np.float32)
        scale[scale == 0] = 1
        rows = np.clip(np.round(values / scale[:, None]), -127, 127).astype(np.int8)
        self.add(name, rows)
        self.add(f"{name}.scale", scale)
        return rows.astype(np.float32) * scale[:, None]


def written(model: Deep) -> Bytes:
    """Every weight, in the order and under the names of services/understanding/deep/network.ts; rounds the model's own too."""
    out = Bytes()
    state = {name: value.float().numpy() for name, value in model.state_dict().items()}

    def rounded(name: str, sources: list[str]) -> None:
        seen = out.add_rows(name, np.concatenate([state[f"{source}.weight"] for source in sources]))
        at = 0
        for source in sources:
            rows = len(state[f"{source}.weight"])
            model.state_dict()[f"{source}.weight"].copy_(torch.from_numpy(seen[at : at + rows]))
            at += rows
        if f"{sources[0]}.bias" in state:
            out.add(f"{name}.bias", np.concatenate([state[f"{source}.bias"] for source in sources]))

    def evened(name: str, source: str) -> None:
        out.add(f"{name}.gain", state[f"{source}.weight"])
        out.add(f"{name}.bias", state[f"{source}.bias"])

    rounded("words", ["body.embeddings.word_embeddings"])
    positions = state["body.embeddings.position_embeddings.weight"][:LONGEST]
    out.add("places", positions + state["body.embeddings.token_type_embeddings.weight"][0])
    evened("start", "body.embeddings.LayerNorm")
    for n in range(LAYERS):
        layer = f"body.encoder.layer.{n}"
        rounded(f"{n}.look", [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")])
        rounded(f"{n}.gather", [f"{layer}.attention.output.dense"])
        evened(f"{n}.gathered", f"{layer}.attention.output.LayerNorm")
        rounded(f"{n}.widen", [f"{layer}.intermediate.dense"])
        rounded(f"{n}.narrow", [f"{layer}.output.dense"])
        evened(f"{n}.narrowed", f"{layer}.output.LayerNorm")
    out.add("heads", state["heads.weight"])
    out.add("heads.bias", state["heads.bias"])
    return out


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path, help="where deepLines wrote lines.jsonl")
    asked.add_argument("trained", type=Path)
    asked.add_argument("--out", type=Path, required=True, help="where the product reads them")
    asked.add_argument("--examples", type=Path, required=True, help="what the tests compare Node with")
    args = asked.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = json.loads((args.trained / "pieces.json").read_text())
    names = json.loads((args.trained / "outputs.json").read_text())
    place = {piece: n for n, piece in enumerate(full_pieces())}
    model = Deep([place[piece] for piece in pieces], len(names))
    model.load_state_dict(torch.load(args.trained / "weights.pt"))
    model.eval()
    lines = read(args.folder / "lines.jsonl")
    cut = Cut(tokeniser(pieces), pieces, heads_of(lines))
    shown = [line["text"] for line in lines[:: len(lines) // 200]]
    exact = [said(model, cut, text) for text in shown]
    with torch.no_grad():
        made = written(model)
    small = [said(model, cut, text) for text in shown]
    moved = [abs(a[0] - b[0]) for a, b in zip(exact, small, strict=True)]
    print(f"{made.size / 1e6:.1f} MB; 8 bits move the margin of danger by {sum(moved) / len(moved):.3f}, at most {max(moved):.3f}")

    weights = b"".join(made.parts)
    listed = ("\n".join(pieces) + "\n").encode()
    (args.out / "deep.bin").write_bytes(weights)
    (args.out / "pieces.txt").write_bytes(listed)
    card = {
        "about": "all-MiniLM-L6-v2 (Apache-2.0) fine-tuned on the corpus of this repository: see docs/deep-stage.md",
        "weights": hashlib.sha256(weights).hexdigest(),
        "pieces": hashlib.sha256(listed).hexdigest(),
        "files": json.loads((args.folder / "files.json").read_text()),
        "lines": len(lines),
        "longest": LONGEST,
        "layers": LAYERS,
        "outputs": names,
        "tensors": made.places,
    }
    (args.out / "deep.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")
    odd = [
        "i don't want to be here any more . ?",
        "a",
        "",
        "naw cheers pal i'm awright",
        "idontwanttobehere xxxxqqq 999 a&e 10pm . i'm 16",
        "zażółć gęślą помогите مساعدة 你好 café",
        "w" * 101,
        "word " * 120,
    ]
    cuts = [
        {"text": text, "ids": cut.ids(text), "any": round(said(model, cut, text)[0], 3)} for text in [*odd, *shown[::5]]
    ]
    args.examples.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in cuts), encoding="utf8")


def said(model: Deep, cut: Cut, text: str) -> list[float]:
    with torch.no_grad():
        ids = torch.tensor([cut.ids(text)])
        return model(ids, torch.ones_like(ids))[0].tolist()


if __name__ == "__main__":
    main()
