"""The archive: what a roll leaves to those who come later, and how they see that it is whole."""
