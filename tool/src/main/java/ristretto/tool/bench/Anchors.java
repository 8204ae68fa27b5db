package ristretto.tool.bench;

import java.util.List;

/**
 * The figures that we print, with those of seL4 16.0 (release, fast path on) and Linux 6.12 measured in the same way: QEMU 7.2, {@code virt}, {@code rv64},
 * one core, {@code -icount shift=0,sleep=off}, OpenSBI 1.1, so that instructions are comparable and wall-clock time is not involved.
 */
final class Anchors {

    static final List<String> COLUMNS = List.of("seL4", "Linux");

    static FigureTable figures() {
        FigureTable figures = new FigureTable();
        add(
                figures,
                "bootInstructions",
                "reset to prompt, instructions",
                "60,000,000",
                "12.3 M",
                "0.93 G",
                "seL4 and Linux: to the first user instruction; ours: to the shell's first prompt, less the time in which the core idled");
        add(
                figures,
                "bytesInUseAtPrompt",
                "memory in use at the prompt, bytes",
                "2,097,152",
                "265 K",
                "–",
                "seL4: its kernel alone; ours: kernel, boot archive and all processes, firmware aside");
        add(
                figures,
                "helloImageBytes",
                "image of a hello process, bytes",
                "40,960",
                "–",
                "–",
                "the whole ELF file with its trace table");
        add(
                figures,
                "ipcCallReply0",
                "call and reply, 0 words, instructions",
                "900",
                "554",
                "13,939",
                "Linux: pipe ping-pong; user code of both sides included");
        add(
                figures,
                "ipcCallReply8",
                "call and reply, 8 words, instructions",
                "",
                "1,876",
                "13,939",
                "Linux: pipe ping-pong; user code of both sides included");
        add(
                figures,
                "fiberSwitch",
                "switch of fibers, instructions",
                "60",
                "–",
                "–",
                "two fibers that yield to each other, scheduler included");
        add(
                figures,
                "throwCatch",
                "exception thrown and caught, instructions",
                "1,500",
                "–",
                "–",
                "made with its trace, thrown, and caught two frames up");
        return figures;
    }

    private static void add(
            FigureTable figures, String key, String title, String bar, String sel4, String linux, String remark) {
        figures.add(Figure.unmeasured(key, title, bar, List.of(sel4, linux), remark));
    }

    private Anchors() {}
}
