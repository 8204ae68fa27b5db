package ristretto.tool.description;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.InterruptGrant;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Schedule;

/** Reads the tables {@code process.NAME}. The limits are those of the records in {@code ristretto.sdk.system}. */
final class ProcessReader {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    private static final List<String> RESTARTS = List.of("always", "on-failure", "never");
    /** Those that are there before the supervisor can give them rings, or a saved state. */
    private static final List<String> NOT_OF_SUPERVISOR = List.of("root", "supervisor");

    private static final long LENT = SupervisorProtocol.LENT_BYTES;
    private static final long MOST_LENT = 64 << 20;
    private static final long MOST_STATE_BYTES = 512 << 10;
    private static final List<String> AUTHORITIES = List.of("inspect", "control", "log", "foreground");

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
            section.problem("", DescriptionReader.A_NAME, Section.show(section.name()));
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
                section.strings("provides"),
                section.names("uses", "a service that another process provides", usable),
                readRings(section),
                readStreams(section, usable),
                registers,
                interrupts,
                section.strings("arguments"),
                versions);
        section.refuseOthers();
        return process;
    }

    /** Reads the table {@code defaults}, which may have what every process has and what depends on no other process. */
    static void readDefaults(Section defaults) {
        if (defaults.has("heap")) {
            readHeap(defaults);
        }
        if (defaults.has("stack")) {
            readStack(defaults);
        }
        if (defaults.has("priority")) {
            readPriority(defaults);
        }
        for (String key : List.of("period", "budget")) {
            if (defaults.has(key)) {
                readTime(defaults, key);
            }
        }
        readLifeCycle(defaults);
        defaults.refuseOthers();
    }

    private static long readHeap(Section section) {
        return section.pages("heap", 0, 1L << 30);
    }

    private static long readStack(Section section) {
        return section.pages("stack", 4096, 16 << 20);
    }

    private static int readPriority(Section section) {
        return (int) section.integer("priority", 0, 255);
    }

    private static long readTime(Section section, String key) {
        return section.time(key, 10_000, 10 * SECOND);
    }

    private MemoryNeeds readMemory(Section section) {
        long heap = readHeap(section);
        return new MemoryNeeds(
                heap,
                readStack(section),
                section.pages("memory", 4096, 2L << 30, 0),
                readState(section),
                readLoan(section, heap));
    }

    /** What it borrows, or, if it is the supervisor, lends. */
    private long readLoan(Section section, long heap) {
        if (section.name().equals("supervisor")) {
            lent = section.has("lends") ? section.multiple("lends", LENT, LENT, MOST_LENT) : 0;
            return lent;
        }
        if (!section.has("borrows")) {
            return 0;
        }
        long loan = section.multiple("borrows", LENT, LENT, MOST_LENT);
        if (loan > lent) {
            section.problem(
                    "borrows",
                    lent == 0
                            ? "none, as the supervisor lends nothing"
                            : "at most what the supervisor lends, " + Quantity.ofBytes(lent),
                    Quantity.ofBytes(loan));
        }
        long least = MemoryNeeds.leastHeapBytes(loan);
        if (heap < least && !section.isWrong("heap")) {
            section.problem(
                    "heap",
                    "at least " + Quantity.ofBytes(least) + ", where it may borrow " + Quantity.ofBytes(loan),
                    Quantity.ofBytes(heap));
        }
        return loan;
    }

    private static long readState(Section section) {
        if (section.has("state") && NOT_OF_SUPERVISOR.contains(section.name())) {
            section.problem(
                    "state",
                    "none for root and supervisor, which have no next life",
                    Section.show(section.get("state")));
            return 0;
        }
        return section.bytes("state", 8, MOST_STATE_BYTES, 0);
    }

    private static Schedule readSchedule(Section section) {
        int priority = readPriority(section);
        long period = readTime(section, "period");
        long budget = readTime(section, "budget");
        if (budget > period && !section.isWrong("period")) {
            section.problem(
                    "budget",
                    "at most the period of " + Quantity.ofNanoseconds(period),
                    Quantity.ofNanoseconds(budget));
        }
        return new Schedule(priority, budget, period);
    }

    private static LifeCycle readLifeCycle(Section section) {
        String restart = section.choice("restart", RESTARTS, "always");
        return new LifeCycle(
                Restart.valueOf(restart.toUpperCase(Locale.ROOT).replace('-', '_')),
                section.time("back-off", 0, HOUR, SECOND / 10),
                section.time("back-off-limit", 0, HOUR, 10 * SECOND),
                section.time("stable-after", 0, HOUR, 10 * SECOND),
                (int) section.integer("give-up-after", 0, Integer.MAX_VALUE, 0),
                section.time("heartbeat", 0, HOUR, 0),
                section.flag("ends-system"));
    }

    private static Authority readAuthority(Section section) {
        List<String> may = section.names("may", "some of " + String.join(", ", AUTHORITIES), AUTHORITIES);
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
        return section.names("rings", "another process beside root and supervisor", consumers);
    }

    private static String readStreams(Section section, Set<String> usable) {
        String streams = section.string("streams", "");
        if (!streams.isEmpty() && !usable.contains(streams)) {
            section.problem(
                    "streams",
                    "a service that another process provides",
                    Section.show(streams),
                    NearestName.of(streams, usable));
            return "";
        }
        return streams;
    }

    private void readDevices(Section section, List<DeviceGrant> registers, List<InterruptGrant> interrupts) {
        for (String name : section.names("devices", "a device of this description", devices.keySet())) {
            String owner = ownerOfDevice.putIfAbsent(name, section.name());
            if (owner != null) {
                section.problem(
                        "devices",
                        "a device that no other process has",
                        Section.show(name) + ", which process." + owner + " has");
                continue;
            }
            registers.add(devices.get(name).registers());
            if (devices.get(name).interrupt() != null) {
                interrupts.add(devices.get(name).interrupt());
            }
        }
    }
}
