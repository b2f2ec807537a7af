"""LED signs and call buttons at the counters, on one line: what they show, and what is pressed."""
