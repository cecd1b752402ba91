"""Methods of ranking: they score the sentences of one list."""
