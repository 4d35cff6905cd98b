"""What follows from the facts: derived facts, failed requirements, and claims that exclude each other."""
