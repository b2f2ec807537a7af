"""The only place that knows the JSON shapes of events and views; docs/protocol.md describes them."""
