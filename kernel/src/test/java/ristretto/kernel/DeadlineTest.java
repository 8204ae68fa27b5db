package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;

class DeadlineTest {
    private final World world = new World();
    private final int endpoint = world.make(ObjectType.ENDPOINT, 0);
    private final int reply = world.make(ObjectType.REPLY, 0);
    private final int notification = world.make(ObjectType.NOTIFICATION, 0);
    private final Thread root = world.root;

    @Test
    void aWaitEndsAtItsDeadline() {
        world.trap(root, CallNumber.WAIT, notification, 0, 0, world.time + 100);
        world.sleep(99);
        assertEquals(ThreadState.WAITING, root.state);
        world.sleep(1);
        assertEquals(ErrorCode.TIMED_OUT, root.registers.x5);
        assertSame(root, world.core.current);
    }

    @Test
    void aReceiveEndsAtItsDeadlineAndFreesTheReply() {
        world.trap(root, CallNumber.RECEIVE, endpoint, 0, reply, world.time + 100);
        world.sleep(100);
        assertEquals(ErrorCode.TIMED_OUT, root.registers.x5);
        assertNull(((Reply) world.object(reply)).receiver);
    }

    @Test
    void aQueuedCallEndsAtItsDeadline() {
        world.trap(root, CallNumber.CALL, endpoint, 0, 0, world.time + 100);
        world.sleep(100);
        assertEquals(ErrorCode.TIMED_OUT, root.registers.x5);
        assertNull(((Endpoint) world.object(endpoint)).first);
    }

    @Test
    void aServedCallEndsAtItsDeadlineToo() {
        Thread server = world.thread(world.startThread(150));
        world.call(server, CallNumber.RECEIVE, endpoint, 0, reply);
        world.trap(root, CallNumber.CALL, endpoint, 0, 0, world.time + 100);
        assertSame(server, world.core.current);
        world.sleep(100);
        assertEquals(ErrorCode.TIMED_OUT, root.registers.x5);
        assertEquals(ErrorCode.CANCELLED, world.call(server, CallNumber.REPLY, 0, 0, reply));
    }

    @Test
    void theDeadlineGoesOnWhenTheCallIsTaken() {
        Thread server = world.thread(world.startThread(150));
        world.trap(root, CallNumber.CALL, endpoint, 0, 0, world.time + 100);
        world.call(server, CallNumber.RECEIVE, endpoint, 0, reply);
        assertEquals(ThreadState.AWAITING_REPLY, root.state);
        world.sleep(100);
        assertEquals(ErrorCode.TIMED_OUT, root.registers.x5);
    }

    @Test
    void anAnswerInTimeTakesTheDeadlineAway() {
        Thread server = world.thread(world.startThread(150));
        world.call(server, CallNumber.RECEIVE, endpoint, 0, reply);
        world.trap(root, CallNumber.CALL, endpoint, 0, 0, world.time + 100);
        world.call(server, CallNumber.REPLY_RECEIVE, endpoint, 0, reply);
        assertEquals(0, root.wheelList);
        world.sleep(200);
        assertEquals(0, root.registers.x5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1000})
    void aPastDeadlineTimesOutAtOnce(long deadline) {
        assertEquals(ErrorCode.TIMED_OUT, world.trap(root, CallNumber.WAIT, notification, 0, 0, deadline));
        assertEquals(ErrorCode.TIMED_OUT, world.trap(root, CallNumber.RECEIVE, endpoint, 0, reply, deadline));
        assertEquals(ErrorCode.TIMED_OUT, world.trap(root, CallNumber.CALL, endpoint, 0, 0, deadline));
        assertEquals(11, root.registers.x6);
    }

    @Test
    void aPastDeadlineDoesNotHinderWhatNeedNotWait() {
        world.call(root, CallNumber.SIGNAL, notification, 0, 0);
        Notification object = (Notification) world.object(notification);
        object.bits = 4;
        assertEquals(ErrorCode.OK, world.trap(root, CallNumber.WAIT, notification, 0, 0, 1));
        assertEquals(4, root.registers.x10);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void negativeDeadlinesAreRefused(long deadline) {
        assertEquals(ErrorCode.OUT_OF_RANGE, world.trap(root, CallNumber.WAIT, notification, 0, 0, deadline));
        assertEquals(ErrorCode.OUT_OF_RANGE, world.trap(root, CallNumber.CALL, endpoint, 0, 0, deadline));
    }

    @Test
    void theFarthestDeadlineIsAccepted() {
        world.trap(root, CallNumber.WAIT, notification, 0, 0, Long.MAX_VALUE);
        world.sleep(1L << 50);
        assertEquals(ThreadState.WAITING, root.state);
    }

    @Test
    void destroyingASleeperTakesItOutOfTheWheel() {
        int slot = world.startThread(150);
        Thread sleeper = world.thread(slot);
        world.trap(sleeper, CallNumber.WAIT, notification, 0, 0, world.time + 100);
        world.invoke(1, ristretto.abi.Operation.TABLE_DELETE, slot);
        world.sleep(200);
        assertEquals(0, sleeper.wheelList);
    }

    /** The wheel against a plain list, with random times and removals. */
    @Test
    void theWheelAgreesWithAList() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        TimerWheel wheel = new TimerWheel();
        Map<Timed, Long> model = new HashMap<>();
        List<Timed> free = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            free.add(new SchedulingContext());
        }
        long now = random.nextLong(1L << 40);
        for (int step = 0; step < 20_000; step++) {
            int what = random.nextInt(3);
            if (what == 0 && !free.isEmpty()) {
                Timed entry = free.removeLast();
                long due = now + random.nextLong(1L << random.nextInt(1, 30));
                wheel.insert(entry, due);
                model.put(entry, due);
            } else if (what == 1 && !model.isEmpty()) {
                Timed entry = model.keySet().iterator().next();
                wheel.remove(entry);
                model.remove(entry);
                free.add(entry);
            } else {
                now += random.nextLong(1L << random.nextInt(1, 24));
                expire(wheel, model, free, now, seed);
            }
        }
    }

    private static void expire(TimerWheel wheel, Map<Timed, Long> model, List<Timed> free, long now, long seed) {
        while (true) {
            Timed due = wheel.takeDue(now);
            if (due != null) {
                Long at = model.remove(due);
                assertTrue(at != null && at <= now, "early, seed " + seed);
                free.add(due);
            } else if (wheel.earliest > now) {
                break;
            }
        }
        for (long at : model.values()) {
            assertTrue(at > now, "late, seed " + seed);
            assertTrue(at >= wheel.earliest, "the wheel would wake too late, seed " + seed);
        }
    }
}
