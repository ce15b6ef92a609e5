"""From article files to ranked passages. Knows nothing of questions, chats or settings."""
