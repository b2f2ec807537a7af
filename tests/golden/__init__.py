"""What must not change: days that were recorded once, and what every reader was answered about them.

`journals/` has one folder for each recorded branch, `settings/` the files that apps keep, `cli/` the command
line's words, `config/` a branch.toml with every key, `surface/` the names that others hold on to. They were
written by the programs as they were released and are never written anew, but for the help and the report's
page; `record` is the tool that made the journals. Additions are allowed, anything else is a fault
of today's programs. Who moves a reader changes its import: of the service and the report in `recorded`, of
apps' files in `test_settings`.
"""
