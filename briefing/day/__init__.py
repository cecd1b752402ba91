"""What cron runs: an edition made, recorded and sent once, however often it is called, and word left of how it went."""
