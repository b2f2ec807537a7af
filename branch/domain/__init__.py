"""The rules of a branch: pure Python, no I/O, no clock, the standard library and nothing else.

``decide(hall, command, now)`` in `kernel.decide` says what happens, ``evolve(hall, event)`` in
`kernel.evolve` makes it so. A feature lies together in one package: what there is (``ticket``), what may be
asked and what happens (``ticket_messages``), how that is decided and taken in (``ticket_rules``). `commands`
and `events` gather the messages of all features for those who need them all; the features import each other's
own modules.
"""
