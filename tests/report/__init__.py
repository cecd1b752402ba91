"""Experiments that take too long for the tests: `make report`. A module each, with a function that returns rows."""
