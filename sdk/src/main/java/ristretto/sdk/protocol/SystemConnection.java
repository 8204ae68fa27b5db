package ristretto.sdk.protocol;

import ristretto.sdk.CapabilityError;
import ristretto.sdk.Connection;
import ristretto.sdk.Message;
import ristretto.sdk.Startup;
import ristretto.sdk.Text;
import ristretto.sdk.system.Features;

/** The connection of this process to its supervisor, with what {@link SystemProtocol} offers as methods. */
public final class SystemConnection {
    private final Connection supervisor = new Connection(Startup.supervisor());
    private final Message message = new Message();

    public int processes() {
        expectDone(call(message.start(SystemProtocol.COUNT)));
        return message.getInt(0, 255);
    }

    public ProcessStatus status(int process) {
        expectDone(call(message.start(SystemProtocol.STATUS).putLong(process)));
        return ProcessStatus.get(message);
    }

    public MachineStatus machine() {
        expectDone(call(message.start(SystemProtocol.MACHINE)));
        return MachineStatus.get(message);
    }

    /** The first capability from this slot on; null: there is none. */
    public CapabilityStatus capability(int process, int fromSlot) {
        int label =
                call(message.start(SystemProtocol.CAPABILITY).putLong(process).putLong(fromSlot));
        if (label == SystemProtocol.NOTHING) {
            return null;
        }
        expectDone(label);
        return CapabilityStatus.get(message);
    }

    /** The first report of the supervisor from this number on, counted from 0, that it keeps; null: there is none. */
    public ReportStatus report(long from) {
        int label = call(message.start(SystemProtocol.REPORT).putLong(from));
        if (label == SystemProtocol.NOTHING) {
            return null;
        }
        expectDone(label);
        return ReportStatus.get(message);
    }

    /** The supervisor itself can be crashed too; it answers by its end. */
    public void crash(int process) {
        try {
            expectDone(supervisor.call(message.start(SystemProtocol.CRASH).putLong(process)));
        } catch (CapabilityError e) {
            if (!e.isServerGone()) {
                throw e;
            }
        }
    }

    /** Begins to replace what runs by another version; {@link #isSwapping} tells when it is over. */
    public void swap(int process, String image) {
        order(message.start(SystemProtocol.SWAP).putLong(process).putString(image));
    }

    public boolean isSwapping(int process) {
        expectDone(call(message.start(SystemProtocol.SWAPPING).putLong(process)));
        return message.getInt(0, 1) == 1;
    }

    /** How many swaps of this process have come about. */
    public long swaps(int process) {
        isSwapping(process);
        return message.getLong();
    }

    /** Ends a process until it is started again. */
    public void stop(int process) {
        order(message.start(SystemProtocol.STOP).putLong(process));
    }

    /** Asks all processes for the memory that they have borrowed and do not need; they give it back when they come to that. */
    public void reclaim() {
        expectDone(call(message.start(SystemProtocol.RECLAIM)));
    }

    /** Gives a process that was stopped, has ended or was given up a new life. */
    public void start(int process) {
        order(message.start(SystemProtocol.START).putLong(process));
    }

    /** Adds a spare to what runs; what it lacks is told, and then nothing has changed. */
    public void add(int process) {
        int label = ordered(message.start(SystemProtocol.ADD).putLong(process));
        if (label == SystemProtocol.NO_MEMORY) {
            throw new RefusedException("the supervisor refuses: it takes " + Text.grouped(message.getLong())
                    + " bytes of memory, of which " + Text.grouped(message.getLong()) + " are left");
        }
        expectDone(label);
    }

    /** Takes a spare away again. */
    public void remove(int process) {
        order(message.start(SystemProtocol.REMOVE).putLong(process));
    }

    public void powerOff(int exitCode) {
        expectDone(call(message.start(SystemProtocol.POWER_OFF).putLong(exitCode)));
    }

    /** Restarts the machine, warm. */
    public void restart() {
        expectDone(call(message.start(SystemProtocol.RESTART)));
    }

    /** A supervisor that ends meanwhile is followed by another one, which is asked again. */
    private int call(Message request) {
        while (true) {
            try {
                return supervisor.call(request);
            } catch (CapabilityError e) {
                if (!Features.supervisorRestarts() || !e.isServerGone()) {
                    throw e;
                }
            }
        }
    }

    private void order(Message request) {
        expectDone(ordered(request));
    }

    /** As {@link #call}, of something to be done. What is so already has been done by the one that has ended. */
    private int ordered(Message request) {
        try {
            return supervisor.call(request);
        } catch (CapabilityError e) {
            if (!Features.supervisorRestarts() || !e.isServerGone()) {
                throw e;
            }
            int label = call(request);
            boolean isSo = label == SystemProtocol.RUNNING
                    || label == SystemProtocol.NOT_RUNNING
                    || label == SystemProtocol.BUSY
                    || label == SystemProtocol.ADDED
                    || label == SystemProtocol.NOT_ADDED;
            return isSo ? 0 : label;
        }
    }

    private static void expectDone(int label) {
        if (label != 0) {
            String why =
                    switch (label) {
                        case SystemProtocol.NOT_ALLOWED -> "not allowed";
                        case SystemProtocol.NO_SUCH_PROCESS -> "no such process";
                        case SystemProtocol.NOT_RUNNING -> "not running, or cannot be crashed";
                        case SystemProtocol.RUNNING -> "it is running";
                        case SystemProtocol.INDISPENSABLE -> "the system needs it";
                        case SystemProtocol.NO_SUCH_VERSION -> "it has no such version";
                        case SystemProtocol.NO_SPARE -> "it is no spare";
                        case SystemProtocol.NOT_ADDED -> "it is a spare that nobody has added";
                        case SystemProtocol.ADDED -> "it has been added";
                        case SystemProtocol.BUSY -> "another swap of it is under way";
                        default -> "request not understood";
                    };
            throw new RefusedException("the supervisor refuses: " + why);
        }
    }
}
