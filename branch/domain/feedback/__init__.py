"""What customers say of a service: ratings, and the cases that unhappy ones open."""
