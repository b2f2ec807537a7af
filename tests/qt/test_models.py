"""KeyedListModel: always the list it was given, told in the smallest steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from branch.qt.list_models import KeyedListModel


@dataclass(frozen=True)
class Row:
    """A row with a key and something that changes."""

    id: int
    name: str = ""


class Mirror:
    """Follows a model by its signals alone, as a view does."""

    def __init__(self, model: KeyedListModel) -> None:
        self.model = model
        self.rows: list[tuple[object, object]] = []
        self.steps: list[str] = []
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(lambda: self.steps.append("reset"))

    def _row(self, number: int) -> tuple[object, object]:
        return self.model.at(number, "id"), self.model.at(number, "name")

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.steps.append("insert")
        self.rows[first:first] = [self._row(n) for n in range(first, last + 1)]

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.steps.append("remove")
        del self.rows[first : last + 1]

    def _moved(self, _parent: QModelIndex, first: int, last: int, _to: QModelIndex, target: int) -> None:
        self.steps.append("move")
        assert first == last
        row = self.rows.pop(first)
        self.rows.insert(target - 1 if first < target else target, row)

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.steps.append("change")
        for number in range(first.row(), last.row() + 1):
            self.rows[number] = self._row(number)


def model_with(*keys: int) -> tuple[KeyedListModel, Mirror]:
    """A model of those keys and a mirror that has seen them come."""
    model = KeyedListModel(("id", "name"))
    mirror = Mirror(model)
    model.replace([Row(key) for key in keys])
    mirror.steps.clear()
    return model, mirror


tables = st.lists(
    st.builds(Row, st.integers(0, 12), st.sampled_from("ab")), max_size=10, unique_by=lambda r: r.id
)


@given(st.lists(tables, min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_it_is_always_the_list_it_was_given(qapp: QGuiApplication, versions: list[list[Row]]) -> None:
    model, mirror = model_with()
    for rows in versions:
        model.replace(rows)
        assert model.rows() == rows
        assert mirror.rows == [(row.id, row.name) for row in rows]
        assert model.property("count") == len(rows)
    assert "reset" not in mirror.steps


def test_qt_finds_nothing_wrong_with_it(qtmodeltester: ModelTester) -> None:
    check = cast("Callable[[KeyedListModel], None]", qtmodeltester.check)
    model, _ = model_with(1, 2, 3)
    check(model)
    model.replace([Row(3), Row(4), Row(1, "new")])
    check(model)


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        ([1, 2, 3, 4], [2, 3, 4, 1], ["move"]),
        ([1, 2, 3, 4], [4, 1, 2, 3], ["move"]),
        ([1, 2, 3, 4], [1, 4], ["remove"]),
        ([1, 2, 3, 4], [2, 4], ["remove", "remove"]),
        ([1, 4], [1, 2, 3, 4], ["insert"]),
        ([1, 2], [1, 2], []),
        ([1, 2, 3], [2, 9, 3], ["remove", "insert"]),
        ([1, 2, 3, 4, 5], [5, 2, 3, 1, 4], ["move", "move"]),
    ],
)
def test_it_takes_the_fewest_steps(
    qapp: QGuiApplication, before: list[int], after: list[int], steps: list[str]
) -> None:
    model, mirror = model_with(*before)
    model.replace([Row(key) for key in after])
    assert mirror.steps == steps
    assert model.keys() == after


def test_a_change_names_its_rows_and_roles(qapp: QGuiApplication, qtbot: QtBot) -> None:
    model, mirror = model_with(1, 2, 3)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.upsert(Row(2, "new"))
    first, last, roles = changed.args
    assert (first.row(), last.row()) == (1, 1)
    assert [bytes(model.roleNames()[role].data()) for role in roles] == [b"name"]
    assert mirror.steps == ["change"]


def test_upsert_adds_and_remove_takes_away(qapp: QGuiApplication) -> None:
    model = KeyedListModel(("number",), key="number")
    model.upsert({"number": "A001"})
    model.upsert({"number": "A002"})
    model.remove("A001")
    model.remove("A001")
    assert model.keys() == ["A002"]
    assert model.row("A002") == {"number": "A002"}
    assert model.row("A001") is None
    assert model.at(7, "number") is None


def test_what_cannot_be_a_table_is_refused(qapp: QGuiApplication) -> None:
    model, _ = model_with()
    with pytest.raises(ValueError, match="same id"):
        model.replace([Row(1), Row(1)])
    with pytest.raises(TypeError, match="a dict or a dataclass"):
        model.replace(["A001"])
    with pytest.raises(TypeError, match="cannot be a key"):
        model.replace([{"id": []}])
    assert model.rows() == []


def test_it_answers_nothing_where_there_is_nothing(qapp: QGuiApplication) -> None:
    model, _ = model_with(1)
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) is None
    assert QAbstractItemModel.hasChildren(model, model.index(0)) is False
