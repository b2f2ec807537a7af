"""The former place of tests.harness.programs, until all import that."""

from tests.harness.programs import program, self_test

__all__ = ["program", "self_test"]
