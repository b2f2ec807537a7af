"""What programs ask of the queue, whichever way they come: routes of the LAN, pages of phones, connectors.

Each function makes a command of a request of the contract, with the ids that it needs and the look at the
hall that it takes; who asks is an argument. No HTTP here, and no rule of the queue: what may be is decided by
the domain.
"""
