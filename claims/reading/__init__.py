"""Document in, mentions and claims out: :class:`claims.reading.reader.Reader`.

The way of a sentence: folded text (:mod:`folding`) becomes a row of words, marks, names and values
(:mod:`items`, :mod:`names`, :mod:`values`; :mod:`parsing` does this for all blocks of a document); where one holds
anything that could be a value or a name, frames are found in it (:mod:`wording`); each value is bound to an
attribute, a subject and a time (:mod:`binding`). What one language needs for it is compiled in
:mod:`lexicon`.
"""
