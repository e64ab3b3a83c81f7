"""How Jinja's compiler is bent: joins, includes and filters that keep a desk at hand and name faults.

Knows Jinja's nodes, and nothing of values or documents.
"""

from __future__ import annotations

from typing import NoReturn

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from stratgen.drafting.sources import did_you_mean


class Compiler(CodeGenerator):
    """Compiles as Jinja does, with a desk at hand everywhere."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Join through the environment, which prints each side."""
        self.write("environment.joined(context, (")
        for side in node.nodes:
            self.visit(side, frame)
            self.write(", ")
        self.write("))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """Hand the context on, always."""
        node.with_context = True
        super().visit_Include(node, frame)

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:  # noqa: N802
        """Hand the context on, always."""
        node.with_context = True
        super().visit_Import(node, frame)

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        """Hand the context on, always."""
        node.with_context = True
        super().visit_FromImport(node, frame)

    def visit_ScopedEvalContextModifier(self, node: nodes.Node, frame: Frame) -> NoReturn:  # noqa: ARG002, N802
        """Refuse the switch of escaping: there is none."""
        self.fail("values are always printed letter for letter: leave {% autoescape %} out", node.lineno)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """Name the nearest filter where one is not there."""
        known = self.environment.filters
        if node.name not in known:
            self.fail(f'there is no filter "{node.name}". {did_you_mean(node.name, known)}', node.lineno)
        super().visit_Filter(node, frame)
