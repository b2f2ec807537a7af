"""Sentences that screens, paper, phones and programs share, free of Qt."""
