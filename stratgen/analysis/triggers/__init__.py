"""What sets off a risk or an initiative of the library: one small pure function for each trigger of the catalogue.

A trigger returns its reason in words that follow "Suggested because", or nothing. It reads answers and findings,
and knows neither prompts nor files.
"""

from stratgen.analysis.triggers.library import TRIGGERS, Triggered, triggered_initiatives, triggered_risks
from stratgen.analysis.triggers.reading import Trigger

__all__ = ["TRIGGERS", "Trigger", "Triggered", "triggered_initiatives", "triggered_risks"]
