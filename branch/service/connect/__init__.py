"""What the service has to do with the world beyond its clients: mDNS, head office."""
