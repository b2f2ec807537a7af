"""The process around an app: its log files, its end by a signal, its garbage, when its first frame stands."""
