"""Tests of printing, against pictures and against a fake printer that speaks ESC/POS."""
