"""The hall display: the board with its calls, signs above counters, LED walls, and the voice.

``board`` has what stands on it, of lamps too, and whose call stands large, how long; beside it are the sign
above a counter and the voice of the board; ``qml`` has the screens. It shows what the feed says and works
nothing out; it asks the service for nothing.
"""
