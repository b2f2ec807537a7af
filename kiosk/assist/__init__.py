"""For those who need more: accessibility, the spoken guide, a call for the lobby manager."""
