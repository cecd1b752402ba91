"""The doors to the network: asked politely, never led astray, never kept waiting."""
