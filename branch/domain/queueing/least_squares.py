"""Recursive least squares that forget: a line through all that was seen, the newest most of all."""

from __future__ import annotations

from collections.abc import Sequence

FORGETTING = 0.9999
"""What an observation is worth when the next one has come."""


class LeastSquares:
    """Weights that fit a number to some others (Plackett 1950); exact for its order of observations.

    Attributes:
        weights: those of now.
        matrix: the inverse of what was seen, row by row: large where little is known.
    """

    def __init__(self, weights: Sequence[float], matrix: Sequence[float]) -> None:
        self.weights = list(weights)
        self.matrix = list(matrix)

    @classmethod
    def before_anything(cls, weights: Sequence[float], doubt: float) -> LeastSquares:
        """Weights that are believed until something is seen: the less, the larger ``doubt``."""
        size = len(weights)
        matrix = [doubt if row == column else 0.0 for row in range(size) for column in range(size)]
        return cls(weights, matrix)

    def fitted(self, row: Sequence[float]) -> float:
        """The number that goes with these."""
        return sum(map(float.__mul__, self.weights, row))

    def learn(self, row: Sequence[float], number: float) -> None:
        """Take in that this number went with these."""
        size, matrix, weights = len(row), self.matrix, self.weights
        product = [
            sum(map(float.__mul__, matrix[start : start + size], row))
            for start in range(0, size * size, size)
        ]
        scale = FORGETTING + sum(map(float.__mul__, row, product))
        error = number - self.fitted(row)
        for index in range(size):
            gain = product[index] / scale
            weights[index] += gain * error
            start = index * size
            for other in range(size):
                matrix[start + other] = (matrix[start + other] - gain * product[other]) / FORGETTING
