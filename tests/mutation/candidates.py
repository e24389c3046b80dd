"""Places in a C++ source where a small mistake could have been made, found in clang's parse of it, so that
a `<` of a template, a stream, a table that is worked out while compiling or an operator that is being
defined is not taken for one."""
import dataclasses
import re

from clang import cindex
from clang.cindex import CursorKind as Kind
from clang.cindex import TypeKind

FLAGS = ["-x", "c++", "-std=c++20"]
# Each operator and what it could have been.
BORDERS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
LOGIC = {"&&": "||", "||": "&&"}
SUMS = {"+": "-", "-": "+"}
ASSIGNED_SUMS = {"+=": "-=", "-=": "+="}
EXTREMES = {"std::min": "std::max", "std::max": "std::min"}
# bool and characters do not count as numbers here.
INTEGERS = {TypeKind.SHORT, TypeKind.USHORT, TypeKind.INT, TypeKind.UINT, TypeKind.LONG, TypeKind.ULONG,
            TypeKind.LONGLONG, TypeKind.ULONGLONG}
REALS = {TypeKind.FLOAT, TypeKind.DOUBLE}
NUMBERS = INTEGERS | REALS | {TypeKind.CHAR_S, TypeKind.CHAR32}
FUNCTIONS = {Kind.FUNCTION_DECL, Kind.CXX_METHOD, Kind.CONSTRUCTOR, Kind.DESTRUCTOR, Kind.FUNCTION_TEMPLATE,
             Kind.CONVERSION_FUNCTION}
# What is settled while compiling, or is no expression.
SKIPPED = {Kind.STATIC_ASSERT, Kind.ENUM_DECL, Kind.TYPEDEF_DECL, Kind.TYPE_ALIAS_DECL, Kind.PARM_DECL,
           Kind.TEMPLATE_NON_TYPE_PARAMETER, Kind.TEMPLATE_TYPE_PARAMETER, Kind.ALIGNED_ATTR, Kind.TYPE_REF,
           Kind.NAMESPACE_ALIAS, Kind.USING_DECLARATION, Kind.USING_DIRECTIVE}
MOST_CONTEXT = 90


class ParseError(Exception):
    """clang does not understand the source."""


@dataclasses.dataclass
class Candidate:
    """One thing that can be changed at [start, end), bytes of the file. With an operator at [cut, cut_end)
    both sides of it stay and it becomes `other`; without, the whole becomes `other`."""
    start: int
    end: int
    other: str
    kind: str
    function: str
    change: str
    context: str
    cut: int = -1
    cut_end: int = -1
    in_static: bool = False     # worked out once a process, by whoever comes first
    nth: int = 1                # among those that look the same

    def key(self):
        """What it is recognised by when lines have moved; the file apart."""
        return (self.function, self.change, self.context, self.nth)


def one_line(text):
    return re.sub(r"\s+", " ", re.sub(r"//[^\n]*", " ", text)).strip()


