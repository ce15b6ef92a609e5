"""The talkers: each turns what a person says into a question and shows what a renderer made."""
