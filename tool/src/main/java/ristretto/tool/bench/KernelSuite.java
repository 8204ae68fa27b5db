package ristretto.tool.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ristretto.abi.ArchiveLayout;
import ristretto.compiler.link.ElfImage;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.ContentHash;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;
import ristretto.tool.verify.WorstTimes;

/**
 * The kernel's figures: instructions of its calls, counted by {@code ristretto.bench.KernelBench} on the kernel image that {@code demo}
 * boots, and its size.
 */
public final class KernelSuite implements Report.Suite {
    private static final List<String> MEASURED = List.of(
            "ipcCallReply0",
            "ipcCallReply4",
            "ipcCallReply8",
            "ipcCallReply0Float",
            "ipcCallReply0Active",
            "ipcCallReply64",
            "ipcCallReplyCap",
            "signal",
            "signalWait",
            "yield",
            "pageFault",
            "interruptToDriver",
            "mapUnmap");
    private static final String TINY = "tinyBytesInUse";
    private static final Pattern IN_USE = Pattern.compile("bytes in use ([0-9]+)\r");
    private static final Pattern RESULT = Pattern.compile("(?m)^(\\w+) ([0-9]+)\\r?$");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long MEMORY = 16 << 20;
    private static final int HEAP = 128 << 10;
    private static final int STACK = 32 << 10;

    private final House house;
    private final SystemBuilder builder;
    private final Path keep;
    private final FigureTable figures = new FigureTable();

    /** @param keep folder for the image and its listing; null: they are not kept */
    public KernelSuite(House house, SystemBuilder builder, Path keep) {
        this.house = house;
        this.builder = builder;
        this.keep = keep;
    }

    @Override
    public Report take() throws IOException {
        announce();
        figures.attempt(this::calls, MEASURED.toArray(String[]::new));
        figures.attempt(this::worstCase, WorstTimes.KEY);
        figures.attempt(this::size, "kernelTextBytes");
        figures.attempt(this::source, "kernelJavaLines", "kernelAssemblyLines");
        figures.attempt(this::tiny, TINY);
        String preface = "QEMU virt, rv64, one core, -icount shift=0,sleep=off: one instruction is one nanosecond.\n"
                + "Instructions of a round trip, two address spaces, scheduling contexts, user code of both sides included.\n"
                + "Kernel SHA-256 " + ContentHash.ofFile(builder.kernel());
        return new Report(preface, List.of("aim", "seL4", "seL4 MCS"), figures.all(), "");
    }

    private void announce() {
        add("ipcCallReply0", "call and reply, 0 words", "380", "280", "554", "653", "passive server, as seL4 MCS");
        add("ipcCallReply4", "call and reply, 4 words", "390", "290", "599", "698", "passive server");
        add("ipcCallReply8", "call and reply, 8 words", "420", "310", "1,876", "2,903", "passive server");
        add(
                "ipcCallReply0Float",
                "0 words, floats on both sides",
                "550",
                "420",
                "727",
                "–",
                "live state, computing included");
        add(
                "ipcCallReply0Active",
                "0 words, server with a budget of its own",
                "",
                "",
                "–",
                "–",
                "both budgets charged");
        add("ipcCallReply64", "64 words each way", "900", "700", "–", "–", "through message pages");
        add(
                "ipcCallReplyCap",
                "one capability transferred",
                "900",
                "600",
                "–",
                "–",
                "into a slot that the receiver names");
        add("signal", "signal, nobody waiting", "140", "90", "434", "566", "");
        add("signalWait", "signal and wait, there and back", "700", "450", "2,696", "3,965", "two notifications");
        add("yield", "yield, alone", "150", "90", "467", "958", "");
        add("pageFault", "page fault to handler and back", "650", "450", "1,440", "2,804", "");
        add("interruptToDriver", "interrupt to driver", "450", "300", "–", "–", "seL4 on U54: 798 cycles");
        add("mapUnmap", "map a frame and unmap it", "900", "600", "–", "–", "");
        add(
                WorstTimes.KEY,
                "longest path with interrupts off",
                "10,000",
                "3,000",
                "–",
                "–",
                "static bound: ./ristretto verify time");
        add("kernelTextBytes", "kernel text, bytes", "40,960", "32,768", "38.4 K", "49.2 K", "section .text");
        add(
                "kernelJavaLines",
                "kernel source, lines of Java",
                "6,000",
                "4,500",
                "11.8 k C",
                "–",
                "blank and comment lines too");
        add(
                "kernelAssemblyLines",
                "kernel source, lines of assembly",
                "400",
                "250",
                "109",
                "–",
                "beside the compiler's own routines for copying and zeroing memory");
        add(TINY, "system tiny, all memory in use, bytes", "458,752", "229,376", "–", "–", "512 K, no firmware");
    }

