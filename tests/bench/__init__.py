"""Benchmarks: `make bench`. The limits of this machine first, then ours as ratios to them, in one run."""
