"""When an edition is due, and how the machine's own scheduler is told: pure, but for the door to `crontab`."""
