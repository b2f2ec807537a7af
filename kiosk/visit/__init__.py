"""One customer, from the first touch to the number: the request, the visit's state, and what came of it."""
