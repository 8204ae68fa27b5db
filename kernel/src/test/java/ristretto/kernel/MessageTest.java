package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.magic.Memory;

class MessageTest {
    private final World world = new World();
    private final int endpoint = world.make(ObjectType.ENDPOINT, 0);
    private final int reply = world.make(ObjectType.REPLY, 0);
    private final int badged = world.freeSlot();
    private final int serverSlot = world.startThread(150);
    private final Thread server = world.thread(serverSlot);
    private final Thread root = world.root;

    MessageTest() {
        world.invoke(1, Operation.TABLE_MINT, badged, 1, endpoint, Rights.SEND, 0x77);
    }

    private void serverWaits() {
        world.call(server, CallNumber.RECEIVE, endpoint, 0, reply);
        assertEquals(ThreadState.RECEIVING, server.state);
    }

    private int rootCalls(long tag, long... words) {
        return world.call(root, CallNumber.CALL, badged, tag, 0, words);
    }

    private int serverAnswers(long tag, long... words) {
        return world.call(server, CallNumber.REPLY_RECEIVE, endpoint, tag, reply, words);
    }

    @Test
    void aCallGoesStraightToTheWaitingServerAndBack() {
        serverWaits();
        rootCalls(Tag.of(5, 3), 1, 2, 3);
        assertSame(server, world.core.current);
        assertEquals(ThreadState.AWAITING_REPLY, root.state);
        assertEquals(0, server.registers.x5);
        assertEquals(Tag.of(5, 3), server.registers.x6);
        assertEquals(0x77, server.registers.x7);
        assertEquals(3, server.registers.x12);
        serverAnswers(Tag.of(6, 1), 9);
        assertSame(root, world.core.current);
        assertEquals(0, root.registers.x5);
        assertEquals(Tag.of(6, 1), root.registers.x6);
        assertEquals(9, root.registers.x10);
        assertEquals(0, root.registers.x11);
        assertEquals(ThreadState.RECEIVING, server.state);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void onlyTheMessagesWordsTravel(int words) {
        serverWaits();
        for (int i = 0; i < 8; i++) {
            server.registers.setWord(i, -1);
        }
        rootCalls(Tag.of(1, words), 10, 11, 12, 13, 14, 15, 16, 17);
        for (int i = 0; i < 8; i++) {
            assertEquals(i < words ? 10 + i : 0, server.registers.word(i));
        }
    }

    @Test
    void theCallerWaitsInTheQueueUntilSomebodyReceives() {
        rootCalls(Tag.of(4, 1), 44);
        assertEquals(ThreadState.SENDING, root.state);
        world.call(server, CallNumber.RECEIVE, endpoint, 0, reply);
        assertEquals(44, server.registers.x10);
        assertEquals(0x77, server.registers.x7);
        assertEquals(ThreadState.RUNNING, server.state);
        assertEquals(ThreadState.AWAITING_REPLY, root.state);
    }

    @Test
    void callersAreServedInTheirOrder() {
        Thread second = world.thread(world.startThread(120));
        Thread third = world.thread(world.startThread(200));
        world.call(second, CallNumber.CALL, endpoint, Tag.of(2, 0), 0);
        world.call(third, CallNumber.CALL, endpoint, Tag.of(3, 0), 0);
        rootCalls(Tag.of(1, 0));
        world.call(server, CallNumber.RECEIVE, endpoint, 0, reply);
        assertEquals(2, Tag.label(server.registers.x6));
        serverAnswers(0);
        assertEquals(3, Tag.label(server.registers.x6));
        serverAnswers(0);
        assertEquals(1, Tag.label(server.registers.x6));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 64, 120})
    void longMessagesTravelThroughThePages(int words) {
        serverWaits();
        for (int i = 8; i < 121; i++) {
            Memory.storeLong(root.messagePage + 8L * i, 1000 + i);
            Memory.storeLong(server.messagePage + 8L * i, -1);
        }
        rootCalls(Tag.of(1, words), 1, 2, 3, 4, 5, 6, 7, 8);
        assertEquals(8, server.registers.x17);
        for (int i = 8; i < 121; i++) {
            assertEquals(i < words ? 1000 + i : -1, Memory.loadLong(server.messagePage + 8L * i));
        }
        Memory.storeLong(server.messagePage + 64, 4711);
        serverAnswers(Tag.of(0, 9));
        assertEquals(4711, Memory.loadLong(root.messagePage + 64));
    }

