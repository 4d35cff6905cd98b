"""The values that every other part speaks in: frozen, one notion a file, importing nobody."""
