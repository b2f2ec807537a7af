"""What a screen shows while it has nothing to say: the branch's own pictures. No Qt here, and no clock."""
