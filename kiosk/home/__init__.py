"""What the home screen offers: the branch's hours, and its services as cards and groups."""
