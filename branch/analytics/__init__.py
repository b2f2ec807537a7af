"""What days tell: the day's report, and recorded days played again under other rules.

``report`` reads the contract's visit rows and nothing else; only ``replay`` runs the domain, on a virtual
clock. No Qt, no service: whatever is told here can be told of a file of rows.
"""
