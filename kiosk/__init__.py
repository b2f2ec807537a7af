"""The touchscreen that gives tickets."""
