"""What the reader sees."""

import json
from decimal import Decimal

from claims.errors import Problem
from claims.model.document import Block, BlockKind, Run
from claims.model.inspection import InspectedDocument, Inspection
from claims.model.mention import Mention, MentionKind
from claims.model.values import Number
from claims.model.verdict import Operator
from claims.reports.inspection import inspect_document, inspection_json, inspection_text

TEXT = "Acme has **over 85%** members"


def look(make_document, make_claim, span_of):
    runs = (Run(0, 9, 0, 9), Run(9, 8, TEXT.index("over"), 8))
    block = Block(BlockKind.PARAGRAPH, "Acme has over 85%", runs)
    mention = Mention(MentionKind.PERCENT, 14, 17, Number(Decimal("85"), "%"), Operator.GT)
    named = Mention(MentionKind.ENTITY, 0, 4, entities=("acme",))
    claim = make_claim(span=span_of(TEXT, "85%"), quote=span_of(TEXT, "over 85%** members"), how=("noun: member",))
    document = inspect_document(make_document(TEXT), [(block, named), (block, mention)], [claim])
    broken = InspectedDocument("b.md", error=Problem("b.md", None, None, "binary"))
    return Inspection((document, broken))


def test_mentions_stand_at_their_place_in_the_source(make_document, make_claim, span_of):
    """In JSON, offsets are in the source text, numbers are decimal text and the unit stands apart."""
    shown = json.loads(inspection_json(look(make_document, make_claim, span_of)))
    named, mention = shown["documents"][0]["mentions"]
    assert TEXT[mention["start"] : mention["end"]] == mention["quote"] == "85%"
    assert (mention["kind"], mention["value"], mention["unit"], mention["operator"]) == ("percent", "85", "%", "gt")
    assert (named["value"], named["entities"]) == (None, ["acme"])
    (claim,) = shown["documents"][0]["claims"]
    assert (claim["entity"], claim["value"], claim["how"]) == ("acme", "85", ["noun: member"])
    assert TEXT[claim["value_start"] : claim["value_end"]] == "85%"
    assert shown["documents"][1]["error"]["message"] == "binary"


def test_inspection_is_readable(make_document, make_claim, span_of):
    """As text, each mention has a line, and each claim says how it was bound."""
    assert inspection_text(look(make_document, make_claim, span_of)).splitlines() == [
        "a.md (en)",
        "    0-4  entity   Acme  acme",
        "  16-19  percent  85%   > 85 %",
        "  claim acme.members = 85 (high): over 85%** members",
        "    noun: member",
        "",
        "b.md",
        "  cannot be read: binary",
    ]
