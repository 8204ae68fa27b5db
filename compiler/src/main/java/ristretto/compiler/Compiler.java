package ristretto.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ristretto.compiler.analysis.KernelCalls;
import ristretto.compiler.analysis.Problems;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.analysis.Reachability;
import ristretto.compiler.heap.BuildTimeHeap;
import ristretto.compiler.ir.ModuleWriter;
import ristretto.compiler.ir.Support;
import ristretto.compiler.link.Target;
import ristretto.compiler.model.ClassPath;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.Substitutions;
import ristretto.compiler.promise.PromiseCheck;
import ristretto.compiler.rules.KernelModeCheck;
import ristretto.compiler.rules.KernelModeException;
import ristretto.compiler.waiting.ImmediateCheck;

/** From class files to an LLVM module: for a process with a main class, or for the kernel. */
public final class Compiler {
    private static final String FEATURES = "ristretto/sdk/system/Features";

    private final List<Path> system;
    private final List<String> substitutes;

    /** @param system folders or jars of abi, magic, runtime and sdk (for a process) or abi, magic and kernel */
    public Compiler(List<Path> system) {
        this(system, List.of());
    }

    /** @param substitutes packages of the runtime whose substitutes hold beside the usual ones, as {@link Substitutions#in} takes them */
    public Compiler(List<Path> system, List<String> substitutes) {
        this.system = List.copyOf(system);
        this.substitutes = List.copyOf(substitutes);
    }

    /**
     * @param application the program's folders and jars
     * @param mainClass its name with dots
     * @throws CompilationFailure if it cannot be compiled; the message says why, for its author
     */
    public CompiledModule compileProcess(List<Path> application, String mainClass, Target target) {
        return compile(Mode.PROCESS, application, MainMethod.Programs.of(List.of(mainClass)), target, false);
    }

    /**
     * Several programs as one, which have no two classes of one name: at its start the first argument names the main class.
     *
     * @throws CompilationFailure if one of them cannot be compiled
     */
    public CompiledModule compilePrograms(List<Path> application, List<String> mainClasses, Target target) {
        return compile(Mode.PROCESS, application, MainMethod.Programs.of(mainClasses), target, false);
    }

    /**
     * The same for processes of one system, where each knows by its own name what its main class is.
     *
     * @param mains main class by process
     * @param leftOut methods of {@code ristretto.sdk.system.Features} that answer false
     */
    public CompiledModule compileProcesses(
            List<Path> application, SequencedMap<String, String> mains, Set<String> leftOut, Target target) {
        return compile(Mode.PROCESS, application, MainMethod.Programs.ofProcesses(mains, leftOut), target, false);
    }

    /** One program with the types and variables that a debugger shows. */
    public CompiledModule compileForDebugger(List<Path> application, String mainClass, Target target) {
        return compile(Mode.PROCESS, application, MainMethod.Programs.of(List.of(mainClass)), target, true);
    }

    /** All that assembly calls in the kernel's classes, and what that reaches. */
    public CompiledModule compileKernel() {
        return compile(Mode.KERNEL, List.of(), MainMethod.Programs.of(List.of()), Target.RISCV64_KERNEL, false);
    }

