"""What must not change: days that were recorded once, and what every reader was answered about them.

`journals/` has one folder for each recorded branch, `settings/` the files that apps keep, `cli/` the command
line's words. They were written by the programs as they were released and are never written anew; `record` is
the tool that made them. Additions to an answer are allowed, anything else is a fault of today's programs.
"""
