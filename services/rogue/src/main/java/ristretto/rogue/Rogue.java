package ristretto.rogue;

import ristretto.sdk.Handler;
import ristretto.sdk.Message;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.protocol.RogueProtocol;

/**
 * The process that does what no process may do, on command, so that one can see what becomes of it. Only here, and only
 * for that, a service reaches around the sdk.
 */
public final class Rogue implements Handler {
    private final Server server = Server.create("rogue", this);
    private final Message answer = new Message();

    public static void main(String[] arguments) {
        new Rogue().server.run();
    }

    /** Answers before the deed: there is no afterwards. */
    @Override
    public void serve(Request request) {
        if (request.label() != RogueProtocol.MISBEHAVE) {
            return;
        }
        String how = request.message().getString();
        int ticket = request.defer();
        server.answer(ticket, answer.start(0));
        misbehave(how);
    }

    private static void misbehave(String how) {
        switch (how) {
            case "read-kernel" -> Deeds.readKernel();
            case "write-code" -> Deeds.writeCode();
            case "null" -> Deeds.readNull();
            case "illegal" -> Deeds.illegalInstruction();
            case "privileged" -> Deeds.privilegedInstruction();
            case "spin" -> Deeds.spin();
            case "recurse" -> Deeds.recurse();
            case "fill-heap" -> Deeds.fillHeap();
            case "forge" -> Forgery.commit();
            case "flood" -> Flood.pour();
            default -> {}
        }
    }
}
