"""From a set of questions with their expected quotes to measures. Reads no file and no clock."""
