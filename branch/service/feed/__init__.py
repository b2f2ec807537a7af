"""From the domain to the contract: one view of the hall for each audience, pushed as it changes."""
