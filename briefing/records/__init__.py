"""What a briefing remembers between runs, all of it in one folder; the only door to sqlite3."""