    private void add(String key, String title, String bar, String aim, String sel4, String mcs, String remark) {
        figures.add(Figure.unmeasured(key, title, bar, List.of(aim, sel4, mcs), remark));
    }

    private void calls() throws IOException, InterruptedException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                ArchiveLayout.ROOT,
                Files.readAllBytes(builder.component("kernel-bench", "ristretto.bench.KernelBench")));
        entries.put(
                "partner", Files.readAllBytes(builder.component("kernel-partner", "ristretto.bench.KernelPartner")));
        Path elf = house.build().resolve("systems").resolve("bench-kernel.elf");
        Files.createDirectories(elf.getParent());
        new AheadOfTimeCompiler().boot(builder.kernel(), entries, HEAP, STACK, elf);
        if (keep != null) {
            keep(elf);
        }
        try (Conversation conversation = new Conversation(new Machine(elf, MEMORY, true))) {
            int exitCode = conversation.exitCode(PATIENCE);
            Matcher result = RESULT.matcher(conversation.heard());
            while (result.find()) {
                figures.measured(result.group(1), Long.parseLong(result.group(2)));
            }
            if (exitCode != 0) {
                throw new IOException("the machine ended with exit code " + exitCode + ": " + conversation.heard());
            }
        }
    }

    /** The machine's image, the kernel with its symbols, and a list of the kernel's functions: address, bytes, name. */
    private void keep(Path elf) throws IOException {
        Files.createDirectories(keep);
        Files.copy(elf, keep.resolve(elf.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Path kernel = builder.kernel();
        Files.copy(kernel, keep.resolve("kernel.elf"), StandardCopyOption.REPLACE_EXISTING);
        List<String> functions = new ElfImage(Files.readAllBytes(kernel))
                .symbols().stream()
                        .filter(symbol -> symbol.kind() == ElfImage.Symbol.CODE)
                        .sorted(Comparator.comparingLong(ElfImage.Symbol::address))
                        .map(symbol -> "%016x %6d %s".formatted(symbol.address(), symbol.size(), symbol.name()))
                        .toList();
        Files.write(keep.resolve("kernel.functions"), functions);
        Progress.say("kept in %s: %s, kernel.elf, kernel.functions (address, bytes, name)", keep, elf.getFileName());
    }

    /** What the sensor of {@code systems/tiny.toml} says as soon as it is there, the last process to start. */
    private void tiny() throws IOException, InterruptedException {
        SystemDescription tiny = Systems.find(house, "tiny");
        Path elf = builder.build(tiny, List.of(), Systems.bootFile(house, "tiny", tiny));
        Machine machine = Machine.of(elf, tiny.platform()).countingInstructions();
        try (Conversation conversation = new Conversation(machine)) {
            conversation.expect("sample 1 ", PATIENCE);
            Matcher inUse = IN_USE.matcher(conversation.heard());
            if (!inUse.find()) {
                throw new IOException("no \"" + IN_USE + "\" in: " + conversation.heard());
            }
            figures.measured(TINY, Long.parseLong(inUse.group(1)));
        }
    }

    private void worstCase() throws IOException {
        figures.measured(
                WorstTimes.KEY, new WorstTimes(house).paths().getFirst().instructions());
    }

    private void size() throws IOException {
        figures.measured("kernelTextBytes", new ElfImage(Files.readAllBytes(builder.kernel())).section(".text").length);
    }

    private void source() throws IOException {
        figures.measured("kernelJavaLines", lines("kernel/src/main/java", ".java"));
        figures.measured("kernelAssemblyLines", lines("kernel/src/main/resources", ".S"));
    }

    private long lines(String folder, String suffix) throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.walk(house.root().resolve(folder))) {
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }
}
