"""Tests of the client: real sockets, the real service, and lines that misbehave."""
