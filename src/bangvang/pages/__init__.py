"""Pages: one builder per kind turns records into a page's address, title and the context of its template."""
