"""Recorded waits through the estimator of the branch: how well would they have been foretold?"""
