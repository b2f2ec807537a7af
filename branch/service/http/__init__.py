"""The service's HTTP edge: routes, roles, and refusals as problem+json. docs/protocol.md is its contract."""
