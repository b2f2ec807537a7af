"""What requests carry, by topic, checked for type and length by pydantic. Only the service imports these."""
