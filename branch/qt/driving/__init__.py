"""Working an app's screens from a program: tests, the demo, the self-test."""
