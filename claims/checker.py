"""The whole path on one page."""
