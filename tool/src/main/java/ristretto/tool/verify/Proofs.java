package ristretto.tool.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.image.ContentHash;

/**
 * All proofs, one after the other, each followed by the bugs that it must refute; a line for each. What was found for the
 * same class files before is not computed again, and says so.
 */
public final class Proofs {
    private static final String NOT_PROVED = """

            Proved is: in every state of the universe named that satisfies the invariant, the kernel's class files, byte for byte those that are
            compiled into the image, keep it in one step, throw nothing, and leave no loop unfinished.
            Not proved: that what holds for so many threads, slots and priorities holds for more; the calls that no line above names;
            boot with other archives than the smallest; the compiler that makes native code of the class files, and its
            intrinsics; the assembly for entry, exit and switching; the MMU and devices. Raw memory, control registers, the
            floating-point unit and the log are stand-ins in all proofs, the timer wheel and bit scans in those of messages: docs/verification.md.
            """;

    private static final String KERNEL = "ristretto/kernel/";

    private final House house;
    private final Path folder;
    private Jbmc checker;

    public Proofs(House house) {
        this.house = house;
        folder = house.build().resolve("verify");
    }

    /**
     * Runs them; answers whether all held and all planted bugs were refuted.
     *
     * @param quick only those of the quick size
     * @param names only those whose name begins with one of these; empty: all
     */
    public boolean run(boolean quick, List<String> names) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean good = true;
        int proofs = 0;
        for (ProofMethod proof : ProofMethod.in(house.classes("proofs"))) {
            boolean wanted = names.isEmpty() || names.stream().anyMatch(proof.name()::startsWith);
            if (!wanted || quick && !proof.quick()) {
                continue;
            }
            proofs++;
            good &= prove(proof);
            for (String bug : quick
                    ? proof.planted().subList(0, Math.min(1, proof.planted().size()))
                    : proof.planted()) {
                good &= refute(proof, bug);
            }
        }
        if (proofs == 0) {
            throw new UserError("no proof is called " + String.join(" or ", names));
        }
        System.out.print(NOT_PROVED);
        return good;
    }

    private boolean prove(ProofMethod proof) throws IOException, InterruptedException {
        Result result = result(proof, null);
        if (!result.missing().isEmpty()) {
            say("FAILED  %s: these methods have no body: %s", proof.name(), String.join(", ", result.missing()));
            return false;
        }
        if (!result.violated().isEmpty()) {
            say("FAILED  %s  %s  %s", proof.name(), proof.universe(), result.time());
            result.violated().forEach(text -> say("        %s", text));
            return false;
        }
        if (!result.reached()) {
            say("FAILED  %s: its end is never reached, so it says nothing", proof.name());
            return false;
        }
        say("PROVED  %-28s  %s  %s", proof.name(), proof.universe(), result.time());
        return true;
    }

    private boolean refute(ProofMethod proof, String bug) throws IOException, InterruptedException {
        Result result = result(proof, bug);
        boolean refuted = !result.violated().isEmpty();
        say("%s %s with %s  %s", refuted ? "REFUTED" : "MISSED ", proof.name(), bug, result.time());
        return refuted;
    }

    private static void say(String format, Object... arguments) {
        System.out.println(format.formatted(arguments));
        System.out.flush();
    }

    /** What is kept of a run. */
    private record Result(boolean reached, List<String> missing, List<String> violated, String time) {}

    private Result result(ProofMethod proof, String bug) throws IOException, InterruptedException {
        Path kept = folder.resolve(key(proof, bug));
        if (Files.exists(kept)) {
            List<String> lines = Files.readAllLines(kept);
            return new Result(
                    Boolean.parseBoolean(lines.get(0)),
                    split(lines.get(1)),
                    lines.subList(3, lines.size()),
                    lines.get(2) + " (cached)");
        }
        if (checker == null) {
            checker = Jbmc.fetched();
        }
        List<Path> classPath = new ArrayList<>();
        Path log = folder.resolve(
                proof.name() + (bug == null ? "" : "." + key(proof, bug).substring(0, 8)) + ".log");
        if (bug != null) {
            Path planted = folder.resolve("planted").resolve(key(proof, bug).substring(0, 16));
            if (!PlantedBug.parse(bug).plant(house.classes("kernel"), planted)) {
                return new Result(false, List.of(), List.of(), "no such place in the class file");
            }
            classPath.add(planted);
        }
        StandIns standIns = new StandIns(house.classes("proofs"), folder.resolve("stand-ins"));
        for (String type : proof.standIns()) {
            classPath.add(standIns.of(KERNEL + type));
        }
        classPath.addAll(standIns.always());
        classPath.add(house.classes("proofs"));
        classPath.addAll(house.kernelClassPath());
        Jbmc.Outcome outcome = checker.check(classPath, proof.type() + "." + proof.method(), proof.unwind(), log);
        String time = "%.1f s".formatted(outcome.seconds());
        List<String> violated = outcome.violated().stream()
                .map(property -> property.place() + ": " + property.text())
                .toList();
        List<String> lines = new ArrayList<>(
                List.of(Boolean.toString(outcome.reached()), String.join(" ", outcome.missing()), time));
        lines.addAll(violated);
        Files.write(kept, lines);
        return new Result(outcome.reached(), List.copyOf(outcome.missing()), violated, time);
    }

    private static List<String> split(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }

    private String key(ProofMethod proof, String bug) throws IOException {
        ContentHash hash = new ContentHash()
                .text(Jbmc.VERSION)
                .text(String.join(" ", Jbmc.options(proof.unwind())))
                .text(proof.toString())
                .text(String.valueOf(bug))
                .path(house.classes("proofs"));
        for (Path path : house.kernelClassPath()) {
            hash.path(path);
        }
        return hash.hex();
    }
}
