package ristretto.kernel;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.List;
import ristretto.abi.CallNumber;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.specification.Action;
import ristretto.specification.Specification;
import ristretto.specification.State;

/**
 * Does what bytes say, in the kernel and in the specification: actions of the exploration, far longer sequences of them,
 * and calls with any arguments. Ends with an error where the two differ.
 */
final class FuzzedWorld {
    private static final int LONGEST = 200;
    private static final int[] OPERATIONS = {
        Operation.TABLE_COPY,
        Operation.TABLE_MINT,
        Operation.TABLE_MOVE,
        Operation.TABLE_DELETE,
        Operation.TABLE_REVOKE,
        Operation.TABLE_INSPECT,
        Operation.THREAD_START,
        Operation.THREAD_SUSPEND,
        Operation.THREAD_RESUME,
        Operation.THREAD_SET_PRIORITY,
        Operation.THREAD_BIND_NOTIFICATION,
        Operation.THREAD_INSPECT,
        Operation.THREAD_REDIRECT,
        Operation.THREAD_SET_CONTEXT,
        Operation.THREAD_SET_FLAGS,
        Operation.SCHEDULING_CONFIGURE,
        0,
        Operation.LOG_WRITE + 1
    };

    static void run(FuzzedDataProvider data) {
        Universe.Beginning beginning = Universe.BEGINNINGS.get(data.consumeInt(0, Universe.BEGINNINGS.size() - 1));
        SmallWorld world = new SmallWorld(beginning.priorities());
        Specification specification = new Specification();
        State state = Abstraction.of(world);
        StringBuilder done = new StringBuilder(beginning.name());
        try {
            for (Action action : beginning.actions()) {
                state = Exploration.check(world, specification, state, action, true)
                        .state();
            }
            for (int i = 0; i < LONGEST && data.remainingBytes() > 0; i++) {
                Action action = next(data, state);
                if (isOutside(state, action)) {
                    continue;
                }
                done.append("\n  thread ").append(state.running).append(": ").append(action);
                Exploration.Step step = Exploration.check(world, specification, state, action, data.consumeBoolean());
                state = step.state();
            }
        } catch (Exploration.Found found) {
            throw new AssertionError(done + "\n" + found.getMessage(), found);
        }
    }

    private static Action next(FuzzedDataProvider data, State state) {
        boolean known = state.running == State.NONE || data.consumeInt(0, 3) != 0;
        if (known) {
            List<Action> possible = Universe.ALL.actions(state);
            return possible.get(data.consumeInt(0, possible.size() - 1));
        }
        if (data.consumeBoolean()) {
            int operation = OPERATIONS[data.consumeInt(0, OPERATIONS.length - 1)];
            long[] words = new long[5];
            for (int i = 0; i < words.length; i++) {
                words[i] = word(data);
            }
            return Action.invoke("invoke " + operation, word(data), operation, words);
        }
        int number = data.consumeInt(CallNumber.CALL, CallNumber.YIELD);
        long tag = data.consumeBoolean() ? data.consumeLong() : data.consumeLong(0, 0x1ffff);
        long reply = word(data) & 0xffff_ffffL | word(data) << 32;
        long deadline = data.consumeInt((int) Action.NEGATIVE, 8);
        return Action.call(
                "call " + number + " tag " + tag + " reply " + reply, number, word(data), tag, reply, deadline);
    }

    /** Mostly a slot. */
    private static long word(FuzzedDataProvider data) {
        int choice = data.consumeInt(0, 9);
        return choice == 0
                ? data.consumeLong()
                : choice == 1 ? data.consumeInt(0, 300_000) : data.consumeInt(0, Universe.SLOTS);
    }

    /** The specification knows nothing of the end of tables and controls. */
    private static boolean isOutside(State state, Action action) {
        boolean ends = action.number() == CallNumber.INVOKE
                && (action.tag() == Operation.TABLE_DELETE || action.tag() == Operation.TABLE_REVOKE);
        if (!ends || action.words()[0] < 0 || action.words()[0] >= state.tableSize) {
            return false;
        }
        State.Capability named = state.slots[(int) action.words()[0]];
        return named != null && (named.type() == ObjectType.CAP_TABLE || named.type() == ObjectType.SCHEDULING_CONTROL);
    }

    private FuzzedWorld() {}
}
