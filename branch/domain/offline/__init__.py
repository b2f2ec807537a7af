"""Numbers that kiosks give while they cannot ask the service."""
