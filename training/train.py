"""Trains the deep stage. Seeded: the same corpus on the same machine gives the same weights, within rounding."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from data import NONE, RISKS, Batch, Cut, heads_of, read, slips
from model import Deep
from torch import Tensor
from torch.nn import functional as F
from vocabulary import pruned, save, tokeniser

SLIPPED = 0.15


def loss_of(out: Tensor, batch: Batch, spans: dict[str, slice]) -> Tensor:
    """Each head by itself, over the lines that teach it."""
    weights = torch.tensor([1.0, 0.5, 0.4] + [0.3] * len(RISKS))
    total = (told(out[:, : len(weights)], batch.danger) * weights).sum()
    total = total + 5 * told(out[:, spans["need"]], batch.needs).mean()
    for group, much in (("command", 0.7), ("polarity", 0.5), ("topic", 0.7)):
        wanted = batch.groups[group]
        if (wanted != NONE).any():
            share = (wanted != NONE).float().mean()
            total = total + much * share * F.cross_entropy(out[:, spans[group]], wanted, ignore_index=NONE)
    return total


def told(out: Tensor, wanted: Tensor) -> Tensor:
    """Mean over the batch, of each output, where the line says."""
    says = (wanted != NONE).float()
    each = F.binary_cross_entropy_with_logits(out, wanted.clamp(min=0), reduction="none")
    return (each * says).sum(0) / len(out)


def spans_of(names: list[str]) -> dict[str, slice]:
    found = {}
    for group in ("need", "command", "polarity", "topic"):
        at = [n for n, name in enumerate(names) if name.startswith(f"{group}:")]
        found[group] = slice(at[0], at[-1] + 1)
    return found


def batches(lines: list[dict], size: int, chance: random.Random) -> list[list[dict]]:
    """Lines of like length together, in a random order of batches."""
    order = sorted(lines, key=lambda line: len(line["text"]) + chance.random() * 12)
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    chance.shuffle(cut)
    return cut


def margins(model: Deep, cut: Cut, texts: list[str]) -> Tensor:
    """What the model says of each text, in their order."""
    model.eval()
    order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
    rows: list[Tensor | None] = [None] * len(texts)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), 64):
            some = order[at : at + 64]
            batch = cut.batch([{} for _ in some], [cut.ids(texts[n]) for n in some])
            for n, row in zip(some, model(batch.pieces, batch.mask).float(), strict=True):
                rows[n] = row
    return torch.stack([row for row in rows if row is not None])


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path, help="where deepLines wrote lines.jsonl")
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--leave-out", default="", help="writers to hold out, comma between; their margins are written")
    asked.add_argument("--epochs", type=int, default=4)
    asked.add_argument("--threads", type=int, default=2)
    args = asked.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(16)
    chance = random.Random(16)
    args.out.mkdir(parents=True, exist_ok=True)

    lines = read(args.folder / "lines.jsonl")
    pieces, places = pruned([line["text"] for line in lines])
    heads = heads_of(lines)
    names = heads.names()
    spans = spans_of(names)
    cut = Cut(tokeniser(pieces), pieces, heads)
    out = {writer for writer in args.leave_out.split(",") if writer}
    held = [line for line in lines if is_held(line, out)]
    learned = [line for line in lines if not is_held(line, out)]
    save(pieces, args.out / "pieces.json")
    (args.out / "outputs.json").write_text(json.dumps(names) + "\n")

    model = Deep(places, len(names))
    fresh = [p for name, p in model.named_parameters() if name.startswith("heads")]
    old = [p for name, p in model.named_parameters() if not name.startswith("heads")]
    steps = args.epochs * len(batches(learned, 32, random.Random(0)))
    rates = [1.5e-4, 1e-3]
    optimiser = torch.optim.AdamW([{"params": old, "lr": rates[0]}, {"params": fresh, "lr": rates[1]}], weight_decay=0.01)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps + 1, pct_start=0.08, anneal_strategy="linear")
    print(f"{len(learned)} lines, {len(held)} held out, {len(pieces)} pieces, {len(names)} outputs, {steps} steps", flush=True)
    began, done, sum_ = time.time(), 0, 0.0
    for epoch in range(args.epochs):
        model.train()
        for some in batches(learned, 32, chance):
            texts = [slips(line["text"], chance) if chance.random() < SLIPPED else line["text"] for line in some]
            batch = cut.batch(some, [cut.ids(text) for text in texts])
            with torch.autocast("cpu", torch.bfloat16):
                said = model(batch.pieces, batch.mask)
            loss = loss_of(said.float(), batch, spans)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            pace.step()
            done, sum_ = done + 1, sum_ + loss.item()
            if done % 50 == 0:
                left = (time.time() - began) / done * (steps - done)
                print(f"step {done} of {steps}, loss {sum_ / 50:.3f}, {left / 60:.1f} minutes left", flush=True)
                sum_ = 0.0
        torch.save(model.state_dict(), args.out / "weights.pt")
        print(f"epoch {epoch + 1} of {args.epochs} saved", flush=True)
        if held:
            write_held(model, cut, held, args.out / "held.jsonl")


def is_held(line: dict, writers: set[str]) -> bool:
    return line["writer"] in writers


def write_held(model: Deep, cut: Cut, held: list[dict], path: Path) -> None:
    rows = margins(model, cut, [line["text"] for line in held])
    text = "".join(json.dumps({**line, "margins": [round(v, 3) for v in row.tolist()]}) + "\n" for line, row in zip(held, rows, strict=True))
    path.write_text(text, encoding="utf8")
    risky = [(row[0].item(), line) for line, row in zip(held, rows, strict=True) if "risk" in line]
    for rate in (0.02, 0.05, 0.1, 0.15):
        safe = sorted((m for m, line in risky if line["risk"] == "none" and not line.get("ordinary")), reverse=True)
        if not safe:
            return
        bar = safe[int(len(safe) * rate)]
        danger = [(m, line) for m, line in risky if line["risk"] != "none"]
        now = [(m, line) for m, line in danger if line["level"] == "emergency"]
        print(
            f"  at {rate:.0%} of none lines raised (margin {bar:.2f}): {sum(m > bar for m, _ in danger) / len(danger):.3f} raised,"
            f" emergencies {sum(m > bar for m, _ in now) / max(1, len(now)):.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
