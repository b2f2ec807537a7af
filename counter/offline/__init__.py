"""What was done without a line, until the service has been told."""
