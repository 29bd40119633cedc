"""A small transformer with every head on it: danger, this minute, its kinds, needs, command, yes or no, question, topic."""

import json

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel
from vocabulary import START


class Deep(nn.Module):
    """Word pieces (batch, length) and their mask to one row of margins (batch, outputs)."""

    def __init__(self, places: list[int], outputs: int, layers: int = 6) -> None:
        super().__init__()
        settings = json.loads((START / "config.json").read_text())
        config = BertConfig(
            vocab_size=len(places),
            hidden_size=settings["hidden_size"],
            num_hidden_layers=layers,
            num_attention_heads=settings["num_attention_heads"],
            intermediate_size=settings["intermediate_size"],
            attn_implementation="eager",
        )
        self.body = BertModel(config, add_pooling_layer=False)
        start = load_file(START / "model.safetensors")
        start = {name.removeprefix("bert."): value for name, value in start.items()}
        words = "embeddings.word_embeddings.weight"
        start[words] = start[words][places]
        missing, _extra = self.body.load_state_dict(start, strict=False)
        if missing:
            raise ValueError(f"weights to start from lack {missing}")
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(2 * config.hidden_size, outputs)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        states = self.body(input_ids=pieces, attention_mask=mask).last_hidden_state
        there = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * there).sum(1) / there.sum(1)
        most = (states - (1 - there) * 1e4).max(1).values
        return self.heads(self.drop(torch.cat([mean, most], 1)))
