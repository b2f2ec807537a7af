"""The hall display: the board with its calls, signs above counters, LED walls, and the voice.

Rooms: ``board`` (of lamps too), ``callout`` (whose call stands large, and how long), ``sign``, ``sound``;
``qml`` has the screens. It shows what the feed says and works nothing out; it asks the service for nothing.
"""
