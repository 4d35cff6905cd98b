"""Binding: from values and wording to claims, each with the entity it is said of."""
