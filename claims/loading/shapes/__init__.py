"""The shapes of the files people write, as pydantic models: only for the JSON Schemas that editors use.

The loader reads files itself, with places and hints; a test holds that its fields and these are the same.
"""
