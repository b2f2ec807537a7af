"""The one writer: its inbox, its batches, its clock, and the hall as the journal has it."""
