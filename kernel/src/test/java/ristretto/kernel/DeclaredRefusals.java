package ristretto.kernel;

import java.lang.reflect.Field;
import java.util.Collections;
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
    private static final Map<Integer, Field> CALLS = declarations(CallNumber.class);
    private static final Map<Integer, Field> OPERATIONS = declarations(Operation.class);
    private static final Set<Refusal> DECLARED = new HashSet<>();

    /**
     * @param call name of the call or operation
     * @param argument number of the guilty one
     */
    record Refusal(String call, int argument, int code) {
        @Override
        public String toString() {
            return call + " " + REGISTERS.get(argument) + " " + code;
        }
    }

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
        Field declared = invoked ? OPERATIONS.get((int) tag) : CALLS.get((int) number);
        String what = (invoked ? "operation " + tag : "call " + number) + " refused with code " + code + " for "
                + REGISTERS.get(argument);
        if (declared == null || !DECLARED.contains(new Refusal(declared.getName(), argument, code))) {
            throw new AssertionError(what + ", which it does not declare");
        }
        Call call = declared.getAnnotation(Call.class);
        long expected = registers.word0();
        if (argument == Arguments.CAPABILITY
                && (code == ErrorCode.WRONG_TYPE && expected != call.on()
                        || code == ErrorCode.MISSING_RIGHT && call.right() != 0 && expected != call.right())) {
            throw new AssertionError(what + ": it expects " + expected + ", which is not what it declares");
        }
    }

    /** Of a call that was refused so. */
    static Refusal of(long number, long tag, int argument, int code) {
        if (number == CallNumber.INVOKE && code == ErrorCode.UNKNOWN_OPERATION) {
            return new Refusal("INVOKE", argument, code);
        }
        Field call = number == CallNumber.INVOKE ? OPERATIONS.get((int) tag) : CALLS.get((int) number);
        return new Refusal(call.getName(), argument, code);
    }

    /** The number of the argument that a register holds. */
    static int argument(String register) {
        return REGISTERS.indexOf(register);
    }

    /** All that are declared. */
    static Set<Refusal> all() {
        return Collections.unmodifiableSet(DECLARED);
    }

    private static void declare(Map<Integer, Field> calls) {
        for (Field field : calls.values()) {
            Call call = field.getAnnotation(Call.class);
            if (call.on() != ObjectType.NONE && call.right() == 0) {
                declare(field.getName(), "t0 NO_CAPABILITY WRONG_TYPE");
            } else if (call.on() != ObjectType.NONE) {
                declare(field.getName(), "t0" + Call.CAPABILITY);
            }
            for (String refusal : call.refuses()) {
                declare(field.getName(), refusal);
            }
        }
    }

    private static void declare(String call, String refusal) {
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

    private static Map<Integer, Field> declarations(Class<?> type) {
        Map<Integer, Field> declarations = new HashMap<>();
        for (Field field : type.getFields()) {
            if (field.isAnnotationPresent(Call.class)) {
                declarations.put(value(field), field);
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
