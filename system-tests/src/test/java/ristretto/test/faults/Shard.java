package ristretto.test.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * Some faults that a seed chooses. It ends with a tally or an exception; of the latter, and of each ending after which the machine was of no use, it is kept what the machine had said.
 *
 * @param sockets the folder for the debuggers' lines
 * @param kept the folder for what is kept, in a file with the name of the seed
 */
record Shard(long seed, int faults, FaultSystem system, Path sockets, Path kept) {
    Tally run() throws IOException, InterruptedException {
        Tally tally = new Tally();
        Random random = new Random(seed);
        Deck deck = new Deck(faults, random);
        for (int boots = 0; deck.size() > 0; boots++) {
            boot(sockets.resolve("gdb" + seed + "-" + boots), random, deck, tally);
        }
        return tally;
    }

    private void boot(Path socket, Random random, Deck deck, Tally tally) throws IOException, InterruptedException {
        FaultRun run = null;
        try {
            run = new FaultRun(system, socket, random);
            FaultRun current = run;
            run.putIn(deck, (fault, ending) -> {
                tally.add(fault, ending);
                if (FaultRun.isOver(ending)) {
                    keep("fault " + tally.injected() + ", " + fault + ": " + ending, current.heardOfTheLast());
                }
            });
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            keep("after " + tally.toJson() + ": " + trace, run == null ? "" : run.heardOfTheLast());
            throw e;
        } finally {
            if (run != null) {
                run.close();
            }
        }
    }

    Path log() {
        return kept.resolve(seed + ".log");
    }

    private void keep(String what, String heard) throws IOException {
        Files.createDirectories(kept);
        Files.writeString(log(), what + "\n" + heard + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
