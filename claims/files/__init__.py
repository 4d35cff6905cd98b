"""The only door to the disk: reading, finding, writing, and what is shipped with the package."""
