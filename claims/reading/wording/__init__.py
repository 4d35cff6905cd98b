"""How attributes are worded: the frame grammar, its compiled form, and finding frames in a row of items."""
