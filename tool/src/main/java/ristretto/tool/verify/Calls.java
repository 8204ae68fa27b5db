package ristretto.tool.verify;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import ristretto.abi.Call;
import ristretto.abi.CallNumber;
import ristretto.abi.Operation;

/** What the kernel can be asked for, from the declarations in {@code abi/}: names and numbers, in the order of the numbers. */
public final class Calls {
    private Calls() {}

    public static Map<String, Integer> numbers() {
        return constants(CallNumber.class, false);
    }

    /** Of {@link CallNumber#INVOKE}. Two constants of {@link Operation} are no operations, but flags. */
    public static Map<String, Integer> operations() {
        return constants(Operation.class, true);
    }

    private static Map<String, Integer> constants(Class<?> type, boolean onlyCalls) {
        Map<String, Integer> constants = new LinkedHashMap<>();
        Arrays.stream(type.getFields())
                .filter(field -> !onlyCalls || field.isAnnotationPresent(Call.class))
                .sorted(Comparator.comparingInt(Calls::value))
                .forEach(field -> constants.put(field.getName(), value(field)));
        return constants;
    }

    private static int value(Field constant) {
        try {
            return constant.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
