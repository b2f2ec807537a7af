"""Setting a machine up, in a folder that stands for its disk."""
