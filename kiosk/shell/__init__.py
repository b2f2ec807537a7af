"""The kiosk as a machine: its composition, window, screensaver, and the service it may embed."""
