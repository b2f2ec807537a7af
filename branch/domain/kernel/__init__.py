"""What every feature stands on: the hall, the tables of decide and evolve, refusals, timers."""
