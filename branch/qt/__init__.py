"""The Qt base that the three apps stand on."""
