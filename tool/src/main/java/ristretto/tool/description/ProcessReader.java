package ristretto.tool.description;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.InterruptGrant;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Schedule;
import ristretto.sdk.system.SystemTable;

/** Reads the tables {@code process.NAME}. */
final class ProcessReader {
    /** Those that are there before the supervisor can give them rings, or a saved state. */
    private static final List<String> NOT_OF_SUPERVISOR = List.of("root", "supervisor");

    private final Map<String, Device> devices;
    private final ServiceNames services;
    private final List<String> processes;
    private final Map<String, String> ownerOfDevice = new HashMap<>();
    /** What the supervisor lends, which comes before all that borrow. */
    private long lent;

    ProcessReader(Map<String, Device> devices, ServiceNames services, List<String> processes) {
        this.devices = devices;
        this.services = services;
        this.processes = processes;
    }

    ProcessDescription read(Section section, String image, List<String> versions) {
        if (!DescriptionReader.NAME.matcher(section.name()).matches()) {
            section.problem("", DescriptionReader.A_NAME, Section.show(section.name()), null);
        }
        Set<String> usable = services.usableBy(section);
        List<DeviceGrant> registers = new ArrayList<>();
        List<InterruptGrant> interrupts = new ArrayList<>();
        readDevices(section, registers, interrupts);
        ProcessDescription process = new ProcessDescription(
                section.name(),
                image,
                readMemory(section),
                readSchedule(section),
                readLifeCycle(section),
                readAuthority(section),
                section.value(ProcessKeys.PROVIDES),
                readConcurrentCalls(section),
                section.names(ProcessKeys.USES, "a service that another process provides", usable),
                readRings(section),
                readStreams(section, usable),
                registers,
                interrupts,
                section.value(ProcessKeys.ARGUMENTS),
                versions,
                readReceives(section),
                readSessions(section));
        checkLists(section, process.arguments());
        section.refuseOthersThan(ProcessKeys.of(section.name()).names());
        return process;
    }

