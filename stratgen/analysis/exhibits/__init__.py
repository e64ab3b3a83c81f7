"""Tables and figures by name, each built only when a template asks for it.

A builder takes the case on the table and returns an exhibit, or None where it does not apply.
"""

from stratgen.analysis.exhibits.brief import Brief, Builder, Exhibits
from stratgen.analysis.exhibits.registry import exhibits

__all__ = ["Brief", "Builder", "Exhibits", "exhibits"]
