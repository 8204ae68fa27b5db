package ristretto.sdk.system;

import java.util.List;
import ristretto.abi.SupervisorProtocol;

/** The rules that every system keeps, checked when a table is written and again when it is read. */
final class TableRules {
    private static final int NAME_CHARACTERS = 23;
    private static final long PAGE = 4096;
    private static final long MEBIBYTE = 1 << 20;
    private static final long MINIMUM_BUDGET_NS = 10_000;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long LONGEST_NS = 3600 * SECOND_NS;

    private final SystemTable table;
    private ProcessDescription process;

    private TableRules(SystemTable table) {
        this.table = table;
    }

    static void check(SystemTable table) {
        List<ProcessDescription> processes = table.processes();
        TableRules rules = new TableRules(table);
        if (processes.size() < 2 || processes.size() > SystemTable.MAXIMUM_PROCESSES) {
            throw new SystemTableException("system table: expected 2 to " + SystemTable.MAXIMUM_PROCESSES
                    + " processes, got " + processes.size());
        }
        rules.expectFirst(SystemTable.ROOT, "root");
        rules.expectFirst(SystemTable.SUPERVISOR, "supervisor");
        for (int i = 0; i < processes.size(); i++) {
            rules.process = processes.get(i);
            rules.checkProcess(i);
        }
    }

    private void expectFirst(int number, String name) {
        String got = table.processes().get(number).name();
        if (!got.equals(name)) {
            throw new SystemTableException(
                    "system table: expected process " + number + " to be " + name + ", got " + got);
        }
    }

    private void checkProcess(int number) {
        name("name", process.name());
        name("image", process.image());
        for (String version : process.versions()) {
            name("version", version);
        }
        if (table.processNamed(process.name()) != number) {
            fail("name", "a name of its own", "that of process " + table.processNamed(process.name()));
        }
        pages("heapBytes", process.memory().heapBytes(), 0, 1024 * MEBIBYTE);
        pages("stackBytes", process.memory().stackBytes(), PAGE, 16 * MEBIBYTE);
        pages("totalBytes", process.memory().totalBytes(), 0, 2048 * MEBIBYTE);
        range("stateBytes", process.memory().stateBytes(), 0, 512 << 10);
        checkLoan(number);
        pages("dmaBytes", process.memory().dmaBytes(), 0, number <= SystemTable.SUPERVISOR ? 0 : MEBIBYTE);
        pages("bufferBytes", process.memory().bufferBytes(), 0, number <= SystemTable.SUPERVISOR ? 0 : MEBIBYTE);
        range("priority", process.schedule().priority(), 0, 255);
        range("periodNs", process.schedule().periodNs(), MINIMUM_BUDGET_NS, 10 * SECOND_NS);
        range(
                "budgetNs",
                process.schedule().budgetNs(),
                MINIMUM_BUDGET_NS,
                process.schedule().periodNs());
        LifeCycle life = process.lifeCycle();
        range("backOffNs", life.backOffNs(), 0, LONGEST_NS);
        range("backOffLimitNs", life.backOffLimitNs(), 0, LONGEST_NS);
        range("stableNs", life.stableNs(), 0, LONGEST_NS);
        range("giveUpAfter", life.giveUpAfter(), 0, Integer.MAX_VALUE);
        boolean isWatched =
                number > SystemTable.SUPERVISOR || number == SystemTable.SUPERVISOR && life.restart() != Restart.NEVER;
        range("heartbeatNs", life.heartbeatNs(), 0, isWatched ? LONGEST_NS : 0);
        checkGroup(number, life.group());
        checkServices(number);
        checkRings(number);
        checkDevices(number);
    }

    /** Nobody may borrow more than is lent, and who may borrow has room for the collector's maps. */
    private void checkLoan(int number) {
        long loan = process.memory().loanBytes();
        long lent = table.processes().get(SystemTable.SUPERVISOR).memory().loanBytes();
        range("loanBytes", loan, 0, number == SystemTable.ROOT ? 0 : Math.min(lent, 64 * MEBIBYTE));
        range("loanBytes modulo 64K", loan % SupervisorProtocol.LENT_BYTES, 0, 0);
        if (number != SystemTable.SUPERVISOR) {
            range("heapBytes", process.memory().heapBytes(), MemoryNeeds.leastHeapBytes(loan), 1024 * MEBIBYTE);
        }
    }

    private void checkGroup(int number, String group) {
        if (!group.isEmpty()) {
            name("group", group);
            if (number <= SystemTable.SUPERVISOR) {
                fail("group", "none", group);
            }
        }
    }

