"""House tools that make runs: lint and its own rules, the test run, pictures, translations, fonts, pinyin.

What only a programmer's machine needs; nothing of the product imports it.
"""
