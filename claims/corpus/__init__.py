"""A corpus: many documents, checked by several processes into one report folder.

    sources → pieces → shards → workers → parts → report folder

- :mod:`~claims.corpus.sources` lists what is to be read, :mod:`~claims.corpus.planning` cuts it into pieces and
  groups these into shards, the same whatever runs them.
- :mod:`~claims.corpus.working` checks one shard, document by document, into one part; :mod:`~claims.corpus.entries`
  are the documents of a piece.
- :mod:`~claims.corpus.pool` supervises a process for each worker (:mod:`~claims.corpus.serving`): one that dies costs
  its shard a second try, and a document that kills three is left out and named. :mod:`~claims.corpus.on_ray` has the
  same on many machines.
- :mod:`~claims.corpus.journal` says which parts are done and what they were made from, so that a run that was killed
  goes on; :mod:`~claims.corpus.running` is a whole run, and :mod:`~claims.corpus.finishing` makes the report of its
  parts.

The bytes of the report depend on the input, the facts, the rules, the configuration and the version, and on nothing
else: not on how many workers there were, nor on who finished when, nor on how often the run was killed.
"""
