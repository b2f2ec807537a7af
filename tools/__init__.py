"""House tools that make runs: lint, pictures, translations, fonts."""
