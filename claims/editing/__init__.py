"""Living with findings: replacing what is wrong, silencing what is known, and knowing it again.

Everything here works on texts and reports that are there already; nothing touches the disk.

- :mod:`claims.editing.fixes`: which suggestions can be written into a text, and the text with them.
- :mod:`claims.editing.diffs`: what that changes, as a unified diff.
- :mod:`claims.editing.suppressions`: comments in a text that silence findings.
- :mod:`claims.editing.baselines`: the findings of an earlier run, by fingerprint.
"""
