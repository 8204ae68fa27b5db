package ristretto.supervisor;

import ristretto.sdk.Clock;
import ristretto.sdk.Request;
import ristretto.sdk.protocol.SystemProtocol;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.SystemTable;

/** Does what processes that may control the system ask for; {@link SystemProtocol} says what that is. Every number that comes from a client is checked before its use. */
final class ControlRequests {
    private final Supervisor supervisor;
    private final Child[] children;
    /** Null: nothing is lent. */
    private final Loans loans;

    ControlRequests(Supervisor supervisor, Child[] children, Loans loans) {
        this.supervisor = supervisor;
        this.children = children;
        this.loans = loans;
    }

    void serve(Request request, Child client) {
        int label = request.label();
        if (!isControl(label)
                || !Requests.allowed(request, client.description().authority().control())) {
            return;
        }
        if (label == SystemProtocol.RECLAIM) {
            request.answer();
            if (Features.loans()) {
                loans.askAll();
            }
            return;
        }
        int number = Requests.number(request, children);
        if (number < 0) {
            return;
        }
        switch (label) {
            case SystemProtocol.CRASH -> crash(request, number);
            case SystemProtocol.SWAP -> swap(request, number);
            case SystemProtocol.STOP -> stop(request, client, number);
            case SystemProtocol.START -> start(request, number);
            case SystemProtocol.SWAPPING -> swapping(request, number);
            default -> {}
        }
    }

    private static boolean isControl(int label) {
        return switch (label) {
            case SystemProtocol.CRASH,
                    SystemProtocol.SWAP,
                    SystemProtocol.SWAPPING,
                    SystemProtocol.STOP,
                    SystemProtocol.START,
                    SystemProtocol.RECLAIM -> true;
            default -> false;
        };
    }

    /** Also of the supervisor itself, who never answers then. */
    private void crash(Request request, int number) {
        if (Features.supervisorRestarts() && number == SystemTable.SUPERVISOR) {
            supervisor.crash();
        }
        Child child = running(request, number);
        if (child != null) {
            request.answer();
            child.life().thread().redirect(0);
        }
    }

    /** Null, and the request is answered, where the process has no life. */
    private Child running(Request request, int number) {
        Child child = children[number];
        if (child == null || child.life() == null) {
            request.answer(SystemProtocol.NOT_RUNNING);
            return null;
        }
        return child;
    }

    private void swap(Request request, int number) {
        Child child = running(request, number);
        if (child == null) {
            return;
        }
        int version = child.versionOf(request.message().getString());
        if (version < 0) {
            request.answer(SystemProtocol.NO_SUCH_VERSION);
        } else if (child.swap() != null) {
            request.answer(SystemProtocol.BUSY);
        } else {
            request.answer();
            child.beginSwap(version, Clock.nowNs());
        }
    }

    /** The one who asks for it needs an answer, and the system those that end it. */
    private void stop(Request request, Child client, int number) {
        Child child = children[number];
        if (child == null || child.life() == null && child.nextNs() == Long.MAX_VALUE) {
            request.answer(SystemProtocol.NOT_RUNNING);
        } else if (child == client || child.description().lifeCycle().endsSystem() || isTerminalOf(client, child)) {
            request.answer(SystemProtocol.INDISPENSABLE);
        } else {
            request.answer();
            child.stop();
        }
    }

    private static boolean isTerminalOf(Child client, Child server) {
        return SystemTable.indexOf(
                        server.description().provides(), client.description().streams())
                >= 0;
    }

    private void start(Request request, int number) {
        Child child = children[number];
        if (child == null) {
            request.answer(SystemProtocol.NOT_RUNNING);
        } else if (child.life() != null) {
            request.answer(SystemProtocol.RUNNING);
        } else {
            request.answer();
            supervisor.start(child);
        }
    }

    private void swapping(Request request, int number) {
        Child child = children[number];
        request.answer()
                .putLong(child == null || child.swap() == null ? 0 : 1)
                .putLong(child == null ? 0 : child.swaps());
    }
}
