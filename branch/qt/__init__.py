"""The Qt base that the three apps stand on: service link, models, languages, speech, the shared QML module.

The link is the one place where a thread's answer crosses into the GUI's. What only one app needs is in that
app; nothing here knows the queue's rules, a page or a route.
"""

from __future__ import annotations

from branch.qt.pyside_features import read_no_sources

read_no_sources()
