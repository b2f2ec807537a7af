"""The branch service: the one owner of the queue.

``core`` decides and writes, ``journal`` is the record, ``feed`` shows it to each audience, ``projections``
keep what reports read, ``access`` says who may ask, ``config`` reads branch.toml, ``http`` and ``connect``
are the ways in and out; `bootstrap` puts them together. No rule of the queue is written here: that is
``branch.domain``. No client and no Qt may be imported.
"""
