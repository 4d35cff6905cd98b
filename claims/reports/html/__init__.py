"""The parts of the ``html`` output: values in their text, cards beside it, the page around both."""
