"""Jinja, kept on a short lead: templates read fields, loop, ask and print; they do not reckon.

The only module that knows Jinja. It turns a template and a context into text in the notation, with a
token for every value, and turns whatever goes wrong into faults with the template's file and line. It
knows nothing of what the values mean, nor of Word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from types import MethodType, TracebackType
from typing import Any

from jinja2 import (
    FunctionLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from stratgen.drafting.calls import CALLS
from stratgen.drafting.compiled import Compiled
from stratgen.drafting.compiler import Compiler
from stratgen.drafting.desk import Desk, Notation, Spot, UnprintableError, is_notation
from stratgen.drafting.filters import FILTERS
from stratgen.drafting.missing import Missing, MissingError
from stratgen.drafting.sandbox import is_harmless_method, is_model_method, lack
from stratgen.drafting.sources import SUFFIX, Sources, did_you_mean, template_fault
from stratgen.errors import Fault, TemplateError

_DESK = " desk"  # a name with a space: no template can say it
_KEPT_GLOBALS = ("range", "dict", "namespace")
_KEPT_FILTERS = (
    "batch", "count", "d", "default", "dictsort", "first", "groupby", "items", "last", "length", "list",
    "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "slice", "sort", "unique",
)  # fmt: skip
_CUT = ("text made by a macro or block cannot be cut", "Ask about the answer itself.")


class Environment(ImmutableSandboxedEnvironment):
    """The templates of one set of folders, compiled once each."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def __init__(
        self,
        sources: Sources,
        cache_folder: Path | None = None,
        filters: Mapping[str, Callable[[Any], Any]] | None = None,
        tests: Mapping[str, Callable[[Any], bool]] | None = None,
    ) -> None:
        self.sources = sources
        super().__init__(
            loader=FunctionLoader(self._load),
            autoescape=True,
            auto_reload=False,
            cache_size=-1,
            undefined=Missing,
            finalize=_printed,
            # Folding constants would join 'a' ~ none before anybody can object.
            optimized=False,
            trim_blocks=True,
            lstrip_blocks=True,
            comment_start_string="{# ",
            comment_end_string=" #}",
        )
        self.code_generator_class = Compiler
        kept = {name: _refuses_notation(self.filters[name]) for name in _KEPT_FILTERS}
        self.filters = kept | {name: _with_desk(function) for name, function in FILTERS.items()}
        self.filters |= {name: _of_a_value(name, function) for name, function in (filters or {}).items()}
        self.tests |= tests or {}
        self.globals = {name: self.globals[name] for name in _KEPT_GLOBALS}
        self.globals |= {name: _with_desk(function) for name, function in CALLS.items()}
        if cache_folder is not None:
            self.bytecode_cache = Compiled(cache_folder, (*self.filters, *self.tests))
        self._passed: set[tuple[type, str, type]] = set()
        self._open = frozenset(id(function) for function in self.globals.values())

    def _load(self, name: str) -> tuple[str, str | None, Callable[[], bool] | None] | None:
        source = self.sources.read(name)
        return (*source, None) if source else None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field; a mapping's own entries come before its methods."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        found = getattr(obj, attribute, missing)
        # What the sandbox decides depends on these three alone; asking it once a kind is enough.
        kind = (type(obj), attribute, type(found))
        if kind in self._passed:
            return found
        value = super().getattr(obj, attribute)
        if value is found:
            self._passed.add(kind)
        return value

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry; text in the notation cannot be cut."""
        if is_notation(obj):
            raise UnprintableError(*_CUT)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may see an attribute: fields yes, methods of models never."""
        ours = isinstance(obj, Macro | LoopContext | TemplateReference)
        return super().is_safe_attribute(obj, attr, value) and (ours or not is_model_method(obj, value))

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Return what a template finds where it may not look."""
        hint = f'a template may not read "{attribute}" of a {type(obj).__name__}'
        return self.undefined(hint, obj=obj, name=attribute, exc=SecurityError)

    def is_safe_callable(self, obj: Any) -> bool:
        """Return whether a template may call something: macros, loops, our own calls, a few methods."""
        if id(obj) in self._open or isinstance(obj, Macro | LoopContext | BlockReference | Undefined):
            return True
        if isinstance(obj, MethodType):
            return isinstance(obj.__self__, LoopContext) and obj.__name__ in {"cycle", "changed"}
        return is_harmless_method(obj)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call what may be called; the signature is Jinja's."""
        if not __self.is_safe_callable(__obj):
            name = getattr(__obj, "__name__", type(__obj).__name__)
            raise SecurityError(f'a template may not call "{name}"')
        return __context.call(__obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with whole numbers (a loop's index) and join texts or lists; refuse the rest."""
        sides = (left, right)
        if operator != "**" and all(type(side) is int for side in sides):
            return super().call_binop(context, operator, left, right)
        if operator == "+" and all(isinstance(side, list | tuple) for side in sides):
            return [*left, *right]
        if operator == "+" and any(isinstance(side, str) for side in sides):
            return self.joined(context, sides)
        for side in sides:
            _demand(side)
        raise UnprintableError("a template does not reckon", "Print a figure that the analysis found.")

    def joined(self, context: Context, items: Iterable[Any]) -> str:
        """Return what `~` makes of its sides: plain text of plain texts, else tokens."""
        desk: Desk = context[_DESK]
        sides = tuple(items)
        if all(desk.printers.reads_as_text(side) for side in sides):
            return "".join(str(side) for side in sides)
        return Notation("".join(_printed(context, side) for side in sides))

    def place(self, spot: Spot) -> tuple[str, int]:
        """Return file and line of a place in a compiled template."""
        template, line = spot
        if template is None:
            return self.sources.shown(None), 0
        return self.sources.shown(template.filename), template.get_corresponding_lineno(line)

    def render_text(self, name: str, context: Mapping[str, object], desk: Desk) -> str:
        """Return a template as text in the notation; raises TemplateError with all that went wrong."""
        faults: list[Fault] = []
        text = ""
        try:
            text = self.get_template(name + SUFFIX).render({**context, _DESK: desk})
        except Exception as error:
            faults.extend(self._faults(error, context, name))
            if not faults:
                raise
        faults.extend(
            template_fault(*self.place(spot), "", what, mend) for spot, what, mend in desk.complaints
        )
        if faults:
            raise TemplateError(faults)
        return text

    def check(self, name: str) -> tuple[Fault, ...]:
        """Return the faults of a template file that show without rendering it."""
        try:
            self.get_template(name)
        except Exception as error:
            faults = self._faults(error, {}, name)
            if not faults:
                raise
            return faults
        return ()

    def calls(self, name: str, functions: frozenset[str]) -> list[tuple[str, str, int]]:
        """Return the constant first arguments with which a template calls some functions, with places."""
        source = self.sources.read(name)
        if source is None:
            return []
        found = []
        for call in self.parse(source[0], name, source[1]).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in functions and call.args:
                first = call.args[0]
                if isinstance(first, nodes.Const) and isinstance(first.value, str):
                    found.append((first.value, self.sources.shown(source[1]), call.lineno))
        return found

    def _faults(self, error: Exception, context: Mapping[str, object], name: str) -> tuple[Fault, ...]:
        """Return the faults that an exception means; none where it is a bug of ours or the caller's."""
        if isinstance(error, TemplateError):
            return error.faults
        if isinstance(error, TemplateSyntaxError):
            what, _, close = (error.message or "").partition(" Did you mean")
            mend = f"Did you mean{close}" if close else ""
            return (template_fault(self.sources.shown(error.filename), error.lineno, "", _bare(what), mend),)
        file, line, ours = self._last_place(error.__traceback__)
        match error:
            case TemplateNotFound():
                known = [found if line else found.removesuffix(SUFFIX) for found in self.sources.names()]
                wanted = str(error.name) if line else name
                what, mend = f'there is no template "{wanted}"', did_you_mean(wanted, known)
            case MissingError():
                what, mend = _lack(error.name, error.owner, context)
            case UnprintableError():
                what, mend = error.what, error.mend
            case RecursionError():
                what, mend = "a macro or include calls itself without end", "Break the circle."
            case _:
                what, mend = _bare(str(error)), ""
                if not (ours and line):
                    return ()
        return (template_fault(file, line, "", what, mend),)

    def _last_place(self, trace: TracebackType | None) -> tuple[str, int, bool]:
        """Return the innermost template file and line, and whether the error arose in a template,
        in Jinja or in this room rather than in what the caller gave us."""
        file, line, ours = self.sources.shown(None), 0, False
        while trace is not None:
            filename, module = trace.tb_frame.f_code.co_filename, trace.tb_frame.f_globals.get("__name__", "")
            in_template = filename.endswith(SUFFIX)
            if in_template:
                file, line = self.sources.shown(filename), trace.tb_lineno
            ours = in_template or module.startswith(("jinja2", "stratgen.drafting"))
            trace = trace.tb_next
        return file, line, ours


@pass_context
def _printed(context: Context, value: Any) -> str:
    """Print a value; being called with the context keeps Jinja from printing constants early."""
    desk: Desk = context[_DESK]
    if isinstance(value, Undefined):
        if value._undefined_hint is not None:
            return desk.complain(_bare(value._undefined_hint))
        name, owner = str(value._undefined_name), value._undefined_obj
        return desk.complain(*_lack(name, owner, context.get_all()))
    return value if is_notation(value) else desk.print(value)


def _demand(value: object) -> None:
    """Raise where a value is missing, as every use of it does."""
    if isinstance(value, Undefined):
        str(value)


def _with_desk(function: Callable[..., Any]) -> Callable[..., Any]:
    @pass_context
    @wraps(function)
    def bound(context: Context, *args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            _demand(value)
        return function(context[_DESK], *args, **kwargs)

    return bound


def _of_a_value(name: str, function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a filter of the caller's own, which words one value; what it cannot word is a fault."""

    def filtered(value: Any) -> Any:
        _demand(value)
        try:
            return function(value)
        except (TypeError, ValueError, AttributeError):
            kind = "nothing" if value is None else f"a {type(value).__name__}"
            raise UnprintableError(f'"{name}" cannot word {kind}', "Ask with {% if %} first.") from None

    return filtered


def _refuses_notation(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that refuses text with tokens in it, which it would tear apart."""
    if function.__name__ == "do_default":
        return function
    at = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def filtered(*args: Any, **kwargs: Any) -> Any:
        if is_notation(args[at]):
            raise UnprintableError(*_CUT)
        return function(*args, **kwargs)

    return filtered


def _lack(name: str, owner: Any, context: Mapping[str, object]) -> tuple[str, str]:
    if owner is missing:
        return f'"{name}" is not defined', did_you_mean(name, [key for key in context if key != _DESK])
    return lack(name, owner)


def _bare(message: str) -> str:
    return message.strip().removesuffix(".")
