"""The one list model: rows with a key, changed by what differs and never reset.

    class QueueModel: ...                                     # not needed; use it as it is
    queue = KeyedListModel(("id", "number", "waited"), key="id", parent=self)
    queue.replace(rows)                                        # dicts, or frozen dataclasses

A view keeps its place and its delegates, because a row that stays is moved or changed, not made anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from itertools import groupby

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Branchline.Core"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The members of a longest rising subsequence of distinct `numbers`."""
    tails: list[int] = []  # positions in `numbers`; tails[k] ends the best run of length k + 1
    before: list[int] = []
    for position, number in enumerate(numbers):
        length = bisect_left([numbers[tail] for tail in tails], number)
        before.append(tails[length - 1] if length else -1)
        tails[length : length + 1] = [position]
    kept: set[int] = set()
    position = tails[-1] if tails else -1
    while position >= 0:
        kept.add(numbers[position])
        position = before[position]
    return kept


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Rising numbers as (first, last) of each unbroken run."""
    runs = []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        members = [number for _, number in group]
        runs.append((members[0], members[-1]))
    return runs


@QmlElement
@QmlUncreatable("filled by Python")
class KeyedListModel(QAbstractListModel):
    """A list of dicts or frozen dataclasses, each known by its key.

    Signals:
        countChanged: there are more or fewer rows than before.
    """

    countChanged = Signal()

    def __init__(self, roles: Sequence[str], key: str = "id", parent: QObject | None = None) -> None:
        """`roles` are the names that delegates ask for; `key` is the one that tells rows apart."""
        super().__init__(parent)
        self._names = tuple(roles)
        self._key = key
        self._rows: list[object] = []

    # What Qt asks

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows; none below a row, for this is a list."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The value of one role in one row."""
        number = int(role) - _FIRST_ROLE
        if not index.isValid() or index.row() >= len(self._rows) or not 0 <= number < len(self._names):
            return None
        return self._value(self._rows[index.row()], self._names[number])

    def roleNames(self) -> dict[int, QByteArray]:
        """The roles' numbers and names."""
        return {_FIRST_ROLE + n: QByteArray(name.encode()) for n, name in enumerate(self._names)}

    def _count(self) -> int:
        return len(self._rows)

    count = Property(int, _count, notify=countChanged)

    # What Python asks

    def rows(self) -> list[object]:
        """The rows, in order."""
        return list(self._rows)

    def keys(self) -> list[Hashable]:
        """The keys, in order."""
        return [self._key_of(row) for row in self._rows]

    def row(self, key: Hashable) -> object | None:
        """The row of that key."""
        return next((row for row in self._rows if self._key_of(row) == key), None)

    @Slot(int, str, result="QVariant")
    def at(self, number: int, role: str) -> object:
        """One role of the row with that number; None outside the list."""
        return self._value(self._rows[number], role) if 0 <= number < len(self._rows) else None

    # What Python does

    def replace(self, rows: Iterable[object]) -> None:
        """Become `rows`; the views hear of removals, then moves and insertions, then changes."""
        new = list(rows)
        order = [self._key_of(row) for row in new]
        if len(set(order)) != len(order):
            raise ValueError(f"rows with the same {self._key}: {order}")
        count = len(self._rows)
        self._drop_all_but(set(order))
        self._arrange(new, order)
        self._change(new)
        if count != len(self._rows):
            self.countChanged.emit()

    def upsert(self, row: object) -> None:
        """Change the row with that key where it stands, or add it at the end."""
        keys, key = self.keys(), self._key_of(row)
        self.replace(
            [*self._rows, row]
            if key not in keys
            else [row if k == key else old for k, old in zip(keys, self._rows, strict=True)]
        )

    def remove(self, key: Hashable) -> None:
        """Take the row with that key out, if it is there."""
        self.replace([row for row in self._rows if self._key_of(row) != key])

    # How

    def _value(self, row: object, name: str) -> object:
        if isinstance(row, Mapping):
            return row.get(name)
        return getattr(row, name, None)

    def _key_of(self, row: object) -> Hashable:
        if not isinstance(row, Mapping) and not is_dataclass(row):
            raise TypeError(f"a row is a dict or a dataclass, not {type(row).__name__}")
        key = row[self._key] if isinstance(row, Mapping) else getattr(row, self._key)
        if not isinstance(key, Hashable):
            raise TypeError(f"{key!r} cannot be a key")
        return key

    def _drop_all_but(self, kept: set[Hashable]) -> None:
        gone = [number for number, key in enumerate(self.keys()) if key not in kept]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _arrange(self, new: list[object], order: list[Hashable]) -> None:
        """Bring the rows into the new order; those in the longest unchanged sequence stay where they are."""
        present = self.keys()
        old_place = {key: number for number, key in enumerate(present)}
        staying = {present[n] for n in _longest_rising([old_place[key] for key in order if key in old_place])}
        number = 0
        while number < len(order):
            key = order[number]
            if key in staying:
                number += 1
                continue
            # Whatever stands before this row in the new order is already in its order here.
            target = present.index(order[number - 1]) + 1 if number else 0
            if key in old_place:
                self._move(present.index(key), target)
                number += 1
            else:
                end = number
                while end < len(order) and order[end] not in old_place:
                    end += 1
                self.beginInsertRows(QModelIndex(), target, target + end - number - 1)
                self._rows[target:target] = new[number:end]
                self.endInsertRows()
                number = end
            present = self.keys()

    def _move(self, source: int, target: int) -> None:
        if target in (source, source + 1):
            return
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        row = self._rows.pop(source)
        self._rows.insert(target - 1 if source < target else target, row)
        self.endMoveRows()

    def _change(self, new: list[object]) -> None:
        changed: dict[int, set[int]] = {}
        for number, (old, row) in enumerate(zip(self._rows, new, strict=True)):
            roles = {
                _FIRST_ROLE + n
                for n, name in enumerate(self._names)
                if self._value(old, name) != self._value(row, name)
            }
            self._rows[number] = row
            if roles:
                changed[number] = roles
        for first, last in _runs(changed):
            together = sorted(set().union(*(changed[n] for n in range(first, last + 1))))
            self.dataChanged.emit(self.index(first), self.index(last), together)
