"""How good the parts are, measured on anyone's labelled data."""
