"""The client that a teller works with, and the customer's rating pad beside it.

Rooms: ``signin``, ``work`` (the ticket at the counter and its keys), ``queue``, ``rating``, ``offline``,
``help``, ``hotkeys``; ``shell`` has what all of them stand on; ``qml`` has the screens. Which action is
allowed is the service's word; what is done without a line goes through the one outbox.
"""
