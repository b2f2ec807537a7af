"""What a screen shows while it has nothing to say: the branch's own pictures.

Reads folders and says whose turn it is, given the time. No Qt here: `branch.qt.slide_player` shows them.
"""
