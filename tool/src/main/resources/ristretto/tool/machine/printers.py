# How gdb prints Java's objects: strings as text, arrays as their elements, null as null.
import gdb

MOST = 200


def read(array, element_bytes):
    count = min(int(array["length"]), MOST * element_bytes)
    return bytes(gdb.selected_inferior().read_memory(int(array["data"].address), count))


def text(string):
    array = string["value"].dereference()
    wide = int(string["coder"]) != 0
    characters = read(array, 2 if wide else 1).decode("utf-16-le" if wide else "latin-1", "replace")
    return '"' + characters + ('"' if len(characters) < MOST else '"...')


class StringPrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        return text(self.value.dereference())


class NullPrinter:
    def to_string(self):
        return "null"


class ArrayPrinter:
    def __init__(self, value):
        self.array = value.dereference()

    def to_string(self):
        return "%s of length %d" % (self.array.type.name.replace(" ", ""), int(self.array["length"]))

    def children(self):
        for i in range(min(int(self.array["length"]), MOST)):
            element = self.array["data"][i]
            isByte = element.type.code == gdb.TYPE_CODE_INT and element.type.sizeof == 1
            yield "[%d]" % i, int(element) if isByte else element

    def display_hint(self):
        return "array"


def printer(value):
    if value.type.code != gdb.TYPE_CODE_PTR:
        return None
    name = value.type.target().strip_typedefs().name
    fields = value.type.target().strip_typedefs()
    if name is None or fields.code != gdb.TYPE_CODE_STRUCT:
        return None
    if int(value) == 0:
        return NullPrinter()
    if name == "java.lang.String":
        return StringPrinter(value)
    return ArrayPrinter(value) if name.endswith("[]") else None


gdb.pretty_printers.append(printer)
