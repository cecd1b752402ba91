"""Pages: a briefing laid out, and a page read back so that it can be proved."""
