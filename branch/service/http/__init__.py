"""The ways in over HTTP: routes, roles, and refusals as problem+json. docs/protocol.md is their contract."""
