"""What foreign bytes say: a module for each format, all of them run in a worker that a hostile file can only end."""
