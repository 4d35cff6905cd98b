"""The entity types that reading gives a part of its own.

An *event* may be described instead of named ("the meeting in Rome on Monday"); an *office* before a name is a
title ("the foreign minister of X, Ann Lee").
"""

from __future__ import annotations

EVENT = "event"
OFFICE = "office"
