"""The branch service: the one owner of the queue."""
