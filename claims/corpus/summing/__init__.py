"""From the reports on single documents to the summary of a corpus, in memory that does not grow with it.

Each shard counts into a :class:`~claims.corpus.tally.Tally`; packed, it is one sorted run for each table of
:mod:`claims.corpus.summing.tables`. The runs of all shards are merged as streams, in the order of the shards, so that
the summary is the same to the byte whoever finished first.
"""
