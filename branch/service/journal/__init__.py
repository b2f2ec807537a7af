"""The record: its port, SQLite, hash chain, migrations, checks and copies."""
