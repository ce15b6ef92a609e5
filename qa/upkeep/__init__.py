"""What looks after the library: opening it for the chats, and the commands about it."""
