package ristretto.supervisor;

import ristretto.sdk.Clock;
import ristretto.sdk.Request;
import ristretto.sdk.protocol.SystemProtocol;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.SystemTable;

/** Does what processes that may control the system ask for; {@link SystemProtocol} says what that is. Every number that comes from a client is checked before its use. */
final class ControlRequests {
    private final Supervisor supervisor;
    private final Resources resources;
    private final Child[] children;
    /** Null: nothing is lent. */
    private final Loans loans;

    ControlRequests(Supervisor supervisor, Resources resources, Child[] children, Loans loans) {
        this.resources = resources;
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
        if (label == SystemProtocol.RESTART) {
            supervisor.restartMachine();
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
            case SystemProtocol.ADD -> add(request, number);
            case SystemProtocol.REMOVE -> remove(request, client, number);
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
                    SystemProtocol.RECLAIM,
                    SystemProtocol.RESTART -> true;
            case SystemProtocol.ADD, SystemProtocol.REMOVE -> Features.spares();
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
        } else if (isNeeded(child, client)) {
            request.answer(SystemProtocol.INDISPENSABLE);
        } else {
            request.answer();
            child.stop();
        }
    }

    private static boolean isNeeded(Child child, Child client) {
        return child == client || child.description().lifeCycle().endsSystem() || isTerminalOf(client, child);
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
        } else if (!child.isAdded()) {
            request.answer(SystemProtocol.NOT_ADDED);
        } else {
            request.answer();
            supervisor.start(child);
        }
    }

    /** All that can be lacking is looked at before anything is done. */
    private void add(Request request, int number) {
        Child child = children[number];
        long free = resources.quota.freeBytes();
        if (child == null || !child.isSpare()) {
            request.answer(SystemProtocol.NO_SPARE);
        } else if (child.isAdded()) {
            request.answer(SystemProtocol.ADDED);
        } else if (child.missingBytes() > free) {
            request.answer(SystemProtocol.NO_MEMORY)
                    .putLong(child.missingBytes())
                    .putLong(free);
        } else {
            child.add();
            request.answer();
            supervisor.start(child);
        }
    }

    private void remove(Request request, Child client, int number) {
        Child child = children[number];
        if (child == null || !child.isSpare()) {
            request.answer(SystemProtocol.NO_SPARE);
        } else if (!child.isAdded()) {
            request.answer(SystemProtocol.NOT_ADDED);
        } else if (isNeeded(child, client)) {
            request.answer(SystemProtocol.INDISPENSABLE);
        } else {
            request.answer();
            child.remove();
        }
    }

    private void swapping(Request request, int number) {
        Child child = children[number];
        request.answer()
                .putLong(child == null || child.swap() == null ? 0 : 1)
                .putLong(child == null ? 0 : child.swaps());
    }
}
