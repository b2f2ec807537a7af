"""The protocol between the service and everybody else.

``requests`` has what is asked: pydantic, for the service alone. ``answers`` has what is answered and told,
one type for each audience: the service's views return them, clients read them. Beside them stand the
description of a branch, refusals as clients see them, and the codecs of times, phone numbers and codes.
`conformity` holds what comes against all this. Imports neither the domain nor the service nor Qt: a program
that speaks the protocol needs nothing but this.
"""
