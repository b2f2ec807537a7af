"""Recorded days through the real queue on a virtual clock: what would another rule have done?"""

from branch.analytics.replay.replay_result import ReplayResult
from branch.analytics.replay.replaying import compare, replay
from branch.analytics.replay.trace import ReplayError

__all__ = ["ReplayError", "ReplayResult", "compare", "replay"]
