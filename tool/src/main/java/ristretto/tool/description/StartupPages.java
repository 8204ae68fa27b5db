package ristretto.tool.description;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ristretto.abi.StartupPage;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.Startup;
import ristretto.sdk.loader.Connections;
import ristretto.sdk.system.Channel;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.SystemTable;

/**
 * The page in which a process finds what it was given (see {@link StartupPage}) has to have room for its name, its arguments, and a value and a name for each thing that it is
 * given: by the supervisor when it begins a life, and by root, if it is the supervisor. {@code StartupPageLimitTest} holds what is counted here against processes that run.
 */
public final class StartupPages {
    private static final int PAGE = 4096;
    private static final int VALUE_BYTES = 8;
    private static final int LENGTH_BYTES = 2;

    private final SystemTable table;
    private final int number;
    private final ProcessDescription process;
    private long bytes = StartupPage.FIRST_FREE;

    private StartupPages(SystemTable table, int number) {
        this.table = table;
        this.number = number;
        process = table.processes().get(number);
        text(process.name());
        process.arguments().forEach(this::text);
        process.devices().forEach(device -> grant(Startup.DEVICE, device.name()));
        if (number == SystemTable.SUPERVISOR) {
            own("notification");
            replies(SupervisorProtocol.REPLIES);
            countSupervisor();
        } else {
            own("notification");
            replies(Connections.replies(table, number));
            countOthers();
        }
    }

    /** Bytes of the page that hold something. */
    public static long bytes(SystemTable table, int number) {
        return new StartupPages(table, number).bytes;
    }

    static void check(List<Section> sections, SystemTable table) {
        for (int i = SystemTable.SUPERVISOR; i < sections.size(); i++) {
            long bytes = bytes(table, i);
            if (bytes > PAGE) {
                boolean hasArguments = !table.processes().get(i).arguments().isEmpty();
                sections.get(i)
                        .problem(
                                hasArguments ? ProcessKeys.ARGUMENTS.name() : "",
                                "at most " + PAGE + " bytes of arguments and of names of all that it is given",
                                Long.toString(bytes),
                                null);
            }
        }
    }

    private void countSupervisor() {
        for (String name : List.of("log", "table", "thread", "archive", "devices", "scheduling", "interrupts")) {
            own(name);
        }
        own("endpoint");
        own("root");
        for (ProcessDescription other : table.processes()) {
            if (other.isServer()) {
                grant("endpoint", other.name());
            }
        }
        if (process.lifeCycle().restart() != Restart.NEVER) {
            own("journal");
            own("reports");
            own("heartbeat");
        }
        own("memory-bytes");
        own("quota");
        own("first-slot");
        own("slots");
    }

    private void countOthers() {
        own("heartbeat");
        own("supervisor");
        ownIf(process.memory().loanBytes() > 0, "borrows");
        ownIf(process.authority().log(), "log");
        ownIf(process.concurrentCalls() > 0, "concurrent-calls");
        ownIf(process.memory().stateBytes() > 0, "state", "state-bytes");
        ownIf(process.memory().dmaBytes() > 0, "dma", "dma-bytes", "dma-physical");
        if (process.receivesCapabilities()) {
            own("table");
            own("receives");
            own("first-received");
            own("receive-slots");
            ownIf(process.memory().bufferBytes() > 0, "buffer", "buffer-address", "buffer-bytes", "first-lease");
            ownIf(process.sessions() > 0, "endpoint", "sessions", "session");
        }
        for (Channel channel : table.channels()) {
            countChannel(channel);
        }
        process.provides().forEach(service -> grant(Startup.PROVIDES, service));
        process.uses().forEach(service -> grant(Startup.USES, service));
        if (!process.streams().isEmpty() && !process.uses().contains(process.streams())) {
            grant(Startup.USES, process.streams());
        }
        process.interrupts().forEach(interrupt -> grant(Startup.INTERRUPT, interrupt.name()));
    }

    private void countChannel(Channel channel) {
        String from = table.processes().get(channel.from()).name();
        String to = table.processes().get(channel.to()).name();
        if (channel.from() == number) {
            grant(
                    channel.isForCalls() ? Startup.CALLS_TO : Startup.RING_TO,
                    channel.isForCalls() ? channel.service() : to);
            grant(
                    channel.isForCalls() ? Startup.CALLS_TO_WAKE : Startup.RING_TO_WAKE,
                    channel.isForCalls() ? channel.service() : to);
        } else if (channel.to() == number && channel.isForCalls()) {
            grant(Startup.CALLS_FROM_BADGE, channel.service());
            grant(Startup.CALLS_FROM, channel.service());
            grant(Startup.CALLS_FROM_WAKE, channel.service());
        } else if (channel.to() == number) {
            grant(Startup.RING_FROM, from);
            grant(Startup.RING_FROM_WAKE, from);
        }
    }

    /** Behind the notification, which is in slot 1; all but the first have their slots in their names. */
    private void replies(int count) {
        for (int i = 0; i < count; i++) {
            own(i == 0 ? "reply" : "reply-" + (2 + i));
        }
        own("replies");
    }

    private void ownIf(boolean isGiven, String... names) {
        for (String name : names) {
            if (isGiven) {
                own(name);
            }
        }
    }

    private void own(String name) {
        grant(Startup.OWN, name);
    }

    private void grant(String kind, String name) {
        bytes += VALUE_BYTES;
        text(kind + ":" + name);
    }

    private void text(String text) {
        bytes += LENGTH_BYTES + text.getBytes(StandardCharsets.UTF_8).length;
    }
}
