"""Who waits for this counter, and who stands aside."""
