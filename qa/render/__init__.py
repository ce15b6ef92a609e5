"""From an outcome to data that a chat can show. Pure functions: no input, no output, no clock."""
