"""Making a machine of the branch what it is to be: users, folders, settings and units, each as a step that
may be done again. No questions here, those are in `branch.commands.setup_machine`; and nothing that a branch
runs on.
"""
