"""The day's report: what a branch manager reads after closing, made of one day's visits and nothing else."""
