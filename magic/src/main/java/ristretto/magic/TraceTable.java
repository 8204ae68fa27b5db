package ristretto.magic;

/**
 * From a program counter to class, method, file and line, over the bytes of an image's trace table, without allocating, so
 * that a panicking kernel can use it too. {@code ristretto.compiler.link.TraceTableBuilder} writes the table; its format is described
 * here and nowhere else.
 *
 * <p>One machine instruction can be in several frames at once, because methods are inlined: {@link #find} gives the innermost, {@link #caller}
 * the next one outwards. The program counter of a frame that is not the innermost on the stack is a return address: look up
 * the byte before it. A frame is a plain {@code long}, 0 for none; nothing in a table that is not damaged can make these methods fail.
 *
 * <pre>
 * header     u32 magic, u32 bytes of the table, u64 address of the first instruction, u32 bytes of code,
 *            u32 number of functions, u32 offsets of: groups, methods, strings
 * groups     per 16 functions: u32 where the first begins, in halfwords from the first instruction; u32 offset of its record
 * function   length in halfwords * 2, + 1 if the gap before it follows; bytes that follow; its method; number of inlined bodies;
 *            these, numbered from 1; rows
 * body       its method * 4, + 0: called by the function itself, + 1: by the body before, + 2: by that whose number follows; line of the call
 * row        kind * 32 + halfwords from the row before (0: the number follows); by kind:
 *            0 to 3: same body, line + kind + 1;
 *            4, 5, 6: in the body whose number is next to the highest so far, in the body around, in that whose number follows; its line;
 *            7: the lower bits are line + 12 (31: the line follows) instead; halfwords follow; same body
 * methods    u32 offset per 16 methods; method: class * 2 (the difference to the one before, except in the first of 16), + 1 if
 *            its file is not the class's own and follows; name; lowest line, to which all other lines of it are relative
 * strings    u32 offset per 16 strings; string: bytes in common with the one before (except in the first of 16), bytes that follow
 * </pre>
 *
 * Numbers without a width are unsigned LEB128. Offsets count from the table's first byte. A function begins with an unwritten row: its own body, line 0.
 * A row holds until the next; there is one only where a call, or an instruction that may trap, is in another line than
 * the one before. Classes, names and files are numbers of strings; a class's own file is its simple name up to any {@code $}, and {@code .java}.
 */
public final class TraceTable {
    public static final int MAGIC_VALUE = 0x31_43_52_54;
    public static final int MAGIC = 0;
    public static final int BYTES = 4;
    public static final int CODE_START = 8;
    public static final int CODE_BYTES = 16;
    public static final int FUNCTION_COUNT = 20;
    public static final int GROUPS = 24;
    public static final int METHODS = 28;
    public static final int STRINGS = 32;
    public static final int HEADER_BYTES = 40;

    public static final int GROUP = 16;
    public static final int AROUND_KINDS = 4;
    public static final int AROUND_FUNCTION = 0;
    public static final int AROUND_PREVIOUS = 1;
    public static final int AROUND_OTHER = 2;

    public static final int STEPS = 32;
    public static final int NEXT_BODY = 4;
    public static final int BODY_AROUND = 5;
    public static final int OTHER_BODY = 6;
    public static final int FAR = 7;
    public static final int LINES_BACK = 12;
    public static final int LINE_FOLLOWS = STEPS - 1;

    private static final int JAVA_SUFFIX_LENGTH = 5;
    /** No table that fits an image has more. */
    private static final int MANY = 1 << 20;

    private TraceTable() {}

    /** Whether a table lies at this address. */
    public static boolean isPresent(long table) {
        return Memory.loadInt(table) == MAGIC_VALUE;
    }

    /** The innermost frame at an instruction; 0 if the instruction is not compiled Java. */
    public static long find(long table, long programCounter) {
        long distance = programCounter - Memory.loadLong(table + CODE_START);
        if (distance < 0 || distance >= Integer.toUnsignedLong(Memory.loadInt(table + CODE_BYTES))) {
            return 0;
        }
        return findInGroup(table, findGroup(table, (int) (distance >>> 1)), (int) (distance >>> 1));
    }

