"""The rules' little language: typed, without side effects, and bounded.

    year(e.date) - year(o.founded)
    e.attending_countries <= at(o.members, e.date)
    sum(o.points where quarter <= 2)
    count(m for m in team of o where m.founded < 2000)
    if o.founded is known then year(at) - year(o.founded) else 0

From loosest to tightest: ``if .. then .. else``; ``or``; ``and``; ``not``; comparisons (``= != < <= > >= in``,
``is known``), which do not chain; ``+ -``; ``* /``; unary ``-``; ``where``; ``.``. ``≤ ≥ ≠`` and ``−`` are read too.

======================================  ==========================================================================
``84`` ``3.50`` ``1_000``               a number, kept as it was written
``30 days`` ``9 EUR`` ``5%``            a number with a unit
``2014-09`` ``2024-Q3`` ``199X``        a date at its precision; ``2014`` alone is a number, and a year to dates
``"Washington"``                        text; one of an entity's names means the entity
`````washington-2024`````               an entity, by its id
``[1, 2]`` ``true`` ``false`` ``none``  a list, a truth value, none
``o.members``                           an attribute; every entity has ``of``, ``type``, ``name`` and ``part_of``
``o.release >= 3.10``                   versions compare part by part, also with numbers and texts
``o.points where half = 1``             the value with that qualifier; more ``where`` may follow
``at(o.members, e.date)``               the value at a time; periods that touch count
``at``                                  alone: the time of judging
``o.founded is known``                  asks for ``known``, ``unknown``, ``none`` or ``absent``; ``is not`` denies
======================================  ==========================================================================

Conditions are true, false or unknown. A value that is absent (nobody wrote it), ``unknown``, or not decided
by its precision makes what rests on it unknown; zero is a number like any other; ``none`` counts as no
members and otherwise makes no arithmetic. :mod:`claims.expressions.functions` lists functions and aggregates.
"""
