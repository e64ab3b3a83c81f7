"""stratgen: from saved answers about a social-media strategy to a Word strategy pack."""

__version__ = "0.1.0"
