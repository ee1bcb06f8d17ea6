"""Pages: what each page of the site shows, worked out of the registry before any template runs."""
