package ristretto.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import ristretto.abi.StartupPage;
import ristretto.compiler.link.Target;
import ristretto.compiler.model.ClassPath;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.Substitutions;
import ristretto.magic.Memory;
import ristretto.runtime.Substitute;
import ristretto.sdk.NoAllocation;

/** Class files of programs that tests write as text, and what the compiler makes of them. */
public final class SampleClasses {
    private final Path folder;

    /** @param folder where the class files go: a new folder for each program */
    public SampleClasses(Path folder) {
        this.folder = folder;
    }

    /** Compiles one source file, which may use the classes of those before. The name is that of its public class. */
    public SampleClasses add(String className, String source) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        URI uri = URI.create("memory:///" + className.replace('.', '/') + ".java");
        SimpleJavaFileObject file = new SimpleJavaFileObject(uri, SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        String path = folder + System.getProperty("path.separator") + System.getProperty("java.class.path");
        List<String> options = List.of("-g", "-nowarn", "-d", folder.toString(), "-cp", path);
        if (!javac.getTask(null, null, null, options, null, List.of(file)).call()) {
            throw new IllegalArgumentException(className + " does not compile");
        }
        return this;
    }

    public SampleClasses remove(String className) {
        try {
            Files.delete(folder.resolve(className + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The IR of a process with this main class. */
    public String compile(String mainClass) {
        return new Compiler(system())
                .compileProcess(List.of(folder), mainClass, Target.RISCV64_PROCESS)
                .ir();
    }

    /** What the compiler says of the immediate calls of a process with this main class. */
    public String immediateCalls(String mainClass) {
        return new Compiler(system())
                .compileProcess(List.of(folder), mainClass, Target.RISCV64_PROCESS)
                .immediateCalls();
    }

    /** The same of several processes that share an image. */
    public String immediateCalls(SequencedMap<String, String> mains) {
        return new Compiler(system())
                .compileProcesses(List.of(folder), mains, Set.of(), Target.RISCV64_PROCESS)
                .immediateCalls();
    }

    /** The classes alone, as one of the compiler's system folders, with the substitutes among them. */
    public ClassWorld asSystem() {
        List<Path> folders = List.of(folder);
        return new ClassWorld(new ClassPath(List.of(), folders), Substitutions.in(folders));
    }

    /** The classes as a program's, with nothing of ours. */
    public ClassWorld asProgram() {
        return new ClassWorld(new ClassPath(List.of(folder), List.of()), Substitutions.none());
    }

    static List<Path> system() {
        List<Path> folders = new ArrayList<>();
        for (Class<?> type : List.of(StartupPage.class, Memory.class, Substitute.class, NoAllocation.class)) {
            try {
                folders.add(Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return folders;
    }
}
