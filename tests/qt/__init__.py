"""The Qt base."""
