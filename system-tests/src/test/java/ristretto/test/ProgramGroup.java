package ristretto.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ristretto.tool.UserError;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.Optimisation;

/**
 * Programs that are compiled together, because compiling one alone costs more than running fifty. Their first argument chooses; each runs in a process of
 * its own. Every other pair of groups is optimised for size. If the group does not compile, each of its programs is compiled alone, so that only the guilty one fails.
 */
final class ProgramGroup {
    /** What all share costs as much as this many programs alone, so a group should be larger than that. */
    private static final int WANTED = 80;

    private static final AheadOfTimeCompiler SHIPPED = new AheadOfTimeCompiler();

    private final AheadOfTimeCompiler compiler;
    private final Corpus corpus;
    private final Path elf;
    private final Optimisation level;
    private final List<CorpusProgram> programs = new ArrayList<>();
    private final Set<String> classNames = new HashSet<>();
    private boolean tried;
    private boolean compiled;

    private ProgramGroup(AheadOfTimeCompiler compiler, Corpus corpus, Path folder, int number) {
        this.compiler = compiler;
        this.corpus = corpus;
        this.elf = folder.resolve("group" + number);
        this.level = number / 2 % 2 == 0 ? Optimisation.SPEED : Optimisation.SIZE;
    }

    /** Groups without two classes of one name, in pairs for two processors. */
    static List<ProgramGroup> of(Corpus corpus, Path folder) throws IOException {
        return of(SHIPPED, corpus, corpus.programs(), folder);
    }

    /** The same of some of the programs, by a compiler with options of its own. */
    static List<ProgramGroup> of(AheadOfTimeCompiler compiler, Corpus corpus, List<CorpusProgram> programs, Path folder)
            throws IOException {
        List<ProgramGroup> groups = new ArrayList<>();
        int pairs = (programs.size() + 2 * WANTED - 1) / (2 * WANTED);
        for (int i = 0; i < 2 * pairs; i++) {
            groups.add(new ProgramGroup(compiler, corpus, folder, i));
        }
        for (CorpusProgram program : programs) {
            List<String> names = corpus.classNames(program);
            ProgramGroup group = groups.stream()
                    .filter(one -> names.stream().noneMatch(one.classNames::contains))
                    .min(Comparator.comparingInt(one -> one.programs.size()))
                    .orElse(null);
            if (group == null) {
                group = new ProgramGroup(compiler, corpus, folder, groups.size());
                groups.add(group);
            }
            group.programs.add(program);
            group.classNames.addAll(names);
        }
        return groups;
    }

    List<CorpusProgram> programs() {
        return programs;
    }

    /** The command that runs a program of this group, compiled when first asked for. */
    List<String> command(CorpusProgram program) throws IOException {
        compileAll();
        List<String> command = new ArrayList<>();
        if (compiled) {
            command.addAll(List.of(elf.toString(), program.mainClass()));
        } else {
            Path alone = elf.resolveSibling(program.mainClass() + ".alone");
            compile(List.of(program), alone);
            command.add(alone.toString());
        }
        command.addAll(program.arguments());
        return command;
    }

    private synchronized void compileAll() throws IOException {
        if (!tried) {
            tried = true;
            try {
                compile(programs, elf);
                compiled = true;
            } catch (UserError e) {
                System.err.println("compiled one by one, since together they do not compile: " + e.getMessage());
            }
        }
    }

    private void compile(List<CorpusProgram> chosen, Path file) throws IOException {
        Set<Path> classPath = new LinkedHashSet<>();
        for (CorpusProgram program : chosen) {
            classPath.add(corpus.classFiles(program));
        }
        List<String> mains = chosen.stream().map(CorpusProgram::mainClass).toList();
        compiler.executable(List.copyOf(classPath), ImageFactory.HOUSE.underPrograms(), mains, level, file);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
