"""The protocol between the service and everybody else, by topic: requests, answers, events, codecs.

Imports neither the domain nor the service: a program that speaks the protocol needs nothing but this.
"""
