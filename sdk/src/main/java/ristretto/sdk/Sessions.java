package ristretto.sdk;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.service.Answers;

/**
 * The services of this process that its methods have returned: each client may hold as many as the description says ({@code sessions}). The badge of a call says which one is called. Its number is not given a second time: it counts on from
 * the time at which the process has started, and there is less than one for each tick, so that in the next life nobody takes those of this one for others.
 *
 * <p>The kernel tells nobody that a client has ended. But its calls say which of its lives makes them, so what an earlier one has left is ended when the next one asks for a service.
 */
final class Sessions implements Handler {
    /** One that a client holds. */
    private static final class Held {
        final long badge;
        /** In which the client has got it. */
        final int life;

        /** Null, as the service: the method that is to return it has not come to its end. */
        Handler handler;

        Object service;

        Held(long badge, int life) {
            this.badge = badge;
            this.life = life;
        }
    }

    private final Handler own;
    private final CapTable table = new CapTable((int) Startup.grant(Startup.OWN, "table"));
    private final int endpoint = (int) Startup.grant(Startup.OWN, "endpoint");
    /** Where the right to call one lies until the answer has taken it along. */
    private final int slot = (int) Startup.grant(Startup.OWN, "session");

    private final int most;
    private final List<Held> all = new ArrayList<>();
    private long number = Clock.nowTicks();
    /** It travels with the present answer; null: none does. */
    private Held leaving;

    private Sessions(Handler own, int most) {
        this.own = own;
        this.most = most;
    }

    /** @return null where the description lets it return none */
    static Sessions ofThisProcess(Handler own) {
        int most = (int) Startup.find(Startup.OWN, "sessions");
        return most == 0 ? null : new Sessions(own, most);
    }

    void expectRoom(Request request) {
        int life = life(request.badge());
        int count = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            Held held = all.get(i);
            if (Badge.client(held.badge) == request.client()) {
                if (held.life < life) {
                    end(held);
                } else if (held.life > life) {
                    throw new IllegalStateException("the client whose right this is has ended");
                } else {
                    count++;
                }
            }
        }
        if (count == most) {
            throw new IllegalStateException("the client holds " + most
                    + " services that methods have returned, as many as each may by the server's description");
        }
        Held held = new Held(Badge.ofSession(request.badge(), ++number), life);
        request.keepRoom(held);
        if (request.isLate()) {
            // Others may be called meanwhile.
            all.add(held);
        }
    }

    void giveUpRoom(Object room) {
        all.remove(room);
    }

    private int life(long badge) {
        return Badge.isOfSession(badge) ? find(badge).life : Badge.life(badge);
    }

    void handOut(Request request, Handler handler, Object service) {
        Held held = (Held) request.takeRoom();
        table.mint(slot, table, endpoint, Rights.SEND, held.badge);
        held.handler = handler;
        held.service = service;
        if (!request.isLate()) {
            all.add(held);
        }
        leaving = held;
        request.message().carry(service, Tag.withCapability(0, slot, Rights.SEND));
    }

    boolean isHandingOut() {
        return leaving != null;
    }

    /** @param isTaken whether the client was still there */
    void handedOut(boolean isTaken) {
        table.delete(slot);
        if (!isTaken) {
            end(leaving);
        }
        leaving = null;
    }

    private void end(Held held) {
        all.remove(held);
        if (held.service instanceof Session session) {
            try {
                session.ended();
            } catch (RuntimeException e) {
                Answers.uncaught(e);
            }
        }
    }

    /** Null: it has ended. */
    private Held find(long badge) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).badge == badge) {
                return all.get(i);
            }
        }
        return null;
    }

    /** Null: it has ended. */
    private Handler handler(long badge) {
        if (!Badge.isOfSession(badge)) {
            return own;
        }
        Held held = find(badge);
        return held == null ? null : held.handler;
    }

    @Override
    public void serve(Request request) {
        Handler handler = handler(request.badge());
        if (handler == null) {
            request.answer(Request.ENDED);
        } else if (handler != own && request.label() == Request.END) {
            end(find(request.badge()));
            request.answer();
        } else {
            handler.serve(request);
        }
    }

    @Override
    public long serveRegisters(CallRegisters registers, Request request) {
        long badge = registers.t2;
        Handler handler = handler(badge);
        if (handler == null) {
            return UNSERVED;
        }
        // Calls that the service makes expect nothing there, see Capability.
        registers.t2 = 0;
        long words = handler.serveRegisters(registers, request);
        if (words == UNSERVED) {
            registers.t2 = badge;
        }
        return words;
    }

    @Override
    public void serveLate(Request request) {
        Handler handler = handler(request.badge());
        if (handler == null) {
            request.answer(Request.ENDED);
        } else {
            handler.serveLate(request);
        }
    }

    @Override
    public boolean isAnsweredFirst(Request request) {
        Handler handler = handler(request.badge());
        return handler != null && handler.isAnsweredFirst(request);
    }

    /** Channels lead to what the description names, and to nothing that a method has returned. */
    @Override
    public long serveLateRegisters(CallRegisters registers, Request request) {
        return own.serveLateRegisters(registers, request);
    }

    @Override
    public void signalled(long bits) {
        own.signalled(bits);
    }

    @Override
    public long wakeAtTicks() {
        return own.wakeAtTicks();
    }

    @Override
    public void wake() {
        own.wake();
    }
}
