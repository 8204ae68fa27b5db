package ristretto.bench.kerneltests;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;

/** Endpoint, Reply, and the capabilities that travel: this process serves, its puppet calls. */
final class MessageTests {
    private static final int CALLED = 50;
    private static final int UNBADGED = 51;
    private static final int MUTE = 52;
    private static final int OFFERED = 53;
    private static final int TABLE = RootSlot.CAP_TABLE;

    private final Stage stage;
    private final int endpoint;
    private final int reply;

    MessageTests(Stage stage) {
        this.stage = stage;
        endpoint = stage.make(ObjectType.ENDPOINT, 0);
        reply = stage.make(ObjectType.REPLY, 0);
        stage.give(CALLED, endpoint, Rights.SEND, 9);
        stage.give(MUTE, endpoint, Rights.RECEIVE, 0);
        stage.give(OFFERED, stage.make(ObjectType.NOTIFICATION, 0), Rights.SEND | Rights.RECEIVE, 6);
    }

    void run() {
        refusals();
        callAndReply();
        deadlines();
        destruction();
        capabilities();
    }

    private int receive(long slot) {
        return stage.call(CallNumber.RECEIVE, endpoint, 0, reply | slot << 32, 0);
    }

    private int answer(long tag, long... words) {
        return stage.call(CallNumber.REPLY, 0, tag, reply, 0, words);
    }

    private void refusals() {
        int call = CallNumber.CALL;
        stage.equal("call without right", ErrorCode.MISSING_RIGHT, stage.puppetCall(call, MUTE, 0, 0, 0));
        stage.equal("call nothing", ErrorCode.NO_CAPABILITY, stage.puppetCall(call, 200, 0, 0, 0));
        stage.equal("call outside", ErrorCode.NO_CAPABILITY, stage.puppetCall(call, 1L << 33, 0, 0, 0));
        stage.equal("121 words", ErrorCode.INVALID_ARGUMENT, stage.puppetCall(call, CALLED, 121, 0, 0));
        stage.equal("255 words", ErrorCode.INVALID_ARGUMENT, stage.puppetCall(call, CALLED, 255, 0, 0));
        stage.equal(
                "a fault's label", ErrorCode.INVALID_ARGUMENT, stage.puppetCall(call, CALLED, Long.MIN_VALUE, 0, 0));
        stage.equal("reserved bits", ErrorCode.INVALID_ARGUMENT, stage.puppetCall(call, CALLED, 1L << 30, 0, 0));
        long nothing = Tag.withCapability(Tag.of(1, 0), 200, 63);
        stage.equal("an offer of nothing", ErrorCode.NO_CAPABILITY, stage.puppetCall(call, CALLED, nothing, 0, 0));
        stage.equal("a negative deadline of a call", ErrorCode.OUT_OF_RANGE, stage.puppetCall(call, CALLED, 0, 0, -1));
        stage.equal("a past deadline of a call", ErrorCode.TIMED_OUT, stage.puppetCall(call, CALLED, 0, 0, 1));
        stage.equal(
                "receive without right",
                ErrorCode.MISSING_RIGHT,
                stage.puppetCall(CallNumber.RECEIVE, CALLED, 0, 3, 0));
        stage.equal("receive without a Reply", ErrorCode.WRONG_TYPE, receiveWith(endpoint));
        stage.equal("receive with nothing", ErrorCode.NO_CAPABILITY, receiveWith(500));
        stage.equal("reply to nobody", ErrorCode.CANCELLED, answer(0));
        long soon = stage.workshop.scheduling.inspect().nowTicks() + 2000;
        stage.equal("call oneself", ErrorCode.TIMED_OUT, stage.call(call, endpoint, Tag.of(1, 0), 0, soon));
    }

    private int receiveWith(long place) {
        return stage.call(CallNumber.RECEIVE, endpoint, 0, place, 0);
    }

    private void callAndReply() {
        stage.puppetLater(CallNumber.CALL, CALLED, Tag.of(7, 3), 0, 0, 31, 32, 33);
        stage.equal("a caller waits", ThreadState.SENDING, stage.puppetState());
        stage.equal("receive", ErrorCode.OK, receive(0));
        stage.equal("the badge comes", 9, stage.r.t2);
        stage.equal("the tag comes", Tag.of(7, 3), stage.r.t1);
        stage.test("the words come", stage.r.a0 == 31 && stage.r.a1 == 32 && stage.r.a2 == 33, "" + stage.r.a0);
        stage.equal("no other word comes", 0, stage.r.a3 | stage.r.a4 | stage.r.a5 | stage.r.a6 | stage.r.a7);
        stage.equal("the caller awaits the answer", ThreadState.AWAITING_REPLY, stage.puppetState());
        stage.equal("a Reply in use", ErrorCode.BUSY, receive(0));
        stage.equal("reply", ErrorCode.OK, answer(Tag.of(0, 2), 41, 42));
        stage.equal("reply twice", ErrorCode.CANCELLED, answer(Tag.of(0, 0)));
        stage.equal("the caller is served", ErrorCode.OK, stage.puppetResult());
        stage.test("with the answer", stage.r.a3 == 41 && stage.r.a4 == 42, stage.r.a3 + ", " + stage.r.a4);
        stage.equal("and nothing else", 0, stage.r.a5 | stage.r.a6 | stage.r.a7);
    }

