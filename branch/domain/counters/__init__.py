"""Counters: sessions, calling, serving, transfers, those who stand aside, and undo."""
