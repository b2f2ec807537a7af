"""What the apps say aloud: whole sentences from a pack of clips, one announcement after the other. No Qt."""
