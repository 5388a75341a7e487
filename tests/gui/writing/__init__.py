"""The screens of an open form and what they are built of."""
