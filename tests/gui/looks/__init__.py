"""How everything looks: contrast and cut words, measured on what is really drawn."""
