"""Tests, in rooms that mirror the product's; they come in by its public surface.

What tests of several rooms stand on is in ``harness``, what may never change in ``golden``, what is measured
and not asserted in ``bench``, what runs through several programs in ``e2e``.
"""
