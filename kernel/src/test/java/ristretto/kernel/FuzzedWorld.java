package ristretto.kernel;

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

    static void run(FuzzedBytes data, Specification specification) {
        Universe.Beginning beginning = Universe.BEGINNINGS.get(data.choice(Universe.BEGINNINGS.size()));
        SmallWorld world = new SmallWorld(beginning.priorities());
        State state = Abstraction.of(world);
        StringBuilder done = new StringBuilder(beginning.name());
        try {
            for (Action action : beginning.actions()) {
                state = Exploration.check(world, specification, state, action, true)
                        .state();
            }
            for (int i = 0; i < LONGEST && !data.isEmpty(); i++) {
                Action action = next(data, state);
                if (isOutside(state, action)) {
                    continue;
                }
                done.append("\n  thread ").append(state.running).append(": ").append(action);
                Exploration.Step step = Exploration.check(world, specification, state, action, data.bit());
                state = step.state();
            }
        } catch (Exploration.Found found) {
            throw new AssertionError(done + "\n" + found.getMessage(), found);
        }
    }

    private static Action next(FuzzedBytes data, State state) {
        boolean known = state.running == State.NONE || data.choice(4) != 0;
        if (known) {
            List<Action> possible = Universe.ALL.actions(state);
            return possible.get((int) data.number(2) % possible.size());
        }
        if (data.bit()) {
            int operation = OPERATIONS[data.choice(OPERATIONS.length)];
            long[] words = new long[5];
            for (int i = 0; i < words.length; i++) {
                words[i] = word(data);
            }
            return Action.invoke("invoke " + operation, word(data), operation, words);
        }
        int number = CallNumber.CALL + data.choice(CallNumber.YIELD + 1);
        long tag = data.bit() ? data.number(8) : data.number(2);
        long reply = word(data) & 0xffff_ffffL | word(data) << 32;
        long deadline = Action.NEGATIVE + data.choice(10);
        return Action.call(
                "call " + number + " tag " + tag + " reply " + reply, number, word(data), tag, reply, deadline);
    }

    /** Mostly a slot. */
    private static long word(FuzzedBytes data) {
        int choice = data.choice(10);
        return choice == 0 ? data.number(8) : choice == 1 ? data.number(3) : data.choice(Universe.SLOTS + 1);
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
