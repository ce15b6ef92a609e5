"""From a question to a shown answer."""
