package ristretto.tool.description;

import java.util.List;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.system.SystemTable;

/** What the tables {@code process.NAME} may have. The limits are those of the records in {@code ristretto.sdk.system}. */
final class ProcessKeys {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    private static final long PAGE = 4096;
    private static final long MEBIBYTE = 1 << 20;
    private static final long LENT = SupervisorProtocol.LENT_BYTES;
    private static final Kind<Long> WAIT = Numbers.time(0, HOUR);
    private static final Kind<Long> SHARE = Numbers.time(10_000, 10 * SECOND);
    private static final Kind<Long> LOAN = Numbers.size(LENT, LENT, 64 * MEBIBYTE);

    static final Key<String> MAIN = Key.required("main", Texts.TEXT, "The class whose `main` the process runs.");
    static final Key<List<String>> ARGUMENTS = Key.optional("arguments", Texts.LIST, List.of(), "What `main` gets.");
    static final Key<Table> VERSIONS = Key.absent(
            "versions",
            Texts.TABLE,
            new Table(),
            "Of a server: other images that may take its place (`swap`), by name, with the main class of each.");

    static final Key<Long> HEAP = Key.required(
            "heap",
            Numbers.size(PAGE, 0, 1024 * MEBIBYTE),
            "Memory for objects, the process's own from the beginning.");
    /** Without it the tool computes what root needs. */
    static final Key<Long> HEAP_OF_ROOT = Key.absent("heap", HEAP.kind(), 0L, HEAP.meaning());

    static final Key<Long> STACK =
            Key.required("stack", Numbers.size(PAGE, PAGE, 16 * MEBIBYTE), "Memory for the stack of its first thread.");
    static final Key<Long> MEMORY = Key.absent(
            "memory",
            Numbers.size(PAGE, PAGE, 2048 * MEBIBYTE),
            0L,
            "All that it and its kernel objects have, where that is more than image, heap, stack and capabilities need. Of the supervisor: what all processes that it starts have together; if missing, all that is left.");
    static final Key<Long> STATE = Key.absent(
            "state",
            Numbers.size(1, 8, 512 << 10),
            0L,
            "What it may save for its next life. Not of root and the supervisor, which have none.");
    static final Key<Long> LENDS =
            Key.absent("lends", LOAN, 0L, "Of the supervisor only: what it has for all heaps that borrow.");
    static final Key<Long> BORROWS = Key.absent(
            "borrows",
            LOAN,
            0L,
            "By how much the heap may grow with what the supervisor lends. Not of the supervisor.");

    static final Key<Long> PRIORITY =
            Key.required("priority", Numbers.integer(0, 255), "The higher one runs first, as long as it has budget.");
    static final Key<Long> BUDGET =
            Key.required("budget", SHARE, "How long it may run in each period; at most the period.");
    static final Key<Long> PERIOD = Key.required("period", SHARE, "After so long its budget is full again.");

    static final Key<String> RESTART = Key.optional(
            "restart",
            Texts.choice("always", "on-failure", "never"),
            "always",
            "When it is started again after its end.");
    static final Key<Long> BACK_OFF = Key.optional(
            "back-off",
            WAIT,
            SECOND / 10,
            "The wait before the second restart in quick succession; it doubles with each further one. The first is immediate.");
    static final Key<Long> BACK_OFF_LIMIT =
            Key.optional("back-off-limit", WAIT, 10 * SECOND, "The wait grows no longer than that.");
    static final Key<Long> STABLE_AFTER =
            Key.optional("stable-after", WAIT, 10 * SECOND, "A life that lasted so long ends the quick succession.");
    static final Key<Long> GIVE_UP_AFTER = Key.optional(
            "give-up-after",
            Numbers.integer(0, Integer.MAX_VALUE),
            0L,
            "So many restarts in quick succession are the last; 0: it never gives up. In a group all are started afresh then, and so often in quick succession too.");
    static final Key<String> GROUP = Key.absent(
            "group",
            Texts.NAME,
            "",
            "Of processes that are ended and started afresh together where one of them would be given up. Not of root and the supervisor.");
    static final Key<Long> HEARTBEAT = Key.optional(
            "heartbeat",
            WAIT,
            0L,
            "How often the supervisor, or for that one root, asks it for a sign of life; `\"0s\"`: never.");
    static final Key<Boolean> ENDS_SYSTEM = Key.optional(
            "ends-system", Texts.FLAG, false, "When it ends for good the machine is powered off, with its exit code.");

