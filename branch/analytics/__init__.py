"""What the journal tells about days: the report, and recorded days played again under other rules."""
