"""Groups of services on the home screen: which one is open, and which cards stand on which level.

A group stands where the first of its services stands; one without a service that is shown is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.answers.hall_answers import ServiceState
from branch.contract.branch_info import BranchInfo, GroupInfo
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.home import home_texts
from kiosk.home.service_cards import NOTHING, Card, made, newcomers_wait
from kiosk.visit.visit_texts import say

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ServiceGroups(QObject):
    """The way into the tree of services and back.

    Signals:
        changed: another group is open, or it has another name.
    """

    changed = Signal()

    def __init__(self, link: ServiceLink, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._languages = link, languages
        self._opened = ""
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def opened(self) -> str:
        """The id of the group that is open; "" at the top."""
        return self._opened

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its name."""
        group = self._groups().get(self._opened)
        return self._languages.pick(group.names) if group is not None else ""

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What is in it, in a few words."""
        group = self._groups().get(self._opened)
        return self._languages.pick(group.hints) if group is not None else ""

    @Slot(str)
    def open(self, group: str) -> None:
        """Show what is in a group, if the branch has it."""
        if group in self._groups():
            self._become(group)

    @Slot()
    def back(self) -> None:
        """Go one level up."""
        path = path_to(self._groups(), self._opened)
        self._become(path[-2] if len(path) > 1 else "")

    def reset(self) -> None:
        """Go to the top level."""
        self._become("")

    def _groups(self) -> dict[str, GroupInfo]:
        return {group.id: group for group in self._link.branch.groups}

    def _become(self, group: str) -> None:
        if group != self._opened:
            self._opened = group
            self.changed.emit()


def level(
    languages: Languages,
    branch: BranchInfo,
    states: Sequence[ServiceState],
    services: Sequence[Card],
    opened: str,
) -> list[Card]:
    """What is shown while the group ``opened`` is open ("" for none), out of the cards of all services."""
    groups = {group.id: group for group in branch.groups}
    homes = {service.id: service.group for service in branch.services}
    known = {state["id"]: state for state in states}
    rows: dict[str, Card | list[Card]] = {}
    for card in services:
        path = path_to(groups, homes.get(card.id))
        if opened and opened not in path:
            continue
        below = path[path.index(opened) + 1 :] if opened else path
        if not below:
            rows[f"service {card.id}"] = card
            continue
        inside = rows.setdefault(below[0], [])
        assert isinstance(inside, list)  # noqa: S101 - ids have no space, so no group is called "service A"
        inside.append(card)
    return [
        _group_card(languages, groups[name], row, known) if isinstance(row, list) else row
        for name, row in rows.items()
    ]


def path_to(groups: Mapping[str, GroupInfo], group: str | None) -> list[str]:
    """The groups that lead to one and itself, outermost first; a group nobody knows of leads nowhere."""
    path: list[str] = []
    while group is not None and group in groups and group not in path:
        path.insert(0, group)
        group = groups[group].group
    return path


def _group_card(
    languages: Languages,
    group: GroupInfo,
    cards: Sequence[Card],
    known: Mapping[str, ServiceState],
) -> Card:
    """A group's card: who is ahead and the wait, from the least of what can be had in it to the most."""
    usable = [card for card in cards if card.usable]
    if not usable:
        closed = all(card.id in known and not known[card.id]["open"] for card in cards)
        trouble = say(languages, home_texts.CLOSED if closed else home_texts.NOT_NOW)
        return made(languages, group, NOTHING, trouble, group=True)
    if not any(card.people for card in usable):  # without the service nobody knows who waits
        return made(languages, group, NOTHING, "", group=True)
    counted = [known[card.id] for card in usable if card.id in known]
    return made(languages, group, newcomers_wait(languages, *counted), "", group=True)
