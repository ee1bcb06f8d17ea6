"""Single sheets: a poster, a certificate sheet, a script for the radio, a list for the press."""
