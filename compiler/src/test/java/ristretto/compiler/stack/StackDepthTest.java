package ristretto.compiler.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ristretto.compiler.link.MachineFrames.Frame;
import ristretto.compiler.stack.StackDepth.Depth;

class StackDepthTest {
    private static Depth under(String entry, Map<String, Frame> frames, Map<String, List<String>> calls) {
        return new StackDepth(frames, calls).under(entry);
    }

    @Test
    void theWorstChainCounts() {
        Map<String, Frame> frames = Map.of(
                "a", new Frame(32, Set.of("b", "c")),
                "b", new Frame(64, Set.of("d")),
                "c", new Frame(80, Set.of()),
                "d", new Frame(24, Set.of()));
        assertEquals(new Depth(120, List.of("a", "b", "d")), under("a", frames, Map.of()));
    }

    @Test
    void whatWasInlinedPassesItsCalleesOn() {
        Map<String, Frame> frames = Map.of("a", new Frame(32, Set.of()), "c", new Frame(100, Set.of()));
        Map<String, List<String>> calls = Map.of("a", List.of("b"), "b", List.of("c"));
        assertEquals(new Depth(132, List.of("a", "c")), under("a", frames, calls));
    }

    @Test
    void aSpecialisedFunctionCallsThroughTablesAsTheOriginal() {
        Map<String, Frame> frames = Map.of(
                "a", new Frame(16, Set.of("b.specialized.1")),
                "b.specialized.1", new Frame(32, Set.of()),
                "c", new Frame(64, Set.of()));
        assertEquals(112, under("a", frames, Map.of("b", List.of("c"))).bytes());
    }

    @Test
    void aCircleHasNoBound() {
        Map<String, Frame> frames = Map.of(
                "a", new Frame(16, Set.of("b")),
                "b", new Frame(16, Set.of("c")),
                "c", new Frame(16, Set.of("b")));
        Depth depth = under("a", frames, Map.of());
        assertFalse(depth.isBounded());
        assertEquals(List.of("a", "b", "c", "b"), depth.chain());
    }

    @Test
    void aCircleBesideTheDeepestChainHasNoBoundEither() {
        Map<String, Frame> frames = Map.of(
                "a", new Frame(16, Set.of("deep", "again")),
                "deep", new Frame(9999, Set.of()),
                "again", new Frame(8, Set.of("again")));
        assertFalse(under("a", frames, Map.of()).isBounded());
    }

    @Test
    void aSecondEntryReusesTheFirst() {
        Map<String, Frame> frames = Map.of(
                "a", new Frame(16, Set.of("c")),
                "b", new Frame(32, Set.of("c")),
                "c", new Frame(8, Set.of()));
        StackDepth depths = new StackDepth(frames, Map.of());
        assertEquals(24, depths.under("a").bytes());
        assertEquals(40, depths.under("b").bytes());
    }

    @Test
    void whatTheAuthorKnowsCountsBeforeTheGraph() {
        Map<String, Frame> frames = Map.of(
                "a", new Frame(16, Set.of("stop")),
                "stop", new Frame(32, Set.of("check")),
                "check", new Frame(8, Set.of("stop")));
        StackDepth inside = new StackDepth(frames, Map.of());
        inside.assume("stop", inside.frame("stop"));
        assertEquals(32 + 8 + 32, inside.under("stop").bytes());
        StackDepth depths = new StackDepth(frames, Map.of());
        depths.assume("stop", 72);
        assertEquals(88, depths.under("a").bytes());
    }
}
