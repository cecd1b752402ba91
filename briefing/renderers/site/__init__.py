"""The archive as pages: names that are safe as paths, templates filled, an Atom feed, what the search looks in."""