    @LoopBound(value = 32, reason = "halves a range of ints")
    private static int findGroup(long table, int halfword) {
        long groups = table + Memory.loadInt(table + GROUPS);
        int low = 0;
        int high = (Memory.loadInt(table + FUNCTION_COUNT) + GROUP - 1) / GROUP;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (Memory.loadInt(groups + middle * 8L) <= halfword) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @LoopBound(value = GROUP, reason = "functions of a group")
    private static long findInGroup(long table, int group, int halfword) {
        long groups = table + Memory.loadInt(table + GROUPS) + group * 8L;
        int start = Memory.loadInt(groups);
        long at = table + Memory.loadInt(groups + 4);
        int count = Memory.loadInt(table + FUNCTION_COUNT) - group * GROUP;
        for (int i = 0; i < GROUP && i < count; i++) {
            int length = number(at);
            at = next(at);
            if ((length & 1) != 0) {
                start += number(at);
                at = next(at);
            }
            if (halfword < start) {
                return 0;
            }
            int end = start + (length >>> 1);
            if (halfword < end) {
                return findRow(table, at, halfword - start);
            }
            start = end;
            at = next(at) + number(at);
        }
        return 0;
    }

    @LoopBound(value = MANY, reason = "rows of a function, each at least a byte")
    private static long findRow(long table, long record, int halfword) {
        long end = next(record) + number(record);
        long at = afterBodies(record);
        int position = 0;
        int body = 0;
        int highest = 0;
        int line = 0;
        while (at < end) {
            int kind = Memory.loadByte(at) / STEPS;
            int rest = Memory.loadByte(at) % STEPS;
            at++;
            int step = rest;
            if (kind == FAR || rest == 0) {
                step = number(at);
                at = next(at);
            }
            position += step;
            if (position > halfword) {
                break;
            }
            if (kind < NEXT_BODY) {
                line += kind + 1;
            } else if (kind == FAR && rest != LINE_FOLLOWS) {
                line += rest - LINES_BACK;
            } else {
                if (kind == NEXT_BODY) {
                    body = highest + 1;
                } else if (kind == BODY_AROUND) {
                    body = around(record, body);
                } else if (kind == OTHER_BODY) {
                    body = number(at);
                    at = next(at);
                }
                line = number(at);
                at = next(at);
                if (body > highest) {
                    highest = body;
                }
            }
        }
        return frame(table, record, body, line);
    }

    private static long frame(long table, long record, int body, int relativeLine) {
        int line = lowestLine(table, methodOfBody(record, body)) + relativeLine;
        return record - table << 32 | (long) body << 16 | line;
    }

    /** The frame that called this one and holds its code; 0 if the next one outwards is on the stack, not here. */
    public static long caller(long table, long frame) {
        int body = body(frame);
        if (body == 0) {
            return 0;
        }
        long record = record(table, frame);
        long entry = bodyEntry(record, body);
        boolean numbered = number(entry) % AROUND_KINDS == AROUND_OTHER;
        int callLine = number(numbered ? next(next(entry)) : next(entry));
        return frame(table, record, around(record, body), callLine);
    }

    /** Line in the file; 0 if unknown. */
    public static int line(long frame) {
        return (int) frame & 0xffff;
    }

    /** Bytes of the class's name, UTF-8, as in {@code java.base/java.util.Map$Entry}. */
    public static int classLength(long table, long frame) {
        return stringLength(table, classOf(table, method(table, frame)));
    }

    public static int classByte(long table, long frame, int index) {
        return stringByte(table, classOf(table, method(table, frame)), index);
    }

    /** Bytes of the method's name, UTF-8. */
    public static int methodLength(long table, long frame) {
        return stringLength(table, nameOf(table, method(table, frame)));
    }

    public static int methodByte(long table, long frame, int index) {
        return stringByte(table, nameOf(table, method(table, frame)), index);
    }

    /** Bytes of the file's name, UTF-8. */
    public static int fileLength(long table, long frame) {
        int method = method(table, frame);
        int file = fileOf(table, method);
        if (file >= 0) {
            return stringLength(table, file);
        }
        int type = classOf(table, method);
        int start = simpleNameStart(table, type);
        return simpleNameEnd(table, type, start) - start + JAVA_SUFFIX_LENGTH;
    }

    public static int fileByte(long table, long frame, int index) {
        int method = method(table, frame);
        int file = fileOf(table, method);
        if (file >= 0) {
            return stringByte(table, file, index);
        }
        int type = classOf(table, method);
        int start = simpleNameStart(table, type);
        int suffix = index - (simpleNameEnd(table, type, start) - start);
        return switch (suffix) {
            case 0 -> '.';
            case 1 -> 'j';
            case 2, 4 -> 'a';
            case 3 -> 'v';
            default -> stringByte(table, type, start + index);
        };
    }

    @LoopBound(value = MANY, reason = "length of a name")
    private static int simpleNameStart(long table, int type) {
        int start = stringLength(table, type);
        while (start > 0) {
            int character = stringByte(table, type, start - 1);
            if (character == '.' || character == '/') {
                break;
            }
            start--;
        }
        return start;
    }

    @LoopBound(value = MANY, reason = "length of a name")
    private static int simpleNameEnd(long table, int type, int start) {
        int length = stringLength(table, type);
        int end = start + 1;
        while (end < length && stringByte(table, type, end) != '$') {
            end++;
        }
        return end;
    }

    // ---- functions

    private static long record(long table, long frame) {
        return table + (frame >>> 32);
    }

    private static int body(long frame) {
        return (int) frame >>> 16;
    }

    private static int method(long table, long frame) {
        return methodOfBody(record(table, frame), body(frame));
    }

    private static int methodOfBody(long record, int body) {
        return body == 0 ? number(next(record)) : number(bodyEntry(record, body)) / AROUND_KINDS;
    }

    private static int around(long record, int body) {
        long entry = bodyEntry(record, body);
        int kind = number(entry) % AROUND_KINDS;
        return kind == AROUND_FUNCTION ? 0 : kind == AROUND_PREVIOUS ? body - 1 : number(next(entry));
    }

    @LoopBound(value = 1 << 16, reason = "inlined bodies of a function")
    private static long bodyEntry(long record, int body) {
        long at = next(next(next(record)));
        for (int i = 1; i < body; i++) {
            boolean numbered = number(at) % AROUND_KINDS == AROUND_OTHER;
            at = numbered ? next(next(next(at))) : next(next(at));
        }
        return at;
    }

    private static long afterBodies(long record) {
        return bodyEntry(record, number(next(next(record))) + 1);
    }

    // ---- methods

    private static long methodGroup(long table, int method) {
        return table + Memory.loadInt(table + Memory.loadInt(table + METHODS) + method / GROUP * 4L);
    }

    private static long nextMethod(long at) {
        return next(next((number(at) & 1) != 0 ? next(next(at)) : next(at)));
    }

    @LoopBound(value = GROUP, reason = "methods of a group")
    private static long methodEntry(long table, int method) {
        long at = methodGroup(table, method);
        for (int i = method % GROUP; i > 0; i--) {
            at = nextMethod(at);
        }
        return at;
    }

    @LoopBound(value = GROUP, reason = "methods of a group")
    private static int classOf(long table, int method) {
        long at = methodGroup(table, method);
        int type = number(at) >>> 1;
        for (int i = method % GROUP; i > 0; i--) {
            at = nextMethod(at);
            type += number(at) >>> 1;
        }
        return type;
    }

    /** -1: the class's own. */
    private static int fileOf(long table, int method) {
        long at = methodEntry(table, method);
        return (number(at) & 1) != 0 ? number(next(at)) : -1;
    }

    private static int nameOf(long table, int method) {
        long at = methodEntry(table, method);
        return number((number(at) & 1) != 0 ? next(next(at)) : next(at));
    }

    private static int lowestLine(long table, int method) {
        long at = methodEntry(table, method);
        return number(next((number(at) & 1) != 0 ? next(next(at)) : next(at)));
    }

    // ---- strings

    private static long stringGroup(long table, int string) {
        return table + Memory.loadInt(table + Memory.loadInt(table + STRINGS) + string / GROUP * 4L);
    }

    @LoopBound(value = GROUP, reason = "strings of a group")
    private static int stringLength(long table, int string) {
        long at = stringGroup(table, string);
        int length = number(at);
        at = next(at) + length;
        for (int i = string % GROUP; i > 0; i--) {
            int common = number(at);
            at = next(at);
            int rest = number(at);
            at = next(at) + rest;
            length = common + rest;
        }
        return length;
    }

    @LoopBound(value = GROUP, reason = "strings of a group")
    private static int stringByte(long table, int string, int index) {
        long at = stringGroup(table, string);
        int length = number(at);
        at = next(at);
        int value = index < length ? Memory.loadByte(at + index) : 0;
        at += length;
        for (int i = string % GROUP; i > 0; i--) {
            int common = number(at);
            at = next(at);
            int rest = number(at);
            at = next(at);
            if (index >= common && index < common + rest) {
                value = Memory.loadByte(at + index - common);
            }
            at += rest;
        }
        return value;
    }

    // ---- numbers

    @LoopBound(value = 5, reason = "bytes of an int")
    private static int number(long at) {
        int value = 0;
        for (int i = 0; i < 5; i++) {
            int part = Memory.loadByte(at + i);
            value |= (part & 0x7f) << 7 * i;
            if (part < 0x80) {
                break;
            }
        }
        return value;
    }

    /** Address behind the number at this one. */
    @LoopBound(value = 5, reason = "bytes of an int")
    private static long next(long at) {
        long end = at;
        for (int i = 0; i < 5 && Memory.loadByte(end) >= 0x80; i++) {
            end++;
        }
        return end + 1;
    }
}
