"""A bidirectional LSTM layer in numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lstm:
    """Both directions of one layer; gates stand in the order input, forget, output, new.

    The first three gates are halved beforehand, so that one hyperbolic tangent serves all four.
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

    def run(self, values: Floats, lengths: Ints) -> Floats:
        """Read a (time, batch, width) block; positions past a sequence's length hold no meaning."""
        steps, batch, width = values.shape
        size = self.recurrent.shape[1]
        order, columns = backwards(steps, lengths), np.arange(batch)
        gates = np.empty((2, steps, batch, 4 * size), np.float32)
        for side, given in enumerate((values, values[order, columns])):
            flat = gates[side].reshape(-1, 4 * size)
            np.matmul(given.reshape(-1, width), self.inputs[side], out=flat)
            flat += self.bias[side]
        states = self._steps(gates, size)
        out = np.empty((steps, batch, 2 * size), np.float32)
        out[:, :, :size] = states[0]
        out[:, :, size:] = states[1][order, columns]
        return out

    def _steps(self, gates: Floats, size: int) -> Floats:
        _, steps, batch, _ = gates.shape
        states = np.empty((2, steps, batch, size), np.float32)
        cell = np.zeros((2, batch, size), np.float32)
        product = np.empty((2, batch, 4 * size), np.float32)
        for step in range(steps):
            gate = gates[:, step]
            if step:
                gate += np.matmul(states[:, step - 1], self.recurrent, out=product)
            np.tanh(gate, out=gate)
            rest = gate[..., : 3 * size]
            rest *= 0.5
            rest += 0.5
            cell *= gate[..., size : 2 * size]
            cell += gate[..., :size] * gate[..., 3 * size :]
            state = states[:, step]
            np.tanh(cell, out=state)
            state *= gate[..., 2 * size : 3 * size]
        return states


def backwards(steps: int, lengths: Ints) -> Ints:
    """Give the place that each (time, batch) cell takes when every sequence is turned round."""
    time = np.arange(steps)[:, None]
    return np.where(time < lengths, lengths - 1 - time, time)


def _gates(values: Floats) -> Floats:
    """Reorder PyTorch's gates (input, forget, new, output) and halve those that go through a sigmoid."""
    first, forget, new, output = np.split(values, 4)
    return np.concatenate([first * 0.5, forget * 0.5, output * 0.5, new]).astype(np.float32)
