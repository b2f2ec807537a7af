"""The pages of customers' phones."""
