package ristretto.test.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ristretto.test.ImageFactory;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/**
 * The supervisor is ended in the midst of what it does: at the first, second, … time that the kernel gives it the processor after it was asked for something, so between any two of its system
 * calls, and what it does to others are system calls. Its successor has to bring that to a good end.
 *
 * <p>{@code -Dristretto.supervisor.step=1} does it at each of those times, which takes a while; by default it is every some of them.
 */
@Execution(ExecutionMode.CONCURRENT)
class SupervisorDeathTest {
    private static final int STEP = Integer.getInteger("ristretto.supervisor.step", 23);
    /** Long for a start and a crash, and so for all else. */
    private static final int MOST_TIMES = 400;

    /** So many bytes are written at a time. */
    private static final int PIECE = 512;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So long nothing more comes of a request. */
    private static final Duration OVER = Duration.ofMillis(400);

    /** {@code j .} */
    private static final byte[] JUMP_TO_ITSELF = {0x6f, 0, 0, 0};

    private static final Pattern SUPERVISOR_RESTARTS = Pattern.compile("(?m)^supervisor .* ([0-9]+)$");
    private static final String MORE = """

            [process.supervisor]
            stable-after = "0s"
            lends = "512K"

            [process.counter]
            stable-after = "0s"

            [process.borrower]
            main = "ristretto.bench.Borrower"
            arguments = ["400", "50", "20", "0"]
            heap = "128K"
            borrows = "512K"
            stack = "16K"
            priority = 90
            budget = "5ms"
            period = "10ms"
            stable-after = "0s"
            """;

    @TempDir
    Path folder;

    private byte[] supervisor;
    private List<Long> exits;
    private ShellSession shell;
    private GdbRemote gdb;
    private long counted;
    private int deaths;

