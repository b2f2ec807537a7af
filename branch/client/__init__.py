"""The way from a program to the branch service: requests, the feed, what is told later, where it is found.

It speaks the contract and keeps nothing of the queue's rules. What is told later goes through the one
`outbox`, what an app remembers through the one `local_store`. No Qt here, no screens, no texts.
"""
