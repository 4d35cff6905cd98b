"""Claims without a sentence: cells of tables, definition lists, and lines such as "Founded: 1921".

A value stands under labels instead of in a clause. :mod:`~claims.reading.labelled.labels` reads what a label says
(whom, what, when, in which unit), :mod:`~claims.reading.labelled.grids` which labels a cell has, and
:mod:`~claims.reading.labelled.cells` what a cell holds. A value that has a label left over which says neither (a column
"target", a row "of which new") makes no claim.
"""