    /** The system's table has room for so much. */
    private static void checkLists(Section section, List<String> arguments) {
        for (Key<List<String>> key : ProcessKeys.LISTS) {
            if (section.has(key)
                    && section.get(key) instanceof List<?> list
                    && list.size() > SystemTable.MAXIMUM_LIST) {
                section.problem(key, "at most " + SystemTable.MAXIMUM_LIST, Integer.toString(list.size()));
            }
        }
        for (String argument : arguments) {
            int bytes = argument.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > SystemTable.MAXIMUM_STRING_BYTES) {
                section.problem(
                        ProcessKeys.ARGUMENTS,
                        "at most " + SystemTable.MAXIMUM_STRING_BYTES + " bytes each",
                        bytes + " bytes");
            }
        }
    }

    /** Reads the table {@code defaults}. */
    static void readDefaults(Section defaults) {
        for (Key<?> key : ProcessKeys.DEFAULTS.keys()) {
            if (defaults.has(key)) {
                defaults.value(key);
            }
        }
        defaults.refuseOthersThan(ProcessKeys.DEFAULTS.names());
    }

    private MemoryNeeds readMemory(Section section) {
        long heap = section.value(section.name().equals("root") ? ProcessKeys.HEAP_OF_ROOT : ProcessKeys.HEAP);
        return new MemoryNeeds(
                heap,
                section.value(ProcessKeys.STACK),
                section.value(ProcessKeys.MEMORY),
                readState(section),
                readLoan(section, heap),
                readDma(section),
                readBuffer(section));
    }

    /** What it borrows, or, if it is the supervisor, lends. */
    private long readLoan(Section section, long heap) {
        if (section.name().equals("supervisor")) {
            lent = section.value(ProcessKeys.LENDS);
            return lent;
        }
        if (!section.has(ProcessKeys.BORROWS)) {
            return 0;
        }
        long loan = section.value(ProcessKeys.BORROWS);
        if (section.name().equals("root")) {
            section.problem(
                    ProcessKeys.BORROWS,
                    "none for root, which is there before anything is lent",
                    Quantity.ofBytes(loan));
            return 0;
        }
        if (loan > lent) {
            section.problem(
                    ProcessKeys.BORROWS,
                    lent == 0
                            ? "none, as the supervisor lends nothing"
                            : "at most what the supervisor lends, " + Quantity.ofBytes(lent),
                    Quantity.ofBytes(loan));
        }
        long least = MemoryNeeds.leastHeapBytes(loan);
        if (heap < least && !section.isWrong(ProcessKeys.HEAP)) {
            section.problem(
                    ProcessKeys.HEAP,
                    "at least " + Quantity.ofBytes(least) + ", where it may borrow " + Quantity.ofBytes(loan),
                    Quantity.ofBytes(heap));
        }
        return loan;
    }

    private static long readDma(Section section) {
        if (!section.has(ProcessKeys.DMA)) {
            return 0;
        }
        String got = Section.show(section.get(ProcessKeys.DMA));
        if (NOT_OF_SUPERVISOR.contains(section.name())) {
            section.problem(ProcessKeys.DMA, "none for root and supervisor, which drive nothing", got);
        } else if (!section.has(ProcessKeys.DEVICES)) {
            section.problem(ProcessKeys.DMA, "none where there are no devices", got);
        }
        return section.value(ProcessKeys.DMA);
    }

    private static long readState(Section section) {
        if (section.has(ProcessKeys.STATE) && NOT_OF_SUPERVISOR.contains(section.name())) {
            section.problem(
                    ProcessKeys.STATE,
                    "none for root and supervisor, which have no next life",
                    Section.show(section.get(ProcessKeys.STATE)));
            return 0;
        }
        return section.value(ProcessKeys.STATE);
    }

    private static Schedule readSchedule(Section section) {
        long priority = section.value(ProcessKeys.PRIORITY);
        long period = section.value(ProcessKeys.PERIOD);
        long budget = section.value(ProcessKeys.BUDGET);
        if (budget > period && !section.isWrong(ProcessKeys.PERIOD)) {
            section.problem(
                    ProcessKeys.BUDGET,
                    "at most the period of " + Quantity.ofNanoseconds(period),
                    Quantity.ofNanoseconds(budget));
        }
        return new Schedule((int) priority, budget, period);
    }

    private static LifeCycle readLifeCycle(Section section) {
        String restart = section.value(ProcessKeys.RESTART);
        return new LifeCycle(
                Restart.valueOf(restart.toUpperCase(Locale.ROOT).replace('-', '_')),
                section.value(ProcessKeys.BACK_OFF),
                section.value(ProcessKeys.BACK_OFF_LIMIT),
                section.value(ProcessKeys.STABLE_AFTER),
                section.value(ProcessKeys.GIVE_UP_AFTER).intValue(),
                readHeartbeat(section),
                section.value(ProcessKeys.ENDS_SYSTEM),
                readGroup(section),
                readSpare(section));
    }

    private static long readHeartbeat(Section section) {
        long heartbeat = section.value(ProcessKeys.HEARTBEAT);
        boolean isWatched =
                switch (section.name()) {
                    case "root" -> false;
                    case "supervisor" -> !section.value(ProcessKeys.RESTART).equals("never");
                    default -> true;
                };
        if (heartbeat > 0 && !isWatched) {
            section.problem(
                    ProcessKeys.HEARTBEAT,
                    "0s for root, which nobody watches, and for a supervisor that is never started again",
                    Quantity.ofNanoseconds(heartbeat));
        }
        return heartbeat;
    }

    private static boolean readSpare(Section section) {
        boolean spare = section.value(ProcessKeys.SPARE);
        if (spare && NOT_OF_SUPERVISOR.contains(section.name())) {
            section.problem(ProcessKeys.SPARE, "false for root and supervisor, which add all others", "true");
        } else if (spare && section.has(ProcessKeys.GROUP)) {
            section.problem(ProcessKeys.SPARE, "false in a group, which is started as a whole", "true");
        }
        return spare;
    }

    private static String readGroup(Section section) {
        String group = section.value(ProcessKeys.GROUP);
        if (!group.isEmpty() && NOT_OF_SUPERVISOR.contains(section.name())) {
            section.problem(
                    ProcessKeys.GROUP, "none for root and supervisor, which start all groups", Section.show(group));
            return "";
        }
        return group;
    }

    private static Authority readAuthority(Section section) {
        List<String> may = section.value(ProcessKeys.MAY);
        return new Authority(
                may.contains("inspect"), may.contains("control"), may.contains("log"), may.contains("foreground"));
    }

    /** A ring goes from any process to any other, but root and the supervisor are at none. */
    private List<String> readRings(Section section) {
        List<String> consumers = new ArrayList<>(processes);
        consumers.removeAll(NOT_OF_SUPERVISOR);
        consumers.remove(section.name());
        if (NOT_OF_SUPERVISOR.contains(section.name())) {
            consumers.clear();
        }
        return section.names(ProcessKeys.RINGS, "another process beside root and supervisor", consumers);
    }

    private static int readConcurrentCalls(Section section) {
        if (section.has(ProcessKeys.CONCURRENT_CALLS)) {
            String got = Section.show(section.get(ProcessKeys.CONCURRENT_CALLS));
            if (NOT_OF_SUPERVISOR.contains(section.name())) {
                section.problem(
                        ProcessKeys.CONCURRENT_CALLS, "none for root and supervisor, which are at no channel", got);
            } else if (section.value(ProcessKeys.PROVIDES).isEmpty()) {
                section.problem(ProcessKeys.CONCURRENT_CALLS, "none for a process that provides nothing", got);
            }
        }
        return section.value(ProcessKeys.CONCURRENT_CALLS).intValue();
    }

    private static long readBuffer(Section section) {
        long bytes = section.value(ProcessKeys.BUFFER);
        if (bytes > 0 && NOT_OF_SUPERVISOR.contains(section.name())) {
            section.problem(
                    ProcessKeys.BUFFER, "none for root and supervisor, which lend none", Quantity.ofBytes(bytes));
            return 0;
        }
        return bytes;
    }

    private static int readReceives(Section section) {
        if (section.has(ProcessKeys.RECEIVES)) {
            String got = Section.show(section.get(ProcessKeys.RECEIVES));
            if (NOT_OF_SUPERVISOR.contains(section.name())) {
                section.problem(ProcessKeys.RECEIVES, "none for root and supervisor, which have no such methods", got);
            } else if (section.value(ProcessKeys.PROVIDES).isEmpty()
                    && section.value(ProcessKeys.USES).isEmpty()) {
                section.problem(
                        ProcessKeys.RECEIVES, "none for a process that neither provides nor uses anything", got);
            }
        }
        return section.value(ProcessKeys.RECEIVES).intValue();
    }

    private static int readSessions(Section section) {
        if (section.has(ProcessKeys.SESSIONS)) {
            String got = Section.show(section.get(ProcessKeys.SESSIONS));
            if (NOT_OF_SUPERVISOR.contains(section.name())) {
                section.problem(ProcessKeys.SESSIONS, "none for root and supervisor, which have no such methods", got);
            } else if (section.value(ProcessKeys.PROVIDES).isEmpty()) {
                section.problem(ProcessKeys.SESSIONS, "none for a process that provides nothing", got);
            }
        }
        return section.value(ProcessKeys.SESSIONS).intValue();
    }

    private static String readStreams(Section section, Set<String> usable) {
        String streams = section.value(ProcessKeys.STREAMS);
        if (section.has(ProcessKeys.STREAMS) && !section.isWrong(ProcessKeys.STREAMS) && !usable.contains(streams)) {
            section.problem(
                    ProcessKeys.STREAMS.name(),
                    "a service that another process provides",
                    Section.show(streams),
                    NearestName.of(streams, usable));
            return "";
        }
        return streams;
    }

    private void readDevices(Section section, List<DeviceGrant> registers, List<InterruptGrant> interrupts) {
        for (String name : section.names(ProcessKeys.DEVICES, "a device of this description", devices.keySet())) {
            String owner = ownerOfDevice.putIfAbsent(name, section.name());
            if (owner != null) {
                section.problem(
                        ProcessKeys.DEVICES,
                        "a device that no other process has",
                        Section.show(name) + ", which process." + owner + " has");
                continue;
            }
            registers.add(devices.get(name).registers());
            if (devices.get(name).interrupt() != null) {
                interrupts.add(devices.get(name).interrupt());
            }
        }
        if (interrupts.size() > SystemTable.MAXIMUM_INTERRUPTS) {
            section.problem(
                    ProcessKeys.DEVICES,
                    "at most " + SystemTable.MAXIMUM_INTERRUPTS + " with an interrupt",
                    Integer.toString(interrupts.size()));
        }
    }
}
