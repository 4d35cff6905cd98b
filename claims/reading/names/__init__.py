"""Names: finding known ones in a text, and reading unknown ones where a name is expected."""
