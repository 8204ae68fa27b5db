package ristretto.tool.verify;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.abi.CallNumber;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.time.KernelTime;
import ristretto.compiler.time.KernelTime.Line;
import ristretto.compiler.time.KernelTime.LongestPath;
import ristretto.compiler.time.Selection;
import ristretto.tool.House;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.SystemBuilder;

/** {@code ./ristretto verify time}: the static bound of the longest path through the kernel with interrupts off, over the machine code that systems boot. */
public final class WorstTimes {
    /** Key of the figure, as in the table of aims. */
    public static final String KEY = "worstCaseInterruptOff";

    /** What it may be at most. */
    public static final long BAR = 10_000;

    private static final String KERNEL = "ristretto/kernel/";

    private final House house;
    private KernelTime time;

    public WorstTimes(House house) {
        this.house = house;
    }

    /** The longest paths of the kernel that systems boot, the longest first. */
    public List<LongestPath> paths() throws IOException {
        return time().paths();
    }

    private KernelTime time() throws IOException {
        if (time == null) {
            Path kernel = new SystemBuilder(house, new AheadOfTimeCompiler()).kernel();
            time = new KernelTime(new ElfImage(Files.readAllBytes(kernel)), house.kernelClassPath());
        }
        return time;
    }

    /** The bound for each system call, for each operation of INVOKE, and for what else a process can be left by: name and instructions. */
    public Map<String, Long> byCall() throws IOException {
        Map<String, Long> bounds = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> call : Calls.numbers().entrySet()) {
            if (call.getValue() != CallNumber.INVOKE) {
                bounds.put(call.getKey(), time().through(call(call.getValue())));
            }
        }
        for (Map.Entry<String, Integer> operation : Calls.operations().entrySet()) {
            Selection selection = call(CallNumber.INVOKE);
            for (String type : List.of("Invocations", "TableOperations", "ThreadOperations")) {
                selection.onlyCase(KERNEL + type, "run", operation.getValue());
            }
            bounds.put(operation.getKey(), time().through(selection));
        }
        Selection unknown = enter("SystemCalls.run");
        for (String known : List.of("call", "receive", "reply", "signal", "await", "giveWay")) {
            unknown.without(KERNEL + "SystemCalls", "run", "SystemCalls." + known);
        }
        bounds.put(
                "unknown or foreign call",
                time().through(unknown.without(KERNEL + "SystemCalls", "run", "Invocations.run")));
        bounds.put("fault", time().through(enter("Faults.raise")));
        bounds.put("first use of floating point", time().through(enter("Core.turnOnFloats")));
        bounds.put("interrupt", time().through(enter("Trap.serveInterrupts")));
        return bounds;
    }

    private Selection call(int number) throws IOException {
        return enter("SystemCalls.run")
                .without(KERNEL + "SystemCalls", "run", "Faults.raise")
                .onlyCase(KERNEL + "SystemCalls", "run", number);
    }

    /** A trap of which, of the four things that it can be about, it is this one. */
    private Selection enter(String what) throws IOException {
        Selection selection = new Selection(house.kernelClassPath());
        for (String callee : List.of("SystemCalls.run", "Trap.serveInterrupts", "Core.turnOnFloats", "Faults.raise")) {
            if (!callee.equals(what)) {
                selection.without(KERNEL + "riscv64/Trap", "enter", callee);
            }
        }
        return selection;
    }

    /** Prints them; answers whether the bar holds. */
    public boolean run(Path json) throws IOException {
        List<LongestPath> paths = paths();
        for (LongestPath path : paths) {
            System.out.printf(
                    "%,d instructions at most with interrupts off, from %s:%n", path.instructions(), path.entry());
            for (Line line : path.lines()) {
                String times = line.times() == 1 ? "" : "%,d turns, ".formatted(line.times());
                System.out.printf(
                        "  %s%-40s %s%,d instructions  %s%n",
                        "  ".repeat(line.depth()), line.what(), times, line.instructions(), line.place());
            }
        }
        Map<String, Long> byCall = byCall();
        System.out.println("By what the kernel is entered for, instructions at most:");
        byCall.forEach((name, instructions) -> System.out.printf("  %-30s %,8d%n", name, instructions));
        long worst = paths.getFirst().instructions();
        System.out.printf("%s %d%n", KEY, worst);
        if (json != null) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put(KEY, worst);
            content.put("byCall", byCall);
            content.put("paths", paths);
            Files.writeString(
                    json, new GsonBuilder().setPrettyPrinting().create().toJson(content) + "\n");
        }
        return worst <= BAR;
    }
}
