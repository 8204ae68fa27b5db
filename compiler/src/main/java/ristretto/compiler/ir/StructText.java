package ristretto.compiler.ir;

/** A packed LLVM structure constant that begins with an object header, written field by field with the gaps filled. */
final class StructText {
    private final StringBuilder types = new StringBuilder("<{ ptr");
    private final StringBuilder values = new StringBuilder("<{ ptr ");
    private int end = 8;

    StructText(String header) {
        values.append(header);
    }

    /** A null value is zero. */
    void add(int offset, String type, int bytes, String value) {
        pad(offset);
        types.append(", ").append(type);
        values.append(", ").append(type).append(' ').append(value == null ? "zeroinitializer" : value);
        end = offset + bytes;
    }

    private void pad(int offset) {
        if (offset > end) {
            String gap = "[" + (offset - end) + " x i8]";
            types.append(", ").append(gap);
            values.append(", ").append(gap).append(" zeroinitializer");
            end = offset;
        }
    }

    int end() {
        return end;
    }

    String finish(int bytes) {
        pad(bytes);
        return types + " }> " + values + " }>";
    }
}