    private void deadlines() {
        long soon = stage.workshop.scheduling.inspect().nowTicks() + 2000;
        stage.puppetLater(CallNumber.CALL, CALLED, Tag.of(7, 0), 0, soon);
        int status = stage.call(CallNumber.WAIT, stage.make(ObjectType.NOTIFICATION, 0), 0, 0, soon + 20_000);
        stage.equal("time passes", ErrorCode.TIMED_OUT, status);
        stage.equal("a caller gives up", ErrorCode.TIMED_OUT, stage.puppetResult());
        stage.puppetLater(CallNumber.CALL, CALLED, Tag.of(7, 0), 0, soon + 60_000);
        stage.equal("receive before a deadline", ErrorCode.OK, receive(0));
        stage.call(CallNumber.WAIT, stage.make(ObjectType.NOTIFICATION, 0), 0, 0, soon + 90_000);
        stage.equal("gives up while it is served", ErrorCode.TIMED_OUT, stage.puppetResult());
        stage.equal("an answer that comes too late", ErrorCode.CANCELLED, answer(0));
    }

    private void destruction() {
        int place = stage.make(ObjectType.REPLY, 0);
        stage.puppetLater(CallNumber.CALL, CALLED, Tag.of(7, 0), 0, 0);
        stage.equal("receive with another Reply", ErrorCode.OK, receiveWith(place));
        stage.equal("delete a Reply in use", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_DELETE, place));
        stage.equal("tells the caller", ErrorCode.SERVER_GONE, stage.puppetResult());
        int doomed = stage.make(ObjectType.ENDPOINT, 0);
        stage.give(60, doomed, Rights.SEND, 1);
        stage.puppetLater(CallNumber.CALL, 60, Tag.of(7, 0), 0, 0);
        stage.equal("revoke an endpoint's callers", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_REVOKE, doomed));
        stage.equal("their calls stay", ThreadState.SENDING, stage.puppetState());
        stage.equal("delete an endpoint in use", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_DELETE, doomed));
        stage.equal("cancels the calls", ErrorCode.CANCELLED, stage.puppetResult());
    }

    private void capabilities() {
        int slot = stage.workshop.freeSlot();
        long offer = Tag.withCapability(Tag.of(7, 1), OFFERED, Rights.SEND);
        stage.puppetLater(CallNumber.CALL, CALLED, offer, 0, 0, 5);
        stage.equal("receive a capability", ErrorCode.OK, receive(slot));
        stage.equal("the tag names the slot", slot, Tag.capability(stage.r.t1));
        stage.equal("and the rights", Rights.SEND, Tag.rights(stage.r.t1));
        stage.equal("the word is there too", 5, stage.r.a0);
        stage.equal("what came can be used", ErrorCode.OK, stage.call(CallNumber.SIGNAL, slot, 0, 0, 0));
        stage.equal("but not beyond its rights", ErrorCode.MISSING_RIGHT, stage.call(CallNumber.POLL, slot, 0, 0, 0));
        answer(0);
        stage.equal("the badge was kept", ErrorCode.OK, stage.puppetCall(CallNumber.POLL, OFFERED, 0, 0, 0));
        stage.equal("as its bits", 6, stage.r.a3);
        stage.puppetLater(CallNumber.CALL, CALLED, offer, 0, 0, 5);
        stage.equal("receive into a full slot", ErrorCode.OK, receive(slot));
        stage.equal("brings no capability", 0, Tag.capability(stage.r.t1));
        answer(0);
        stage.puppetLater(CallNumber.CALL, CALLED, offer, 0, 0, 5);
        stage.equal("receive outside the table", ErrorCode.OK, receive(5000));
        stage.equal("brings none either", 0, Tag.capability(stage.r.t1));
        answer(0);
        stage.puppetLater(CallNumber.CALL, CALLED, offer, 0, 0, 5);
        stage.equal("receive without a slot", ErrorCode.OK, receive(0));
        stage.equal("brings none", 0, Tag.capability(stage.r.t1) | Tag.rights(stage.r.t1));
        answer(0);
        stage.puppet.table().delete(OFFERED);
        stage.equal("the giver's deletion leaves it", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_INSPECT, slot));
    }
}
