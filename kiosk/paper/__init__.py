"""From a ticket to the customer's hand: the print queue, what is printed, and what came of it."""
