"""Facts and rules ready for checking, worked out once and kept.

:mod:`~claims.compiled.compiled` says what there is to work out, :mod:`~claims.compiled.keeping` how it is kept in the
cache folder and found again, :mod:`~claims.compiled.lexicons` does both for the words of a language, and
:mod:`~claims.compiled.codec` turns values into data and back. A checker made of what was kept reports the same, to
the byte, as one made of the files.
"""
