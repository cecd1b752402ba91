"""Where the work is done: a module for each way of folding over shards."""
