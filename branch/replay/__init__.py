"""Recorded days through the real queue on a virtual clock: what would another rule have done?"""

from branch.replay.errors import ReplayError
from branch.replay.replaying import compare, replay
from branch.replay.result import ReplayResult

__all__ = ["ReplayError", "ReplayResult", "compare", "replay"]
