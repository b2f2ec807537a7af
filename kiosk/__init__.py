"""The touchscreen that gives tickets and checks in appointments.

A room for each thing that a customer or the staff do there: ``home``, ``visit``, ``checkin``, ``paper``,
``offline``, ``assist``, ``staff``; ``shell`` puts them together and minds the machine; ``qml`` has the pages.
Controllers are Python, layout is QML. Nothing here knows the domain or the service: it speaks the contract
through ``branch.qt``, and decides only what can be decided without the queue.
"""
