"""The branch as it is configured: services, segments, counters, staff, hours and rules."""