    static final Key<Boolean> SPARE = Key.optional(
            "spare",
            Texts.FLAG,
            false,
            "It is not started with the system, and has no memory of its own before `add NAME` in the shell starts it. Not of root and the supervisor, and in no group.");

    static final Key<List<String>> PROVIDES =
            Key.optional("provides", Texts.NAMES, List.of(), "Services that it offers; each has one provider.");
    static final Key<Long> CONCURRENT_CALLS = Key.absent(
            "concurrent-calls",
            Numbers.integer(1, SystemTable.MAXIMUM_CONCURRENT_CALLS),
            0L,
            "Of a server whose methods may wait: on how many calls of each client it works at a time. They go through shared memory, 12K for each client, and the clients' other threads go on.");
    static final Key<Long> RECEIVES = Key.absent(
            "receives",
            Numbers.integer(1, SystemTable.MAXIMUM_RECEIVED),
            0L,
            "How many services of others it may hold at a time that came to it as arguments and results of calls.");
    static final Key<Long> SESSIONS = Key.absent(
            "sessions",
            Numbers.integer(1, SystemTable.MAXIMUM_RECEIVED),
            0L,
            "Of a server: how many services each of its clients may hold at a time that the server's methods have returned.");
    static final Key<List<String>> USES =
            Key.optional("uses", Texts.NAMES, List.of(), "Services of other processes that it may call.");
    static final Key<String> STREAMS =
            Key.absent("streams", Texts.TEXT, "", "The service that `System.in`, `out` and `err` go to.");
    static final Key<List<String>> RINGS = Key.optional(
            "rings",
            Texts.NAMES,
            List.of(),
            "Processes to which a ring goes from it; root and the supervisor have none.");
    static final Key<List<String>> DEVICES = Key.optional(
            "devices", Texts.NAMES, List.of(), "Devices that are its alone, with registers and interrupt.");
    static final Key<Long> DMA = Key.absent(
            "dma",
            Numbers.size(PAGE, PAGE, MEBIBYTE),
            0L,
            "Memory that it shares with its devices: it knows the physical address, and the memory outlives it.");
    static final Key<Long> BUFFER = Key.absent(
            "buffer",
            Numbers.size(PAGE, PAGE, MEBIBYTE),
            0L,
            "Memory that it may let servers use for the time of a call, and that it copies theirs, or its clients', to and from.");
    static final Key<List<String>> MAY = Key.optional(
            "may",
            Texts.some(List.of("inspect", "control", "log", "foreground")),
            List.of(),
            "What it may ask of the system itself: about processes and memory, to end and start them and the machine, to write to the kernel's log, to get the terminal's input first.");

    static final List<Key<List<String>>> LISTS = List.of(ARGUMENTS, PROVIDES, USES, RINGS, DEVICES);

    private static final Form COMMON = Form.of(
            "",
            MAIN,
            ARGUMENTS,
            VERSIONS,
            HEAP,
            STACK,
            MEMORY,
            STATE,
            PRIORITY,
            BUDGET,
            PERIOD,
            RESTART,
            BACK_OFF,
            BACK_OFF_LIMIT,
            STABLE_AFTER,
            GIVE_UP_AFTER,
            GROUP,
            HEARTBEAT,
            ENDS_SYSTEM,
            SPARE,
            PROVIDES,
            CONCURRENT_CALLS,
            RECEIVES,
            SESSIONS,
            USES,
            STREAMS,
            RINGS,
            DEVICES,
            DMA,
            BUFFER,
            MAY);
    static final Form SUPERVISOR = COMMON.and("process.supervisor", LENDS);
    static final Form PROCESS = COMMON.and("process.NAME", BORROWS);
    static final Form ROOT = PROCESS.with("process.root", HEAP_OF_ROOT);
    /** What every process has and what depends on no other one. */
    static final Form DEFAULTS = Form.of(
            "defaults",
            HEAP,
            STACK,
            PRIORITY,
            BUDGET,
            PERIOD,
            RESTART,
            BACK_OFF,
            BACK_OFF_LIMIT,
            STABLE_AFTER,
            GIVE_UP_AFTER,
            HEARTBEAT,
            ENDS_SYSTEM);

    /** The form of this process's table. */
    static Form of(String name) {
        return switch (name) {
            case "root" -> ROOT;
            case "supervisor" -> SUPERVISOR;
            default -> PROCESS;
        };
    }

    private ProcessKeys() {}
}
