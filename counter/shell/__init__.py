"""What every part of the counter app stands on: asking for actions, texts, windows, what is remembered."""
