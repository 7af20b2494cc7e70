"""One file a revision, oldest first; a published one is never edited."""
