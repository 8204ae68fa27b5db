package ristretto.kernel;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.abi.Call;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.kernel.riscv64.RegisterFrame;

/**
 * Holds each refusal that a test meets against what {@link Call} declares of the call: the manual is written from that, and must not
 * leave out what can happen.
 */
final class DeclaredRefusals {
    private static final List<String> REGISTERS =
            List.of("t0", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "t1", "t2", "t4");
    private static final Map<String, Integer> CODES = codes();
    private static final Map<Integer, Call> CALLS = declarations(CallNumber.class);
    private static final Map<Integer, Call> OPERATIONS = declarations(Operation.class);
    private static final Set<Refusal> DECLARED = new HashSet<>();

    private record Refusal(Call call, int argument, int code) {}

    static {
        declare(CALLS);
        declare(OPERATIONS);
    }

    /** A call that has just been made: {@code number} and {@code tag} are those that went in. */
    static void check(Thread caller, long number, long tag) {
        RegisterFrame registers = caller.registers;
        int code = (int) registers.capability();
        if (code == ErrorCode.OK) {
            return;
        }
        int argument = (int) registers.tag();
        boolean invoked = number == CallNumber.INVOKE;
        if (invoked && code == ErrorCode.UNKNOWN_OPERATION) {
            if (tag == (int) tag && OPERATIONS.containsKey((int) tag)) {
                throw new AssertionError("operation " + tag + " is declared, but unknown");
            }
            return;
        }
        Call call = invoked ? OPERATIONS.get((int) tag) : CALLS.get((int) number);
        String what = (invoked ? "operation " + tag : "call " + number) + " refused with code " + code + " for "
                + REGISTERS.get(argument);
        if (call == null || !DECLARED.contains(new Refusal(call, argument, code))) {
            throw new AssertionError(what + ", which it does not declare");
        }
        long expected = registers.word0();
        if (argument == Arguments.CAPABILITY
                && (code == ErrorCode.WRONG_TYPE && expected != call.on()
                        || code == ErrorCode.MISSING_RIGHT && call.right() != 0 && expected != call.right())) {
            throw new AssertionError(what + ": it expects " + expected + ", which is not what it declares");
        }
    }

    private static void declare(Map<Integer, Call> calls) {
        for (Call call : calls.values()) {
            if (call.on() != ObjectType.NONE) {
                declare(call, "t0" + Call.CAPABILITY);
            }
            for (String refusal : call.refuses()) {
                declare(call, refusal);
            }
        }
    }

    private static void declare(Call call, String refusal) {
        String[] words = refusal.split(" ");
        int argument = REGISTERS.indexOf(words[0]);
        for (int i = 1; i < words.length; i++) {
            DECLARED.add(new Refusal(call, argument, CODES.get(words[i])));
        }
    }

    private static Map<String, Integer> codes() {
        Map<String, Integer> codes = new HashMap<>();
        for (Field field : ErrorCode.class.getFields()) {
            codes.put(field.getName(), value(field));
        }
        return codes;
    }

    private static Map<Integer, Call> declarations(Class<?> type) {
        Map<Integer, Call> declarations = new HashMap<>();
        for (Field field : type.getFields()) {
            Call call = field.getAnnotation(Call.class);
            if (call != null) {
                declarations.put(value(field), call);
            }
        }
        return declarations;
    }

    private static int value(Field constant) {
        try {
            return constant.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeclaredRefusals() {}
}
