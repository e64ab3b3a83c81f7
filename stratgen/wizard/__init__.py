"""An interview derived from the models: sections, questions, going back, and nothing lost.

This room adds no vocabulary: every word of a question comes from the models. It knows no YAML, no file and
no document; the conductor gives it a Book, and only `prompts` and its two views know the terminal.
"""
