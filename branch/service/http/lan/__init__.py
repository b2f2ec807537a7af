"""The routes of the apps on the branch's network."""
