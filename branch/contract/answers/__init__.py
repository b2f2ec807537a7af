"""What the service answers and tells, one type for each audience, by topic.

Every type here is a `TypedDict`: the service's views build them, the apps read them, the OpenAPI description
is made of them. Who sees what is a type: an audience without one gets nothing (`answer_table`). Nothing is
checked here while the branch works; `conformity` does so in tests and in the demo.
"""
