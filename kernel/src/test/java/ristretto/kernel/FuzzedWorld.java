package ristretto.kernel;

import java.util.List;
import java.util.stream.Stream;
import ristretto.abi.CallNumber;
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
        Operation.UNTYPED_RETYPE,
        Operation.UNTYPED_INSPECT,
        Operation.PAGE_TABLE_MAP,
        Operation.FRAME_MAP,
        Operation.FRAME_UNMAP,
        Operation.THREAD_CONFIGURE,
        Operation.INTERRUPT_GET_LINE,
        Operation.INTERRUPT_BIND,
        Operation.INTERRUPT_ACKNOWLEDGE,
        0,
        Operation.LOG_WRITE + 1
    };

    private static final List<Universe.Beginning> BEGINNINGS = Stream.of(
                    Universe.ALL, Universe.CONFIGURATION, Universe.INTERRUPTS, Universe.MAPPINGS, Universe.OBJECTS)
            .flatMap(universe -> universe.beginnings().stream())
            .toList();

    static void run(FuzzedBytes data, Specification specification) {
        Universe.Beginning beginning = BEGINNINGS.get(data.choice(BEGINNINGS.size()));
        SmallWorld world = new SmallWorld(beginning);
        State state = Abstraction.of(world);
        StringBuilder done = new StringBuilder(beginning.name());
        try {
            for (Action action : beginning.actions()) {
                state = Exploration.check(world, specification, state, action, true)
                        .state();
            }
            for (int i = 0; i < LONGEST && !data.isEmpty(); i++) {
                Action action = next(data, beginning.universe(), state);
                done.append("\n  thread ")
                        .append(state.running == null ? "-" : state.running.number)
                        .append(": ")
                        .append(action);
                Exploration.Step step = Exploration.check(world, specification, state, action, data.bit());
                state = step.state();
            }
        } catch (Exploration.Found found) {
            throw new AssertionError(done + "\n" + found.getMessage(), found);
        }
    }

    private static Action next(FuzzedBytes data, Universe universe, State state) {
        boolean known = state.running == null || data.choice(4) != 0;
        if (known) {
            List<Action> possible = universe.actions(state);
            return possible.get((int) data.number(2) % possible.size());
        }
        if (data.bit()) {
            int operation = OPERATIONS[data.choice(OPERATIONS.length)];
            long[] words = new long[6];
            for (int i = 0; i < words.length; i++) {
                words[i] = word(data, universe);
            }
            return Action.invoke("invoke " + operation, word(data, universe), operation, words);
        }
        int number = CallNumber.CALL + data.choice(CallNumber.YIELD + 1);
        long tag = data.bit() ? data.number(8) : data.number(2);
        long reply = word(data, universe) & 0xffff_ffffL | word(data, universe) << 32;
        long deadline = Action.NEGATIVE + data.choice(10);
        return Action.call(
                "call " + number + " tag " + tag + " reply " + reply,
                number,
                word(data, universe),
                tag,
                reply,
                deadline);
    }

    /** Mostly a slot. */
    private static long word(FuzzedBytes data, Universe universe) {
        int choice = data.choice(10);
        return choice == 0 ? data.number(8) : choice == 1 ? data.number(3) : data.choice(universe.slots() + 1);
    }

    private FuzzedWorld() {}
}
