"""How well systems do, side by side, on data with human answers; they are reached only through `briefing.api`."""
