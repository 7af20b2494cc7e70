"""How the shipped English pipeline is trained."""
