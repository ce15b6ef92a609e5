"""Slack's limits and ours below them, in characters unless it says otherwise.

Slack's are from docs.slack.dev/reference/block-kit and /reference/methods, unless named.
"""

MESSAGE_BLOCKS = 50
SECTION_TEXT = 3_000
"""A text object of a section or a context element."""
CONTEXT_ELEMENTS = 10
LINK_URL = 3_000

ALL_BLOCKS = 13_200
"""`msg_blocks_too_long`, undocumented: measured by others, bolt-js#2509."""
POST_TEXT = 40_000
"""chat.postMessage cuts `text` here; chat.update refuses it from `UPDATE_TEXT` on."""
UPDATE_TEXT = 4_000

VIEW_BLOCKS = 100
VIEW_BYTES = 250_000

# Ours.

VIEW_ROOM = 200_000
"""The blocks of a view together, as JSON of ASCII."""

BLOCKS_ROOM = 12_500
"""All blocks together, as JSON: whatever Slack counts, it counts no more than this."""
QUOTE_TEXT = 3_000
"""A quotation as shown; a longer one is cut with a visible mark."""
FALLBACK_TEXT = 3_000
"""`text` after escaping: below `UPDATE_TEXT`, so that an answer can be updated in place."""
LABEL = 150
"""A title, author, section or other part of a citation, as JSON."""
CONTEXT_LINE = 300
"""A list's lead-in, a table's header, a note or a reason, as JSON."""
SOURCE_URL = 500
"""A citation's link after escaping; a longer one is not linked."""
NOTES = 3
"""Notes that are shown."""
TWINS = 2
"""Further citations of one quotation that are shown."""
LEAST_QUOTE = 20
"""A quotation is not cut below this many characters to make room."""
