"""The tables of a library's SQLite file, and what its header says."""

APPLICATION = 0x50554C4C
"""Stands in the header of a library's file ("PULL"), and in that of no other."""

FORMAT = 4
"""Stands in the header and, in every format, in `meta` as "format"; changes with the tables or with
what their columns mean."""

SCHEMA = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {FORMAT};
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    facts TEXT NOT NULL,
    text BLOB NOT NULL,
    digest BLOB NOT NULL,
    since INTEGER NOT NULL
);
CREATE INDEX articles_by_sha256 ON articles (sha256);
CREATE INDEX articles_by_since ON articles (since);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL,
    place TEXT NOT NULL,
    context TEXT NOT NULL,
    text BLOB NOT NULL,
    digest BLOB NOT NULL
);
CREATE INDEX passages_by_article ON passages (article);
CREATE TABLE files (
    path BLOB PRIMARY KEY,
    stat TEXT NOT NULL,
    content BLOB,
    reason BLOB,
    twin TEXT
) WITHOUT ROWID;
CREATE INDEX files_without_article ON files (path) WHERE reason IS NOT NULL;
CREATE TABLE left_out (
    number INTEGER PRIMARY KEY,
    path BLOB NOT NULL,
    record BLOB NOT NULL,
    reason BLOB NOT NULL,
    twin TEXT
);
CREATE INDEX left_out_by_path ON left_out (path);
CREATE TABLE contents (
    path BLOB NOT NULL,
    article INTEGER PRIMARY KEY
);
CREATE INDEX contents_by_path ON contents (path);
CREATE TABLE former (
    id TEXT PRIMARY KEY,
    article BLOB NOT NULL,
    paragraph INTEGER NOT NULL,
    generation INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX former_by_generation ON former (generation);
CREATE TABLE explained (
    phrase TEXT NOT NULL,
    other TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (phrase, other, article)
) WITHOUT ROWID;
CREATE INDEX explained_by_article ON explained (article);
"""
"""`number` orders rows: an article's passages have neighbouring numbers, in the order of the text.

`files` holds what was seen of every file of the folder: `content` is the SHA-256 of its bytes,
`reason` why it gave no article, `twin` the SHA-256 of the text that another article has already;
`left_out` says the same of the records of a file. `contents` says which articles came out of which
file, `former` where ids stood that stand no more, and up to which generation. `since` is the
generation in which an article came in; `explained` holds the abbreviations that an article
explains, stems for stems, once in each direction.
"""
