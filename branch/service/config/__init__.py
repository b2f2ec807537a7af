"""branch.toml: every section, its defaults and its mistakes, and what becomes of it."""
