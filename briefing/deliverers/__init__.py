"""How a message leaves: transport only."""