    @BeforeEach
    void boot() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("death.toml"),
                "include = [\"%s\"]\n".formatted(ImageFactory.HOUSE.systems().resolve("demo.toml")) + MORE);
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("death.elf"));
        byte[] image =
                Files.readAllBytes(ImageFactory.builder().imageFiles(system).get(FaultSystem.SUPERVISOR));
        supervisor = Arrays.copyOf(image, AddressSpace.PAGE_BYTES);
        exits = FaultSystem.exits(ImageFactory.builder().kernel()).stream()
                .map(FaultSystem.Place::virtualAddress)
                .toList();
        Path socket = folder.resolve("gdb");
        CompletableFuture<GdbRemote> debugger = CompletableFuture.supplyAsync(() -> begin(socket));
        shell = new ShellSession(
                Machine.of(elf, system.platform()).watched(3).waitingFor("unix:" + socket + ",server=on,wait=off"));
        gdb = debugger.join();
    }

    private static GdbRemote begin(Path socket) {
        try {
            GdbRemote gdb = new GdbRemote(socket);
            gdb.goOn();
            return gdb;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void end() throws IOException {
        if (gdb != null) {
            gdb.close();
        }
        if (shell != null) {
            shell.close();
        }
    }

    @Test
    @Timeout(900)
    void whileAProcessIsEndedAndStartedAgain() throws IOException, InterruptedException {
        everySoOften(time -> "crash counter");
    }

    @Test
    @Timeout(900)
    void whileAServerIsSwapped() throws IOException, InterruptedException {
        everySoOften(time -> time / STEP % 2 == 0 ? "swap counter counter-in-twos" : "swap counter counter");
    }

    @Test
    @Timeout(900)
    void whileProcessesAreStoppedAndStartedAndMemoryIsLent() throws IOException, InterruptedException {
        everySoOften(time -> time / STEP % 3 == 0 ? "stop clock" : time / STEP % 3 == 1 ? "start clock" : "reclaim");
        gdb.close();
        gdb = null;
        shell.run("stop borrower");
        shell.run("start clock");
        assertTrue(shell.run("date").contains("T"), shell.conversation()::heard);
    }

    /** It does not end, but turns on the spot. Who needs it not goes on meanwhile, and root notices. */
    @Test
    @Timeout(900)
    void whereItHangs() throws IOException, InterruptedException {
        for (int i = 1; i <= 3; i++) {
            gdb.stop();
            shell.conversation().send("crash counter\r");
            assertTrue(moved(7 * i, this::endlessLoop), "it was not there so often");
            gdb.goOn();
            shell.conversation().expect("supervisor: missed its heartbeat, at ", PATIENCE);
            shell.conversation().expect("; restarted (" + i + ")", PATIENCE);
            shell.settle();
            awaitAll(shell.run("ps"), "hung for the time " + i);
            long count = count();
            assertTrue(count > counted, count + " after " + counted);
            counted = count;
        }
    }

    /** Between two of its requests: nobody waits for it, and so none of the others is disturbed. */
    @Test
    @Timeout(900)
    void whereItHangsAndNobodyAsksForAnything() throws IOException, InterruptedException {
        gdb.stop();
        assertTrue(moved(0, this::endlessLoop), "it was not there");
        gdb.goOn();
        long before = count();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!shell.conversation().heard().contains("; restarted (1)")) {
            assertTrue(System.nanoTime() < end, shell.conversation()::heard);
            Thread.sleep(100);
        }
        assertTrue(shell.conversation().heard().contains("supervisor: missed its heartbeat, at "));
        shell.settle();
        assertEquals(before + 1, count());
        String ps = shell.run("ps");
        awaitAll(ps, "hung");
        assertTrue(Pattern.compile("(?m)^counter .* 0$").matcher(ps).find(), ps);
    }

    /** Where the processor jumps to itself: in the last bytes of a page of the supervisor's code, which are no code. */
    private long endlessLoop(long satp) throws IOException {
        for (AddressSpace.Page page : AddressSpace.of(gdb, satp).executable()) {
            long end = page.physicalAddress() + AddressSpace.PAGE_BYTES - JUMP_TO_ITSELF.length;
            byte[] last = gdb.read(end, JUMP_TO_ITSELF.length);
            if (Arrays.equals(last, new byte[JUMP_TO_ITSELF.length]) || Arrays.equals(last, JUMP_TO_ITSELF)) {
                gdb.write(end, JUMP_TO_ITSELF);
                return page.virtualAddress() + AddressSpace.PAGE_BYTES - JUMP_TO_ITSELF.length;
            }
        }
        throw new AssertionError("its code fills its pages");
    }

    /** What a supervisor that went wrong has written may be anything. Its successor may start processes again that need not be, but it looks after all. */
    @Test
    @Timeout(900)
    void withAJournalAndReportsFullOfNonsense() throws IOException, InterruptedException {
        String capabilities = shell.run("caps supervisor").replace(",", "");
        for (int seed = 0; seed < 6; seed++) {
            gdb.stop();
            fill(capabilities, "journal", seed);
            fill(capabilities, "reports", seed);
            shell.conversation().send("crash supervisor\r");
            gdb.goOn();
            shell.conversation().expect("restarted (" + (seed + 1) + ")", PATIENCE);
            shell.settle();
            awaitCount();
            shell.run("crash counter");
            awaitCount();
            assertTrue(shell.run("ps").contains("borrower"), "all is told of");
            assertTrue(shell.run("mem").contains("in use"), "and of their memory");
            assertTrue(shell.run("log").contains("; restarted (" + (seed + 1) + ")"), shell.conversation()::heard);
        }
    }

    private void fill(String capabilities, String name, int seed) throws IOException {
        Matcher frame = Pattern.compile("frame ([0-9]+).*own:" + name + ".* at 0x([0-9a-f]+)")
                .matcher(capabilities);
        assertTrue(frame.find(), capabilities);
        byte[] nonsense = new byte[Integer.parseInt(frame.group(1))];
        long address = Long.parseLong(frame.group(2), 16);
        new Random(seed).nextBytes(nonsense);
        if (seed == 0) {
            Arrays.fill(nonsense, (byte) -1);
        }
        for (int i = 0; i < nonsense.length; i += PIECE) {
            gdb.write(address + i, Arrays.copyOfRange(nonsense, i, i + PIECE));
        }
    }

    /** Nonsense may tell of a wait, but of none that the description does not have. */
    private void awaitCount() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        shell.settle();
        while (!shell.run("count").matches("(?s)([0-9]+|.*\n[0-9]+)\\s*")) {
            assertTrue(System.nanoTime() < end, shell.conversation()::heard);
            shell.settle();
        }
    }

    /** All are alive; one that has cost more than its share of the processor's time, as on a busy host, is so a little later. */
    private void awaitAll(String first, String where) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String ps = first;
        for (String process : List.of("console", "counter", "rogue", "shell", "borrower")) {
            Pattern alive =
                    Pattern.compile("(?m)^" + process + " +(receiving|ready|calling|running|waiting|throttled).*$");
            Pattern later = Pattern.compile("(?m)^" + process + " +backing off.*$");
            while (later.matcher(ps).find() && System.nanoTime() < end) {
                shell.settle();
                ps = shell.run("ps");
            }
            assertTrue(
                    alive.matcher(ps).find(),
                    where + ": " + process + "\n" + shell.conversation().heard());
        }
    }

    private interface Request {
        String at(int time);
    }

    private void everySoOften(Request request) throws IOException, InterruptedException {
        String memory = memory();
        int seen = 0;
        for (int time = 0; time < MOST_TIMES; time += STEP) {
            String command = request.at(time);
            gdb.stop();
            shell.conversation().send(command + "\r");
            boolean ended = moved(time, satp -> 0);
            gdb.goOn();
            deaths += ended ? 1 : 0;
            seen += ended && time > 0 ? 1 : 0;
            shell.settle();
            String where = command + ", at the time " + time;
            String ps = shell.run("ps");
            Matcher restarts = SUPERVISOR_RESTARTS.matcher(ps);
            assertTrue(restarts.find(), where + ":\n" + ps);
            assertEquals(
                    deaths,
                    Integer.parseInt(restarts.group(1)),
                    where + ":\n" + shell.conversation().heard());
            awaitAll(ps, where);
            long count = count();
            assertTrue(count > counted, where + ": " + count + " after " + counted);
            counted = count;
        }
        assertTrue(seen > 3, "there was hardly an occasion");
        assertEquals(memory, memory(), "who has how much");
    }

    private interface Place {
        long in(long satp) throws IOException;
    }

    /** Makes the supervisor go on elsewhere when it is given the processor for the n-th time from now on; false, where it is not so often. The machine is stopped. */
    private boolean moved(int time, Place place) throws IOException, InterruptedException {
        long over = System.nanoTime() + OVER.toNanos();
        Set<Long> others = new HashSet<>();
        Set<Long> its = new HashSet<>();
        int times = 0;
        for (long left = OVER.toNanos(); left > 0; left = over - System.nanoTime()) {
            if (!gdb.goOnTo(exits, Duration.ofNanos(left))) {
                continue;
            }
            long satp = gdb.addressSpace();
            if (!others.contains(satp) && !its.contains(satp)) {
                (isSupervisor(satp) ? its : others).add(satp);
            }
            if (its.contains(satp)) {
                over = System.nanoTime() + OVER.toNanos();
                if (times++ == time) {
                    gdb.step();
                    gdb.setRegister(GdbRemote.PROGRAM_COUNTER, place.in(satp));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSupervisor(long satp) throws IOException {
        List<AddressSpace.Page> pages = AddressSpace.of(gdb, satp).pages();
        return !pages.isEmpty()
                && Arrays.equals(supervisor, gdb.read(pages.getFirst().physicalAddress(), AddressSpace.PAGE_BYTES));
    }

    private long count() throws IOException, InterruptedException {
        Matcher number = Pattern.compile("(?m)^([0-9]+)$").matcher(shell.run("count"));
        assertTrue(number.find(), shell.conversation()::heard);
        return Long.parseLong(number.group(1));
    }

    /** Who has how much, but for what is lent. */
    private String memory() throws IOException, InterruptedException {
        StringBuilder owners = new StringBuilder();
        Matcher row = Pattern.compile("(?m)^(kernel|root|supervisor|console|clock|counter|rogue|shell|all) +([0-9,]+)")
                .matcher(shell.run("mem"));
        while (row.find()) {
            owners.append(row.group()).append('\n');
        }
        return owners.toString();
    }
}
