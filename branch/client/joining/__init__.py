"""How a program finds the branch service that it belongs to, knows it again, and is let in.

What it is called with (`token_options`, `pair_app`), where it looks (`service_location`, `discovery`), and
the proof it asks for before any token is sent (`known_service`). What is asked afterwards is no matter of
this room.
"""
