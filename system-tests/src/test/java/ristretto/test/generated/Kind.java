package ristretto.test.generated;

import java.util.List;

/** The types that generated programs compute with. */
enum Kind {
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    FLOAT("float"),
    BYTE("byte"),
    SHORT("short"),
    CHAR("char"),
    BOOLEAN("boolean"),
    STRING("String"),
    INTS("int[]"),
    LONGS("long[]"),
    BYTES("byte[]"),
    DOUBLES("double[]"),
    CHARS("char[]"),
    STRINGS("String[]"),
    TABLE("int[][]"),
    OBJECT("Object"),
    NODE("Node"),
    PAIR("Pair"),
    COLOR("Color"),
    FUNCTION("IntUnaryOperator"),
    LIST("List<Integer>"),
    MAP("Map<String, Integer>");

    static final List<Kind> NUMBERS = List.of(INT, LONG, DOUBLE, FLOAT, BYTE, SHORT, CHAR);
    static final List<Kind> ARRAYS = List.of(INTS, LONGS, BYTES, DOUBLES, CHARS);

    final String type;

    Kind(String type) {
        this.type = type;
    }

    boolean isNumber() {
        return NUMBERS.contains(this);
    }

    boolean isWhole() {
        return isNumber() && this != DOUBLE && this != FLOAT;
    }

    /** What an element of an array of primitives is. */
    Kind element() {
        return switch (this) {
            case INTS -> INT;
            case LONGS -> LONG;
            case BYTES -> BYTE;
            case DOUBLES -> DOUBLE;
            case CHARS -> CHAR;
            case STRINGS -> STRING;
            case TABLE -> INTS;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
