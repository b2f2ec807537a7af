"""The counter app, worked as tellers and customers do."""
