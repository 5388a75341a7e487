"""Every word that a person sees, in their language: catalogues and dates."""
