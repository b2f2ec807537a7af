"""What reports read: days that are over."""
