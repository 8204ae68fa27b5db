package ristretto.magic;

/**
 * From a program counter to class, method, file and line, over the bytes of an image's trace table, without allocating, so that a
 * panicking kernel can use it too. The compiler writes the table; its format is described here and nowhere else.
 */
public final class TraceTable {
    private TraceTable() {}
}
