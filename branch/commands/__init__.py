"""The subcommands of ``branchline`` that are not apps. Each module has add_arguments and run."""
