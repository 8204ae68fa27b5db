package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.specification.Action;
import ristretto.specification.PlantedBugs;
import ristretto.specification.Specification;
import ristretto.specification.State;

/** The quick size of the exploration; {@code ./ristretto verify explore --full} goes deeper. */
class ExplorationTest {
    private static final double SECONDS = 300;

    @ParameterizedTest
    @CsvSource({
        "MESSAGES, 3",
        "CAPABILITIES, 2",
        "TIME, 3",
        "ALL, 2",
        "CONFIGURATION, 2",
        "INTERRUPTS, 2",
        "MAPPINGS, 2",
        "OBJECTS, 2"
    })
    void theKernelDoesWhatTheSpecificationSays(Universe universe, int depth) {
        Exploration.Result result = new Exploration(universe, new Specification()).run(depth, SECONDS);
        assertNull(result.difference(), result.difference());
        assertEquals(depth, result.depth());
    }

    /** The untyped memory's capability lies in a table that was made of it, and is revoked there: both tables go. */
    @Test
    void whatIsRevokedMayHoldTheSlotItself() throws Exploration.Found {
        Universe.Beginning beginning = Universe.OBJECTS.beginnings().getFirst();
        SmallWorld world = new SmallWorld(beginning);
        List<Action> actions = new ArrayList<>(beginning.actions());
        for (int slot = Universe.PLAY + 1; slot <= Universe.PLAY + 2; slot++) {
            long[] words = {ObjectType.CAP_TABLE, 2, Universe.TABLE, slot, 1};
            actions.add(Action.invoke("retype", Universe.UNTYPED, Operation.UNTYPED_RETYPE, words));
        }
        int table = Universe.PLAY + 1;
        actions.add(Action.invoke("move in", table, Operation.TABLE_MOVE, 1, Universe.TABLE, Universe.UNTYPED));
        actions.add(Action.invoke("revoke", table, Operation.TABLE_REVOKE, 1));
        State state = Abstraction.of(world);
        for (Action action : actions) {
            state = Exploration.check(world, new Specification(), state, action, true)
                    .state();
        }
        assertNull(world.table.slot(Universe.PLAY + 1).object);
        assertNull(world.table.slot(Universe.PLAY + 2).object);
    }

    static Stream<String> bugs() {
        return PlantedBugs.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aPlantedBugIsFound(String bug) {
        assertNotNull(Explore.find(PlantedBugs.all().get(bug)));
    }

    /** The hash of a state does not change when its like things are numbered otherwise. */
    @Test
    void likeThingsAreLike() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            State state = randomState(random);
            long hash = hash(state);
            Renumbering renumbering = Renumbering.random(random);
            assertEquals(hash, hash(renumbering.of(state)));
        }
    }

    private static long hash(State state) {
        return Encoding.of(state).hash();
    }

    private static State randomState(Random random) {
        List<Universe.Beginning> beginnings = Universe.ALL.beginnings();
        Universe.Beginning beginning = beginnings.get(random.nextInt(beginnings.size()));
        SmallWorld world = new SmallWorld(beginning);
        beginning.actions().forEach(action -> world.act(action, true));
        for (int i = 0; i < 12; i++) {
            List<Action> possible = Universe.ALL.actions(Abstraction.of(world));
            world.act(possible.get(random.nextInt(possible.size())), true);
        }
        return Abstraction.of(world);
    }

    /** In the first steps of all, what has one hash is one state: some renumbering makes the one of the other. */
    @Test
    void whatHasOneHashIsOneState() {
        Random random = new Random(2);
        Map<Long, State> known = new HashMap<>();
        int again = 0;
        for (int round = 0; round < 150; round++) {
            SmallWorld world = new SmallWorld(Universe.ALL.beginnings().getFirst());
            for (int i = 0; i < 3; i++) {
                List<Action> possible = Universe.ALL.actions(Abstraction.of(world));
                world.act(possible.get(random.nextInt(possible.size())), true);
            }
            State state = Abstraction.of(world);
            State other = known.putIfAbsent(hash(state), state);
            if (other != null) {
                again++;
                assertNotNull(Renumbering.between(other, state), "two states with one hash");
            }
        }
        assertNotEquals(0, again);
    }
}
