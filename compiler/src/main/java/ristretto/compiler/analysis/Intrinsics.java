package ristretto.compiler.analysis;

import java.util.Set;
import ristretto.compiler.model.JavaMethod;

/** Methods of the JDK that become a few instructions in place, beside those that {@code magic} marks itself. */
public final class Intrinsics {
    private static final Set<String> METHODS = Set.of(
            "java/lang/Float.floatToRawIntBits(F)I",
            "java/lang/Float.intBitsToFloat(I)F",
            "java/lang/Double.doubleToRawLongBits(D)J",
            "java/lang/Double.longBitsToDouble(J)D",
            "java/lang/Math.sqrt(D)D",
            "java/lang/StrictMath.sqrt(D)D",
            "java/lang/Class.desiredAssertionStatus()Z",
            "java/lang/Math.multiplyHigh(JJ)J",
            "java/lang/Math.unsignedMultiplyHigh(JJ)J");

    public static boolean isIntrinsic(JavaMethod method) {
        return method.annotations.intrinsic() || METHODS.contains(method.symbol());
    }

    private Intrinsics() {}
}
