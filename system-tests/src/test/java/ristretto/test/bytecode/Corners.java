package ristretto.test.bytecode;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.util.ArrayList;
import java.util.List;

/** Values at which arithmetic goes wrong. */
final class Corners {
    private static final List<ConstantDesc> INTS =
            List.of(Integer.MIN_VALUE, -65_537, -1, 0, 1, 31, 33, 255, 40_000, Integer.MAX_VALUE);
    private static final List<ConstantDesc> LONGS =
            List.of(Long.MIN_VALUE, -0x1_0000_0001L, -1L, 0L, 1L, 63L, 65L, 0xffff_ffffL, 0x8000_0000L, Long.MAX_VALUE);
    private static final List<ConstantDesc> FLOATS = List.of(
            Float.NaN,
            Float.NEGATIVE_INFINITY,
            -1.5f,
            -0f,
            0f,
            Float.MIN_VALUE,
            1f,
            16_777_217f,
            3e9f,
            1e19f,
            Float.MAX_VALUE);
    private static final List<ConstantDesc> DOUBLES = List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            -1.5,
            -0d,
            0d,
            Double.MIN_VALUE,
            0.1,
            2147483648.5,
            -9.3e18,
            1e40,
            Double.MAX_VALUE);

    static List<ConstantDesc> of(ClassDesc type) {
        if (type.equals(CD_int)) {
            return INTS;
        } else if (type.equals(CD_long)) {
            return LONGS;
        } else if (type.equals(CD_float)) {
            return FLOATS;
        } else if (type.equals(CD_double)) {
            return DOUBLES;
        } else if (type.equals(CD_Object)) {
            return List.of("text", "");
        }
        throw new IllegalArgumentException("no corners of " + type);
    }

    /** Every combination of corners of these types. */
    static List<List<ConstantDesc>> combinations(List<ClassDesc> types) {
        List<List<ConstantDesc>> all = List.of(List.of());
        for (ClassDesc type : types) {
            List<List<ConstantDesc>> longer = new ArrayList<>();
            for (List<ConstantDesc> start : all) {
                for (ConstantDesc corner : of(type)) {
                    List<ConstantDesc> one = new ArrayList<>(start);
                    one.add(corner);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    private Corners() {}
}
