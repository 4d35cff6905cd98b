"""Care for facts and rules: linting them, running their examples, comparing two versions.

It stands on the checker and everything below it. Nothing here prints or touches the disk.
"""
