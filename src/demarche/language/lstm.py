"""A bidirectional LSTM layer in numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from demarche.language.packing import Packing

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

HALF = np.float32(0.5)


@dataclass(frozen=True, slots=True)
class Lstm:
    """Both directions of one layer; gates stand in the order input, forget, output, new.

    The first three gates are halved beforehand, so that one hyperbolic tangent serves all four:
    the sigmoid of x is (tanh(x / 2) + 1) / 2.
    """

    inputs: Floats
    recurrent: Floats
    bias: Floats

    @classmethod
    def of(cls, weights: dict[str, Floats], name: str) -> Lstm:
        """Take a layer from PyTorch-named weights."""
        parts = [
            [_gates(weights[f"{name}.{kind}_l0{side}"]) for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
            for side in ("", "_reverse")
        ]
        inputs = np.stack([np.ascontiguousarray(part[0].T) for part in parts])
        recurrent = np.stack([np.ascontiguousarray(part[1].T) for part in parts])
        return cls(inputs, recurrent, np.stack([part[2] + part[3] for part in parts]))

    def run(self, values: Floats, packing: Packing) -> Floats:
        """Read a packed block of (words, width)."""
        gates = np.empty((2, len(values), self.bias.shape[1]), np.float32)
        np.matmul(values, self.inputs[0], out=gates[0])
        np.matmul(values[packing.turned], self.inputs[1], out=gates[1])
        gates += self.bias[:, None]
        return self._run(gates, packing)

    def run_kinds(self, kinds: Floats, which: Ints, marks: Floats, mark: Ints, packing: Packing) -> Floats:
        """Read packed words that repeat: ``kinds[which]`` is the left part of each word, ``marks[mark]`` the right.

        Every kind goes through the input weights once, however often it stands in the block.
        """
        width = kinds.shape[1]
        gates = np.empty((2, len(which), self.bias.shape[1]), np.float32)
        turned = packing.turned
        for side, (kind, place) in enumerate(((which, mark), (which[turned], mark[turned]))):
            left = kinds @ self.inputs[side, :width]
            left += self.bias[side]
            gates[side] = left[kind]
            gates[side] += (marks @ self.inputs[side, width:])[place]
        return self._run(gates, packing)

    def _run(self, gates: Floats, packing: Packing) -> Floats:
        size = self.recurrent.shape[1]
        states = self._steps(gates, size, packing)
        out = np.empty((len(packing.flat), 2 * size), np.float32)
        out[:, :size] = states[0]
        out[:, size:] = states[1][packing.turned]
        return out

    def _steps(self, gates: Floats, size: int, packing: Packing) -> Floats:
        """Go through the steps, both directions at once; the halves of the sigmoids are taken on the cell, which is
        a quarter as wide as the gates. ``gates`` is used up."""
        widest = packing.rows[0]
        states = np.empty((2, len(packing.flat), size), np.float32)
        cells = np.zeros((2, widest, size), np.float32)
        products = np.empty((2, widest, 4 * size), np.float32)
        state = states[:, :0]
        for rows, offset in zip(packing.rows, packing.offsets, strict=True):
            gate = gates[:, offset : offset + rows]
            if offset:
                gate += np.matmul(state[:, :rows], self.recurrent, out=products[:, :rows])
            np.tanh(gate, out=gate)
            first, forget, output, new = (gate[..., part * size : (part + 1) * size] for part in range(4))
            gate[..., : 3 * size] += 1
            cell = cells[:, :rows]
            cell *= forget
            new *= first
            cell += new
            cell *= HALF
            state = states[:, offset : offset + rows]
            np.tanh(cell, out=state)
            state *= output
            state *= HALF
        return states


def _gates(values: Floats) -> Floats:
    """Reorder PyTorch's gates (input, forget, new, output) and halve those that go through a sigmoid."""
    first, forget, new, output = np.split(values, 4)
    return np.concatenate([first * 0.5, forget * 0.5, output * 0.5, new]).astype(np.float32)
