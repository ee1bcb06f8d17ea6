"""From a finished build to the site: whole or not at all."""
