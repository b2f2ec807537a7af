"""The simulated tellers: they press what is on their screens, as people would."""

from __future__ import annotations

import logging
import threading
from queue import SimpleQueue

from branch.client.autopilot_client import Autopilot, AutopilotError
from branch.contract.answers.ticket_answers import BoardTicket
from branch.demo.crowd import A_FEW, LOOKS, Crowd, Snap
from branch.demo.demo_hall import PATIENCE_S, HallWatch
from branch.demo.processes import Program

log = logging.getLogger(__name__)

NO_SHOW_WAIT_S = 60.0
RECALL_WAIT_S = 45.0
FORGETS = 6
"""A teller forgets the steps of the standard with one customer of so many."""

HELP_S = 90.0
"""How long a teller is with somebody who has asked for help in the hall."""

FADE_S = 0.5
"""Real seconds in which a new call has come up on the board."""

FIRST_PART = 0.3
"""How much of a service is done before the customer is sent on or steps aside."""


class Teller:
    """One member of staff at one counter, with two hands for keys; ratings are the customer's own hand."""

    def __init__(
        self,
        counter: int,
        staff: str,
        pin: str,
        program: Program,
        hall: HallWatch,
        crowd: Crowd,
        snap: Snap,
        board: Autopilot,
    ) -> None:
        assert program.hand is not None  # noqa: S101 - an app
        self._counter, self._staff, self._pin = counter, staff, pin
        self._keys, self._customer = program.hand, program.another_hand()
        self._hall, self._crowd, self._snap, self._board = hall, crowd, snap, board
        self._pad: SimpleQueue[int | None] = SimpleQueue()
        self._meant = ""
        self._pictured = False

    def run(self) -> None:
        """A working day: until everybody who came has been seen to."""
        rater = threading.Thread(target=self._rate, name=f"customers at {self._counter}")
        rater.start()
        try:
            self._work()
        finally:
            self._pad.put(None)
            rater.join()

    def _work(self) -> None:
        self._sign_in()
        lunch: float | None = (3.0 + 0.25 * self._counter) * 3600
        while not self._hall.stop_asked.is_set():
            if lunch is not None and self._hall.now() > lunch:
                lunch = None
                self._pause()
            self._see_to_the_hall()
            if self._hall.waiting(self._counter):
                self._call_and_serve()
            elif self._crowd.done.is_set() and not self._take_back_parked():
                break
            else:
                self._hall.sleep(20)
        if not self._hall.stop_asked.is_set():
            self._keys.click("signOutButton", window="counterWindow")
            self._keys.wait("signInScreen", window="counterWindow")

    def _sign_in(self) -> None:
        keys = self._keys
        self._snap(f"counter-{self._counter}-sign-in", keys, "counterWindow")
        keys.click(f"counterChoice-{self._counter}", window="counterWindow")
        for field, text in (("signInStaff", self._staff), ("signInPin", self._pin)):
            keys.click(field, window="counterWindow")
            keys.type_text(text, window="counterWindow")
        keys.click("signInButton", window="counterWindow")
        keys.wait("workScreen", window="counterWindow", timeout=20)

    def _see_to_the_hall(self) -> None:
        """Go to whoever asks for somebody, unless the colleague is faster, and say when it is done."""
        keys = self._keys
        if not keys.has("alertRow", window="counterWindow"):
            return
        self._snap(f"counter-{self._counter}-alert", keys, "counterWindow")
        try:
            keys.click("alertButton", window="counterWindow", timeout=0.5)
        except AutopilotError as error:
            log.debug("counter %d: the colleague went: %s", self._counter, error)
            return
        if not self._hall.wait_going(self._staff, timeout=2):
            return
        self._hall.sleep(HELP_S)
        self._snap(f"counter-{self._counter}-going", keys, "counterWindow")
        keys.click("alertButton", window="counterWindow")
        self._hall.wait_gone(self._staff)

    def _call_and_serve(self) -> None:
        self._press_primary()
        ticket = self._hall.wait_for(self._counter, "called", timeout=2)
        if ticket is None:
            self._meant = ""
            return  # the colleague was faster
        self._serve(ticket)

    def _serve(self, ticket: BoardTicket) -> None:
        number = ticket["number"]
        self._keys.wait("currentNumber", equals=number, window="counterWindow")
        self._snap(f"counter-{self._counter}-called", self._keys, "counterWindow")
        if self._crowd.came > A_FEW and not self._pictured:
            self._pictured = True
            self._hall.stop_asked.wait(FADE_S)
            self._snap(f"display-call-from-{self._counter}", self._board, None)
        visitor = self._crowd.who_has(number)
        if visitor is None or self._crowd.has_left(number):
            self._nobody_came(number)
            return
        came = self._hall.now() + visitor.walk  # from here by the clock, so that slow hands cost no one time
        self._hall.sleep_until(came)
        self._press_primary()
        self._hall.wait_for(self._counter, "serving")
        if visitor.goes_on_to and ticket.get("transfers", 0) == 0:
            self._hall.sleep_until(came + visitor.takes * FIRST_PART)
            self._transfer(visitor.goes_on_to)
            return
        if visitor.parks and not self._parked_before(number):
            self._hall.sleep_until(came + visitor.takes * FIRST_PART)
            self._press("F5")
            self._see_free()
            return
        if int(visitor.takes) % FORGETS:
            self._tick_steps()
        self._hall.sleep_until(came + visitor.takes)
        if self._crowd.came > A_FEW:
            self._snap(f"counter-{self._counter}-serving", self._keys, "counterWindow")
        self._press_primary()
        self._see_free()
        if visitor.score is not None:
            self._pad.put(visitor.score)

    def _tick_steps(self) -> None:
        """The steps of the service standard, one after the other, as long as a next one is shown."""
        shown = self._keys.text("stepsLine", window="counterWindow")
        while "/" in shown and not self._hall.stop_asked.is_set():
            before = shown
            self._keys.key("S", window="counterWindow")
            for _ in range(LOOKS):
                shown = self._keys.text("stepsLine", window="counterWindow")
                if shown != before:
                    break
                self._hall.stop_asked.wait(0.02)
            else:
                return

    def _nobody_came(self, number: str) -> None:
        self._hall.sleep(NO_SHOW_WAIT_S)
        self._press("F3")
        self._hall.wait_recalled(self._counter)
        self._hall.sleep(RECALL_WAIT_S)
        self._press("F6")
        self._see_free()
        log.info("%s did not come", number)

    def _transfer(self, service: str) -> None:
        self._press("F4")
        self._keys.wait("transferPanel", window="counterWindow")
        self._snap(f"counter-{self._counter}-transfer", self._keys, "counterWindow")
        self._keys.click(f"transferTo-{service}", window="counterWindow")
        self._see_free()

    def _parked_before(self, number: str) -> bool:
        """Nobody steps aside twice."""
        seen = number in self._crowd.stepped_aside
        self._crowd.stepped_aside.add(number)
        return seen

    def _take_back_parked(self) -> bool:
        """Call one who stands aside; whether there was one. Nobody waits, so they are first in the list."""
        if not self._hall.parked_for(self._counter):
            return False
        self._keys.wait("queueCard", window="counterWindow")
        self._press("Down")
        self._press("F7")
        ticket = self._hall.wait_for(self._counter, "called", timeout=3)
        if ticket is not None:
            self._serve(ticket)
        return True

    def _pause(self) -> None:
        self._press("F8")
        self._keys.wait("pausePanel", window="counterWindow")
        self._keys.click("pauseReason-lunch", window="counterWindow")
        self._snap(f"counter-{self._counter}-paused", self._keys, "counterWindow")
        self._hall.sleep(1500)
        self._press("F8")

    def _rate(self) -> None:
        """The customers, one after the other: each touches a face if the pad is still there for it."""
        hand = self._customer
        while (score := self._pad.get()) is not None:
            try:
                hand.wait("ratingScreen", window="ratingWindow", timeout=1)
                self._snap(f"rating-{self._counter}", hand, "ratingWindow")
                hand.tap(f"score-{score}", window="ratingWindow", timeout=0.5)
                hand.tap("ratingSend", window="ratingWindow", timeout=0.5)
            except AutopilotError as error:
                log.debug("counter %d: the pad had closed: %s", self._counter, error)
        hand.close()
        self._board.close()

    def _see_free(self) -> None:
        """Nobody is at the counter, and the teller sees that too."""
        self._hall.wait_free(self._counter)
        self._keys.wait("currentNumber", gone=True, window="counterWindow", timeout=PATIENCE_S)

    def _press_primary(self) -> None:
        self._press("F2")

    def _press(self, key: str) -> None:
        """Press it when the big button says something else than at its last press: a teller looks at it."""
        for _ in range(LOOKS):
            meaning = self._keys.text("primaryButton", window="counterWindow")
            if meaning != self._meant:
                break
            self._hall.stop_asked.wait(0.02)
        self._keys.key(key, window="counterWindow")
        # After another key the big button may well say the same again.
        self._meant = meaning if key == "F2" else ""