    private CompiledModule compile(
            Mode mode, List<Path> application, MainMethod.Programs programs, Target target, boolean forDebugger) {
        Substitutions substitutions =
                mode == Mode.PROCESS ? Substitutions.in(system, substitutes) : Substitutions.none();
        try (ClassPath classPath = new ClassPath(application, system);
                URLClassLoader loader = buildTimeLoader(classPath)) {
            ClassWorld world = new ClassWorld(classPath, substitutions);
            if (mode == Mode.PROCESS) {
                programs.mainClasses().forEach(mainClass -> classPath.setMainClass(mainClass.replace('.', '/')));
                new MainMethod(world).define(programs);
                if (!programs.leftOut().isEmpty()) {
                    world.leaveOut(FEATURES, programs.leftOut());
                }
            }
            BuildTimeHeap heap = new BuildTimeHeap(world, loader);
            List<JavaMethod> reached = new ArrayList<>();
            Problems problems = classPath.hasLibraries()
                    ? new Problems(() -> withoutLibraries(classPath, loader, substitutions, programs, target, reached))
                    : new Problems();
            Reachability reachability = new Reachability(mode, target, world, substitutions, heap, problems);
            if (classPath.hasLibraries()) {
                reachability.closeGates();
            }
            Support support = new Support(mode, world);
            Program program = reach(mode, world, support, reachability);
            if (classPath.hasLibraries()) {
                support.forLibraries().forEach(reachability::addRoot);
                reachability.run();
                addWhatIsImplied(program, support, reachability);
            }
            program.explainsNulls = mode == Mode.PROCESS && !programs.areOurServices();
            reached.addAll(program.methods);
            problems.failIfAny();
            reachability.leaveOutDeadCode();
            if (mode == Mode.KERNEL) {
                checkKernelMode(program, support);
                // Its class constants are read by the compiler only, and no object of java.lang.Class is asked for.
                program.withClassObject.clear();
            }
            PromiseCheck.check(program);
            ImmediateCheck.check(program);
            return new CompiledModule(
                    new ModuleWriter(program, support, problems, forDebugger).write(),
                    problems.warnings(),
                    program,
                    programs.byProcess());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of classes that are initialised at build time. Never are they those of the JVM that we run in, where the desk may have used the kernel's, and those that are compiled may be
     * others of the same name.
     */
    private static URLClassLoader buildTimeLoader(ClassPath classPath) throws IOException {
        return new URLClassLoader(classPath.systemUrls(), ClassLoader.getPlatformClassLoader());
    }

    private Program reach(Mode mode, ClassWorld world, Support support, Reachability reachability) throws IOException {
        support.always().forEach(reachability::addRoot);
        addExports(mode, world, reachability);
        Program program = reachability.run();
        addWhatIsImplied(program, support, reachability);
        return program;
    }

    /**
     * Symbols of the methods that the program reaches, were the libraries' methods empty. Its own methods that were reached are where that
     * begins: a library may have called them back.
     */
    private Set<String> withoutLibraries(
            ClassPath classPath,
            URLClassLoader loader,
            Substitutions substitutions,
            MainMethod.Programs programs,
            Target target,
            List<JavaMethod> reached) {
        try {
            ClassWorld world = new ClassWorld(classPath, substitutions);
            new MainMethod(world).define(programs);
            BuildTimeHeap heap = new BuildTimeHeap(world, loader);
            Reachability reachability =
                    new Reachability(Mode.PROCESS, target, world, substitutions, heap, new Problems());
            reachability.closeGates();
            reachability.stopAtLibraries();
            for (JavaMethod method : reached) {
                if (method.owner.origin == JavaClass.Origin.APPLICATION && !method.owner.ofLibrary) {
                    reachability.addRoot(world.get(method.owner.name).methods.get(method.selector()));
                }
            }
            reach(Mode.PROCESS, world, new Support(Mode.PROCESS, world), reachability);
            return world.loaded().stream()
                    .flatMap(type -> type.methods.values().stream())
                    .filter(method -> method.reachable)
                    .map(JavaMethod::symbol)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What compiled code calls only in some programs may bring along what makes more of it necessary. */
    private static void addWhatIsImplied(Program program, Support support, Reachability reachability) {
        int before;
        do {
            before = program.methods.size();
            if (!program.initialisedAtRunTime.isEmpty()) {
                support.forInitialisers().forEach(reachability::addRoot);
                if (support.hasThreads()) {
                    support.forInitialisersOfThreads().forEach(reachability::addRoot);
                }
            }
            if (support.needsMonitors() && !program.usesMonitors) {
                support.forMonitors().forEach(reachability::addRoot);
                reachability.useMonitors();
            }
            reachability.run();
        } while (program.methods.size() > before);
    }

    private static void checkKernelMode(Program program, Support support) {
        try {
            KernelModeCheck.check(new KernelCalls(program, support.always()));
        } catch (KernelModeException e) {
            throw new CompilationFailure(e.getMessage());
        }
    }

    /** Assembly enters the runtime, or the kernel, at the methods marked {@code @Export}. */
    private void addExports(Mode mode, ClassWorld world, Reachability reachability) throws IOException {
        List<String> folders = mode == Mode.PROCESS
                ? List.of("ristretto/runtime")
                : List.of("ristretto/kernel", "ristretto/kernel/riscv64");
        for (Path root : system) {
            if (Files.isDirectory(root)) {
                addExports(root, folders, world, reachability);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(root)) {
                    addExports(jar.getPath("/"), folders, world, reachability);
                }
            }
        }
    }

    private static void addExports(Path root, List<String> folders, ClassWorld world, Reachability reachability)
            throws IOException {
        for (String folder : folders) {
            if (!Files.isDirectory(root.resolve(folder))) {
                continue;
            }
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".class") && !name.equals("package-info.class")) {
                        addExports(world.get(folder + "/" + name.substring(0, name.length() - 6)), reachability);
                    }
                }
            }
        }
    }

    private static void addExports(JavaClass type, Reachability reachability) {
        for (JavaMethod method : type.methods.values()) {
            if (method.annotations.export() != null) {
                reachability.addExport(method);
            }
        }
    }
}