    private void checkServices(int number) {
        for (String service : process.provides()) {
            name("provides", service);
            if (table.providerOf(service) != number) {
                fail("provides", "one provider of " + service, "another one, process " + table.providerOf(service));
            }
        }
        noneTwice("provides", process.provides());
        boolean calls = number > SystemTable.SUPERVISOR && process.isServer();
        range("concurrentCalls", process.concurrentCalls(), 0, calls ? SystemTable.MAXIMUM_CONCURRENT_CALLS : 0);
        if (Features.receivedServices()) {
            boolean receives =
                    calls || number > SystemTable.SUPERVISOR && !process.uses().isEmpty();
            range("receives", process.receives(), 0, receives ? SystemTable.MAXIMUM_RECEIVED : 0);
            range("sessions", process.sessions(), 0, calls ? SystemTable.MAXIMUM_RECEIVED : 0);
        }
        noneTwice("uses", process.uses());
        for (String service : process.uses()) {
            provided("uses", service, number);
        }
        if (!process.streams().isEmpty()) {
            provided("streams", process.streams(), number);
        }
    }

    private void checkRings(int number) {
        noneTwice("rings", process.rings());
        if (number <= SystemTable.SUPERVISOR && !process.rings().isEmpty()) {
            fail("rings", "none", process.rings().get(0));
        }
        for (String consumer : process.rings()) {
            int other = table.processNamed(consumer);
            if (other <= SystemTable.SUPERVISOR || other == number) {
                fail("rings", "another process beside root and supervisor", consumer);
            }
        }
        range("number of channels", table.channelEnds(number), 0, SystemTable.MAXIMUM_CHANNEL_ENDS);
    }

    private void provided(String element, String service, int user) {
        int provider = table.providerOf(service);
        if (provider < 0) {
            fail(element, "a service that some process provides", service);
        }
        if (provider == user) {
            fail(element, "a service of another process", service + ", its own");
        }
    }

    private void checkDevices(int number) {
        for (DeviceGrant device : process.devices()) {
            name("device", device.name());
            pages("physicalAddress of " + device.name(), device.physicalAddress(), 0, 1L << 40);
            pages("bytes of " + device.name(), device.bytes(), PAGE, 16 * MEBIBYTE);
            for (ProcessDescription other : table.processes()) {
                for (DeviceGrant theirs : other.devices()) {
                    if (theirs != device
                            && theirs.physicalAddress() < device.physicalAddress() + device.bytes()
                            && device.physicalAddress() < theirs.physicalAddress() + theirs.bytes()) {
                        String got = device.name() + ", also given to " + other.name();
                        fail("devices", "registers that no other grant covers", got);
                    }
                }
            }
        }
        range("number of interrupts", process.interrupts().size(), 0, SystemTable.MAXIMUM_INTERRUPTS);
        for (InterruptGrant interrupt : process.interrupts()) {
            name("interrupt", interrupt.name());
            range("number of " + interrupt.name(), interrupt.number(), 1, 1023);
            for (ProcessDescription other : table.processes()) {
                for (InterruptGrant theirs : other.interrupts()) {
                    if (theirs != interrupt && theirs.number() == interrupt.number()) {
                        fail("interrupts", "a line of its own", interrupt.number() + ", also given to " + other.name());
                    }
                }
            }
        }
    }

    private void noneTwice(String element, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (SystemTable.indexOf(names, names.get(i)) != i) {
                fail(element, "each name once", names.get(i) + " twice");
            }
        }
    }

    private void pages(String element, long value, long least, long most) {
        range(element, value, least, most);
        if (value % PAGE != 0) {
            fail(element, "a multiple of 4096", Long.toString(value));
        }
    }

    private void range(String element, long value, long least, long most) {
        if (value < least || value > most) {
            fail(element, least + " to " + most, Long.toString(value));
        }
    }

    private void name(String element, String name) {
        boolean good = !name.isEmpty() && name.length() <= NAME_CHARACTERS;
        for (int i = 0; good && i < name.length(); i++) {
            char c = name.charAt(i);
            good = c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '-');
        }
        if (!good) {
            fail(element, "1 to 23 of a-z, 0-9 and -, beginning with a letter", name);
        }
    }

    private void fail(String element, String expected, String got) {
        throw new SystemTableException(
                "system table: " + process.name() + ": " + element + ": expected " + expected + ", got " + got);
    }
}
