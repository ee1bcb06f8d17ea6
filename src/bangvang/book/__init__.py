"""The records in print: the yearbook and single sheets, typeset by Typst from JSON and templates."""