    @Test
    void aReceiverWithoutPageGetsWhatFitsTheRegisters() {
        serverWaits();
        Frame page = server.messageFrame;
        for (int slot = 16; slot < 100; slot++) {
            if (world.object(slot) == page) {
                world.invoke(1, Operation.TABLE_DELETE, slot);
            }
        }
        assertEquals(0, server.messagePage);
        rootCalls(Tag.of(1, 20));
        assertEquals(Tag.of(1, 8), server.registers.x6);
        assertEquals(ErrorCode.NOT_MAPPED, serverAnswers(Tag.of(1, 20)));
        assertEquals(ThreadState.AWAITING_REPLY, root.state);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {121, 0xffff_ff00L, 0x4000_0000L, 0x0100_0000L, 255, 0x8000_0000_0000_0000L, 0xc000_0001_0000_0001L
            })
    void badTagsAreRefused(long tag) {
        serverWaits();
        assertEquals(ErrorCode.INVALID_ARGUMENT, rootCalls(tag));
        assertEquals(9, root.registers.x6);
        assertEquals(ThreadState.RECEIVING, server.state);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "512, 1", "300, 1", "3, 2", "9223372036854775807, 1", "-9223372036854775808, 1"})
    void callsToNothingAreRefused(long capability, int code) {
        assertEquals(code, world.call(root, CallNumber.CALL, capability, 0, 0));
        assertEquals(0, root.registers.x6);
    }

    @Test
    void rightsDecideWhoMaySendAndReceive() {
        assertEquals(ErrorCode.MISSING_RIGHT, world.call(server, CallNumber.RECEIVE, badged, 0, reply));
        assertEquals(Rights.RECEIVE, server.registers.x10);
        world.invoke(1, Operation.TABLE_COPY, 100, 1, endpoint, Rights.RECEIVE);
        assertEquals(ErrorCode.MISSING_RIGHT, world.call(root, CallNumber.CALL, 100, 0, 0));
    }

    @Test
    void receiveNeedsAFreeReply() {
        assertEquals(ErrorCode.WRONG_TYPE, world.call(server, CallNumber.RECEIVE, endpoint, 0, endpoint));
        assertEquals(10, server.registers.x6);
        assertEquals(ErrorCode.NO_CAPABILITY, world.call(server, CallNumber.RECEIVE, endpoint, 0, 0));
        serverWaits();
        assertEquals(ErrorCode.BUSY, world.call(root, CallNumber.RECEIVE, endpoint, 0, reply));
        rootCalls(0);
        assertEquals(ErrorCode.BUSY, world.call(server, CallNumber.RECEIVE, endpoint, 0, reply));
        assertEquals(ThreadState.AWAITING_REPLY, root.state);
    }

    @Test
    void replyGoesOnWithoutWaiting() {
        serverWaits();
        rootCalls(0);
        assertEquals(ErrorCode.OK, world.call(server, CallNumber.REPLY, 0, Tag.of(3, 0), reply));
        assertEquals(3, Tag.label(root.registers.x6));
        assertSame(server, world.core.current);
        assertEquals(ErrorCode.CANCELLED, world.call(server, CallNumber.REPLY, 0, 0, reply));
    }

    @Test
    void replyReceiveWithNobodyToAnswerOnlyReceives() {
        serverAnswers(0);
        assertEquals(ThreadState.RECEIVING, server.state);
        assertNull(((Reply) world.object(reply)).caller);
    }

    @Test
    void aRefusedReplyReceiveAnswersNobody() {
        serverWaits();
        rootCalls(0);
        assertEquals(ErrorCode.NO_CAPABILITY, world.call(server, CallNumber.REPLY_RECEIVE, 300, 0, reply));
        assertEquals(ThreadState.AWAITING_REPLY, root.state);
    }

    @Test
    void callingOneselfWaitsForeverButHarmsNobody() {
        rootCalls(0);
        assertEquals(ThreadState.SENDING, root.state);
        assertSame(server, world.core.current);
    }

    @Test
    void aLessUrgentServerWaitsItsTurn() {
        Thread low = world.thread(world.startThread(10));
        Thread high = world.thread(world.startThread(101));
        world.call(low, CallNumber.RECEIVE, endpoint, 0, reply);
        rootCalls(Tag.of(1, 0));
        assertSame(server, world.core.current);
        assertEquals(ThreadState.READY, low.state);
        assertEquals(ThreadState.READY, high.state);
        assertEquals(Tag.of(1, 0), low.registers.x6);
    }

    @Test
    void theServersDeathWakesTheCaller() {
        serverWaits();
        rootCalls(0);
        world.invokeAs(server, 1, Operation.TABLE_DELETE, reply);
        assertEquals(ErrorCode.SERVER_GONE, root.registers.x5);
        assertEquals(ThreadState.READY, root.state);
    }

    @Test
    void aDeadReplyCancelsItsReceiver() {
        serverWaits();
        world.invoke(1, Operation.TABLE_DELETE, reply);
        assertEquals(ErrorCode.CANCELLED, server.registers.x5);
    }

    @Test
    void aDeadEndpointCancelsAllThatWait() {
        Thread second = world.thread(world.startThread(120));
        world.call(second, CallNumber.CALL, endpoint, 0, 0);
        world.call(server, CallNumber.CALL, endpoint, 0, 0);
        world.invoke(1, Operation.TABLE_REVOKE, endpoint);
        world.invoke(1, Operation.TABLE_DELETE, endpoint);
        assertEquals(ErrorCode.CANCELLED, second.registers.x5);
        assertEquals(ErrorCode.CANCELLED, server.registers.x5);
    }

    @Test
    void aDeadCallerLeavesTheReplyFree() {
        int callerSlot = world.startThread(90);
        Thread caller = world.thread(callerSlot);
        serverWaits();
        world.call(caller, CallNumber.CALL, endpoint, 0, 0);
        world.invoke(1, Operation.TABLE_DELETE, callerSlot);
        assertEquals(ErrorCode.CANCELLED, world.call(server, CallNumber.REPLY, 0, 0, reply));
        serverWaits();
    }

    @Test
    void anUnknownCallIsAFaultWithoutHandlerASuspension() {
        world.trap(root, 99, 0, 0, 0, 0);
        assertEquals(ThreadState.SUSPENDED, root.state);
    }

    @Test
    void theNumberIsReadInFull() {
        world.trap(root, 0x1_0000_0000L, badged, 0, 0, 0);
        assertEquals(ThreadState.SUSPENDED, root.state);
    }
}
