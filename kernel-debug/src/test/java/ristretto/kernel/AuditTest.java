package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Memory;

/** Each invariant of the debug build is found broken where one field is changed from behind. */
class AuditTest {
    @Test
    void holdsInAWorldThatIsWhole() {
        AuditScene scene = new AuditScene();
        assertEquals(ErrorCode.OK, scene.world.invoke(RootSlot.CAP_TABLE, Operation.TABLE_REVOKE, RootSlot.UNTYPED));
        assertNull(scene.said());
    }

    @TestFactory
    Stream<DynamicTest> findsWhatIsBroken() {
        Map<String, Consumer<AuditScene>> plants = new LinkedHashMap<>();
        plants.put("an object has another number of capabilities than it knows", s -> s.world.object(s.endpoint)
                .capabilities++);
        plants.put("an empty slot has links, a badge or a key", s -> s.slot(500).key = 7);
        plants.put("a slot's key is not that of its object and rights", s -> s.slot(s.copy).key ^= 1);
        plants.put(
                "a capability has a right that the one it was derived from lacks",
                s -> s.slot(s.endpoint).key = Slot.key(ObjectType.ENDPOINT, Rights.SEND));
        plants.put("a child does not know its parent", s -> s.slot(s.endpoint).firstChild.parent = s.slot(s.copy));
        plants.put("siblings of the derivation tree disagree", s -> s.slot(s.frame).nextSibling.previousSibling = null);
        plants.put("a root of the derivation tree has siblings", s -> {
            s.slot(s.copy).parent = null;
            s.slot(s.endpoint).firstChild = null;
            s.slot(s.copy).previousSibling = s.slot(s.copy);
        });
        plants.put(
                "an object that is being destroyed can still be reached", s -> s.world.object(s.reply).doomed = true);
        plants.put(
                "a thread in the scheduler is not ready", s -> s.world.thread(s.ready).state = ThreadState.SUSPENDED);
        plants.put("a queue of the scheduler is broken", s -> s.world.thread(s.ready).priority = 51);
        plants.put("the highest ready priority is wrong", s -> s.world.core.scheduler.top = 200);
        plants.put(
                "a thread that may run lacks table, space or scheduling context",
                s -> s.world.thread(s.ready).context = null);
        plants.put(
                "RUNNING and the core's current thread disagree",
                s -> s.world.core.current.state = ThreadState.SUSPENDED);
        plants.put("READY and the scheduler disagree", s -> s.world.core.scheduler.remove(s.world.thread(s.ready)));
        plants.put("a thread's shortcuts are stale", s -> s.world.thread(s.server).control++);
        plants.put(
                "a thread's scheduling context belongs to another",
                s -> s.world.thread(s.caller).context.thread = null);
        plants.put(
                "a thread's notification belongs to another",
                s -> s.world.thread(s.ready).bound = (Notification) s.world.object(s.notification));
        plants.put(
                "a thread has a message page without its frame",
                s -> s.world.thread(s.world.make(ObjectType.THREAD, 0)).messagePage = AuditScene.PLACE);
        plants.put("a thread that does not wait has a deadline", s -> s.world.thread(s.ready).wheelList = 3);
        plants.put("a fault in a thread that does not wait for its answer", s -> s.world.thread(s.ready).faultKind = 1);
        plants.put("a thread and its Reply disagree", s -> ((Reply) s.world.object(s.reply)).caller = null);
        plants.put(
                "a waiting queue is broken",
                s -> ((Endpoint) s.world.object(s.endpoint)).first = s.world.thread(s.ready));
        plants.put(
                "the stack of idle servers is broken",
                s -> ((Endpoint) s.world.object(s.endpoint)).receivers = s.world.thread(s.ready));
        plants.put(
                "the binding of a notification is one-sided",
                s -> ((Notification) s.world.object(s.notification)).bound = s.world.thread(s.ready));
        plants.put(
                "a Reply has a caller and a receiver",
                s -> ((Reply) s.world.object(s.reply)).receiver = s.world.thread(s.server));
        plants.put(
                "a Reply that lends nothing is in a stack, or one that lends is in none",
                s -> ((Reply) s.world.object(s.reply)).below = (Reply) s.world.object(s.reply));
        plants.put(
                "a scheduling context has more left than its budget",
                s -> s.world.thread(s.ready).context.remaining = Long.MAX_VALUE);
        plants.put(
                "a frame used as message page is not its thread's",
                s -> ((Frame) s.world.object(s.frame)).messagesOf = s.world.thread(s.ready));
        plants.put("two living objects overlap", s -> {
            Frame other = (Frame) s.world.object(s.frame);
            other.address = ((PageTable) s.world.object(s.pages)).page;
            s.world.make(ObjectType.ENDPOINT, 0);
        });
        plants.put("an object lies outside its Untyped", s -> {
            ((Frame) s.world.object(s.frame)).address = s.world.untyped.end;
            s.world.make(ObjectType.ENDPOINT, 0);
        });
        plants.put("an Untyped has more objects than it knows", s -> s.world.untyped.living = 0);
        plants.put("an Untyped's bounds are wrong", s -> s.world.untyped.low = s.world.untyped.end + 4096);
        plants.put("free memory that is to be zero is not", s -> {
            Untyped inner = (Untyped) s.world.object(s.untyped);
            inner.zeroed = inner.start + 4096;
            Memory.storeLong(inner.start + 4088, 1);
        });
        plants.put(
                "an address space is not under its number", s -> ((AddressSpace) s.world.object(s.space)).number = 9);
        plants.put(
                "a page is shown that no capability maps there",
                s -> Memory.storeLong(
                        s.entry(0x9000),
                        Sv39.userLeaf(Sv39.physical(((Frame) s.world.object(s.frame)).address), Rights.READ)));
        plants.put(
                "a page is writable and executable",
                s -> Memory.storeLong(s.entry(AuditScene.PLACE), Memory.loadLong(s.entry(AuditScene.PLACE)) | 8));
        plants.put(
                "a process's page is the kernel's",
                s -> Memory.storeLong(s.entry(AuditScene.PLACE), Memory.loadLong(s.entry(AuditScene.PLACE)) & ~16L));
        plants.put(
                "a page table's entry is neither table nor page", s -> Memory.storeLong(s.entry(AuditScene.PLACE), 2));
        plants.put(
                "the kernel's half of an address space is not the kernel's",
                s -> Memory.storeLong(((AddressSpace) s.world.object(s.space)).root + 8 * 300, 1));
        return plants.entrySet().stream()
                .map(plant -> dynamicTest(plant.getKey(), () -> {
                    AuditScene scene = new AuditScene();
                    scene.world.withoutChecks();
                    plant.getValue().accept(scene);
                    assertEquals(plant.getKey(), scene.said());
                }));
    }
}