class Finder:
    """Walks the parse of one file."""

    def __init__(self, path, text):
        self.path = path
        self.text = text        # bytes
        self.found = {}

    def source(self, start, end):
        return self.text[start:end].decode()

    def extent(self, node):
        return node.extent.start.offset, node.extent.end.offset

    def find(self, root):
        for node in root.get_children():
            if node.location.file is not None and node.location.file.name == self.path:
                self.walk(node, "", False, [])
        return number_twins(sorted(self.found.values(), key=lambda one: (one.start, -one.end, one.other)))

    def walk(self, node, function, in_static, above):
        if node.kind in SKIPPED or node.kind.is_attribute():
            return
        if node.kind in FUNCTIONS:
            if not node.is_definition():
                return
            function = qualified_name(node)
        elif node.kind == Kind.FIELD_DECL:
            function = qualified_name(node)
        children = list(node.get_children())
        if node.kind in (Kind.VAR_DECL, Kind.FIELD_DECL):
            children = self.initialisers(node, children)
            is_static = "static" in self.words_before_name(node)
            if is_constexpr(node) or ((is_static or node.type.is_const_qualified()) and
                                      all(map(is_settled, children))):
                return
            in_static = in_static or is_static
        elif node.kind == Kind.CASE_STMT:
            children = children[1:]
        if function:
            self.look_at(node, children, function, in_static, above)
        for child in children:
            self.walk(child, function, in_static, above + [node])

    def words_before_name(self, node):
        return self.source(node.extent.start.offset, node.location.offset).split()

    def initialisers(self, node, children):
        """Those children of a declaration that stand behind its name and are no array bounds."""
        behind = node.location.offset + len(node.spelling.encode())
        if self.source(behind, behind + 1) == "[":
            return []
        return [child for child in children if child.extent.start.offset >= behind]

    def look_at(self, node, children, function, in_static, above):
        kind = node.kind
        if kind in (Kind.BINARY_OPERATOR, Kind.COMPOUND_ASSIGNMENT_OPERATOR, Kind.CALL_EXPR):
            self.operator(node, children, function, in_static, above)
        if kind == Kind.CALL_EXPR and node.spelling in ("min", "max"):
            self.extreme(node, children, function, in_static, above)
        elif kind in (Kind.INTEGER_LITERAL, Kind.FLOATING_LITERAL, Kind.CXX_BOOL_LITERAL_EXPR,
                      Kind.CHARACTER_LITERAL):
            self.literal(node, function, in_static, above)
        elif kind == Kind.DECL_REF_EXPR:
            self.named_constant(node, function, in_static, above)

    def add(self, node, other, kind, function, in_static, above, change, cut=(-1, -1)):
        start, end = self.extent(node)
        text = one_line(self.source(start, end))
        context = text
        if cut[0] < 0:
            for parent in reversed(above):      # what the constant stands in
                context = one_line(self.source(*self.extent(parent)))
                if len(context) > len(text):
                    break
        if len(context) > MOST_CONTEXT:
            context = context[:MOST_CONTEXT] + "..."
        made = Candidate(start, end, other, kind, function, change, context, *cut, in_static)
        self.found.setdefault((start, end, cut, other), made)

    def operator(self, node, children, function, in_static, above):
        """An operator between two operands, built in or overloaded; clang lists the name of an overloaded
        one as a child between them."""
        if node.kind == Kind.CALL_EXPR and not node.spelling.startswith("operator"):
            return
        start, end = self.extent(node)
        lefts = [self.extent(child) for child in children if child.extent.start.offset == start]
        rights = [self.extent(child) for child in children if child.extent.end.offset == end]
        if not lefts or not rights or lefts[0][1] >= rights[-1][0]:
            return              # a prefix, a call of operator[], or what a comparison is rewritten as
        left, right = lefts[0], rights[-1]
        between = self.source(left[1], right[0])
        written = one_line(between)
        cut = left[1] + len(between[:between.index(written)].encode()) if written in between else -1
        if cut < 0 or written == "":
            return
        other, kind = self.other_operator(node, written)
        if other is not None:
            self.add(node, other, kind, function, in_static, above, f"{written} -> {other}",
                     (cut, cut + len(written)))

    def other_operator(self, node, written):
        if written in BORDERS:
            return BORDERS[written], "comparison"
        if node.kind == Kind.BINARY_OPERATOR and written in LOGIC:
            return LOGIC[written], "logic"
        is_number = all(child.type.get_canonical().kind in NUMBERS for child in node.get_children())
        if node.kind == Kind.BINARY_OPERATOR and written in SUMS and is_number:
            return SUMS[written], "sum"
        if node.kind == Kind.COMPOUND_ASSIGNMENT_OPERATOR and written in ASSIGNED_SUMS and is_number:
            return ASSIGNED_SUMS[written], "sum"
        return None, None

    def extreme(self, node, children, function, in_static, above):
        start, end = self.extent(node)
        written = self.source(start, start + len("std::min"))
        if written in EXTREMES and len(list(node.get_arguments())) == 2:
            other = EXTREMES[written]
            self.add(node, other, "min/max", function, in_static, above, f"{written} -> {other}",
                     (start, start + len(written)))

    def literal(self, node, function, in_static, above):
        start, end = self.extent(node)
        written = self.source(start, end)
        if node.kind == Kind.CXX_BOOL_LITERAL_EXPR:
            others = {"true": ["false"], "false": ["true"]}.get(written, [])
        elif node.kind == Kind.CHARACTER_LITERAL:
            others = [f"static_cast<char>({written} + 1)"] if written.startswith("'") else []
        elif not written[:1].isdigit():
            return              # the 0 that a comparison is rewritten with stands nowhere
        elif node.kind == Kind.FLOATING_LITERAL:
            others = [f"({written} * 2)"]
        else:
            others = [f"({written} + 1)"] + ([] if written == "0" else [f"({written} - 1)"])
        kind = "bound" if node.kind == Kind.INTEGER_LITERAL else "constant"
        for other in others:
            self.add(node, other, kind, function, in_static, above, f"{written} -> {other.strip('()')}"
                     if kind == "bound" else f"{written} -> {other}")

    def named_constant(self, node, function, in_static, above):
        meant = node.referenced
        if not is_constexpr(meant):
            return
        start, end = self.extent(node)
        written = self.source(start, end)
        kind = meant.type.get_canonical().kind
        if kind in INTEGERS:
            self.add(node, f"({written} + 1)", "bound", function, in_static, above, f"{written} -> {written} + 1")
        elif kind in REALS:
            self.add(node, f"({written} * 2)", "constant", function, in_static, above,
                     f"{written} -> {written} * 2")


def is_constexpr(node):
    if node is None or node.kind != Kind.VAR_DECL or node.location.file is None:
        return False
    words = [token.spelling for token in node.get_tokens()]
    return "constexpr" in words and words.index("constexpr") < words.index(node.spelling)


def is_settled(node):
    """Whether a compiler works out an initialiser itself; only what is plain, so that it can be told here."""
    if node.kind == Kind.CALL_EXPR or (node.kind == Kind.DECL_REF_EXPR and not is_constexpr(node.referenced)):
        return False
    return all(map(is_settled, node.get_children()))


def qualified_name(node):
    names = [node.spelling]
    parent = node.semantic_parent
    while parent is not None and parent.kind in (Kind.CLASS_DECL, Kind.STRUCT_DECL, Kind.CLASS_TEMPLATE):
        names.append(parent.spelling)
        parent = parent.semantic_parent
    return "::".join(reversed(names))


def number_twins(found):
    seen = {}
    for one in found:
        look = (one.function, one.change, one.context)
        one.nth = seen[look] = seen.get(look, 0) + 1
    return found


def candidates(path, include):
    """All candidates of a file, ordered by their place. `include`: where its includes start from."""
    unit = cindex.Index.create().parse(path, args=[*FLAGS, f"-I{include}"])
    errors = [str(found) for found in unit.diagnostics if found.severity >= cindex.Diagnostic.Error]
    if errors:
        raise ParseError(f"{path}: {errors[0]}")
    with open(path, "rb") as file:
        text = file.read()
    return Finder(path, text).find(unit.cursor)
