package ristretto.supervisor;

import ristretto.abi.StreamProtocol;
import ristretto.sdk.Badge;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Clock;
import ristretto.sdk.Connection;
import ristretto.sdk.Message;
import ristretto.sdk.Utf8;
import ristretto.sdk.kernel.KernelLog;
import ristretto.sdk.protocol.ConsoleProtocol;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * Where the supervisor says what has happened: on the console that processes use, or in the kernel's log where
 * that does not answer in time. The supervisor waits for nobody.
 */
final class Announcer {
    private static final long PATIENCE_NS = 50_000_000L;

    private final Reports reports = new Reports();
    private final KernelLog log;
    /** Null: they are forgotten with the supervisor. */
    private final KeptReports kept;

    private final Child[] children;
    /** Number of the process that provides the streams; it counts only where {@link #console} is there. */
    private final int server;

    private final Connection console;
    private final Message message = new Message();

    Announcer(Resources resources, SystemTable table, Child[] children) {
        this.children = children;
        log = new KernelLog(resources.log);
        kept = Features.supervisorRestarts() && resources.journal != null ? KeptReports.ofThisProcess(resources) : null;
        if (Features.supervisorRestarts() && kept != null) {
            kept.readInto(reports);
        }
        server = table.providerOf(streams(table));
        if (server < 0) {
            console = null;
        } else {
            int slot = resources.slots.take();
            long badge = Badge.of(SystemTable.SUPERVISOR, false, 0);
            int endpoint = Resources.endpointOf(table.processes().get(server).name());
            resources.mint(slot, endpoint, badge);
            console = new Connection(slot);
        }
    }

    Reports reports() {
        return reports;
    }

    /** A line of its own. */
    void say(String text) {
        long now = Clock.nowNs();
        long number = reports.add(text, now);
        byte[] bytes = Utf8.encode(text + '\n');
        if (Features.supervisorRestarts() && kept != null) {
            kept.write(number, now, bytes, bytes.length - 1);
        }
        int length = Math.min(bytes.length, StreamProtocol.MAXIMUM_BYTES);
        message.start(ConsoleProtocol.WRITE_LINE)
                .putLong(StreamProtocol.ERROR | (long) length << 8)
                .putRaw(bytes, 0, length);
        if (!call()) {
            log.writeLine(text);
        }
    }

    /** Tells the terminal the exit code of the program that it was there for. */
    void exitCode(int code) {
        message.start(ConsoleProtocol.EXIT_CODE).putLong(code);
        call();
    }

    private boolean call() {
        if (console == null || children[server] == null || children[server].life() == null) {
            return false;
        }
        try {
            return console.call(message, Clock.deadline(PATIENCE_NS)) == 0;
        } catch (CapabilityError e) {
            return false;
        }
    }

    /** The service that the first process with streams uses for them. */
    private static String streams(SystemTable table) {
        for (ProcessDescription process : table.processes()) {
            if (!process.streams().isEmpty()) {
                return process.streams();
            }
        }
        return "";
    }
}
