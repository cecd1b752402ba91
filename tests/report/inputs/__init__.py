"""Generated inputs through every source, stage and renderer; and the same ways for a fuzzer that follows coverage."""
