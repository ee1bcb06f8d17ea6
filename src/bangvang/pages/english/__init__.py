"""The site for readers abroad: a short layer in English above the Vietnamese pages."""
