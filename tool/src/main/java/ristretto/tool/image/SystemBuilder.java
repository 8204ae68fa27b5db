package ristretto.tool.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.RootSlot;
import ristretto.compiler.link.BootArchive;
import ristretto.sdk.system.KeptReportLayout;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;

/**
 * From a system description to a bootable ELF: the kernel, with the image of every process and the system table in the archive behind
 * it. A program of a user is compiled to be fast, all others to be small. Images are compiled side by side, as many at a time as there are processors and as memory allows.
 */
public final class SystemBuilder {
    /** What one compilation may need of the JVM's memory. */
    private static final long BYTES_PER_COMPILATION = 512L << 20;

    private static final String KERNEL = SystemDescription.KERNEL;
    /** Slots of root for the supervisor, its heap and stack aside. */
    private static final int SUPERVISOR_SLOTS = 48;

    private static final long BYTES_PER_FRAME = 2 << 20;

    private final House house;
    private final ImageCompiler compiler;
    private final ImageCache cache;
    private final KernelKind kernelKind;
    private final HouseComponents components;

    public SystemBuilder(House house, ImageCompiler compiler) throws IOException {
        this(house, compiler, KernelKind.SHIPPED);
    }

    /** @param kernelKind which kernel the systems boot */
    public SystemBuilder(House house, ImageCompiler compiler, KernelKind kernelKind) throws IOException {
        this(new HouseComponents(house), compiler, kernelKind, house.build().resolve("images"));
    }

    /** @param components where the main classes of the systems' processes are */
    public SystemBuilder(HouseComponents components, ImageCompiler compiler, KernelKind kernelKind) throws IOException {
        this(components, compiler, kernelKind, components.house().build().resolve("images"));
    }

    /** @param images where the images lie that have been compiled before */
    public SystemBuilder(House house, ImageCompiler compiler, Path images) throws IOException {
        this(new HouseComponents(house), compiler, KernelKind.SHIPPED, images);
    }

    private SystemBuilder(HouseComponents components, ImageCompiler compiler, KernelKind kernelKind, Path images)
            throws IOException {
        this.house = components.house();
        this.components = components;
        this.compiler = compiler;
        this.kernelKind = kernelKind;
        this.cache = new ImageCache(house, compiler, images);
    }

    /**
     * @param program class path of the image that the description calls {@link SystemDescription#PROGRAM}; may be empty where it has none
     * @return the boot ELF
     */
    public Path build(SystemDescription system, List<Path> program, Path elf) throws IOException {
        return build(system, images(system, program, SystemBuilder::shipped), elf);
    }

    /**
     * The same with images that a debugger can look into: the program's as it is stepped through, or those of all processes where the system has none.
     *
     * @return files with symbols: the kernel's first, then those of processes that lie at addresses of their own
     */
    public List<Path> buildForDebugger(SystemDescription system, List<Path> program, Path elf) throws IOException {
        boolean hasProgram = system.images().containsKey(SystemDescription.PROGRAM);
        List<String> names = List.copyOf(system.images().keySet());
        Map<String, Path> images = images(
                system,
                program,
                name -> name.equals(SystemDescription.PROGRAM)
                        ? ImageKind.stepped()
                        : hasProgram ? ImageKind.SMALL : ImageKind.watched(names.indexOf(name)));
        List<Path> symbols = new ArrayList<>(List.of(images.get(KERNEL)));
        images.forEach((name, image) -> {
            if (!name.equals(KERNEL) && (!hasProgram || name.equals(SystemDescription.PROGRAM))) {
                symbols.add(ImageCache.symbolsOf(image));
            }
        });
        build(system, images, elf);
        return symbols;
    }

    private static ImageKind shipped(String name) {
        return name.equals(SystemDescription.PROGRAM) ? ImageKind.FAST : ImageKind.SMALL;
    }

    private Path build(SystemDescription system, Map<String, Path> images, Path elf) throws IOException {
        Path kernel = images.remove(KERNEL);
        write(kernel, entries(system, images), system, elf);
        return elf;
    }

    private static SequencedMap<String, byte[]> entries(SystemDescription system, Map<String, Path> images)
            throws IOException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Path> image : images.entrySet()) {
            entries.put(image.getKey(), Files.readAllBytes(image.getValue()));
        }
        entries.put(ArchiveLayout.SYSTEM, system.table().encode());
        return entries;
    }

    /** Where everything is in memory once the system has booted. */
    public MemoryMap memoryMap(SystemDescription system) throws IOException {
        Map<String, Path> images = images(system, List.of(), SystemBuilder::shipped);
        byte[] kernel = Files.readAllBytes(images.remove(KERNEL));
        SequencedMap<String, byte[]> entries = entries(system, images);
        return MemoryMap.of(system, kernel, entries.sequencedKeySet(), BootArchive.write(entries, parameters(system)));
    }

    /** The file of each image of the system, the kernel first. */
    public SequencedMap<String, Path> imageFiles(SystemDescription system) throws IOException {
        return new LinkedHashMap<>(images(system, List.of(), SystemBuilder::shipped));
    }

    /** For each image of the system, the kernel first: how much stack its entry points need, for people. */
    public SequencedMap<String, String> stacks(SystemDescription system) throws IOException {
        SequencedMap<String, String> stacks = new LinkedHashMap<>();
        for (Map.Entry<String, Path> image :
                images(system, List.of(), SystemBuilder::shipped).entrySet()) {
            stacks.put(image.getKey(), ImageCache.stacks(image.getValue()));
        }
        return stacks;
    }

    /** For each image of the system but the kernel: the methods that say that they never wait, each with its reason. */
    public Map<String, List<String>> neverWaiting(SystemDescription system) throws IOException {
        Map<String, List<String>> methods = new LinkedHashMap<>();
        immediateCalls(images(system, List.of(), SystemBuilder::shipped))
                .forEach((image, calls) -> methods.put(image, ImmediateCircle.neverWaiting(calls)));
        return methods;
    }

    private static Map<String, String> immediateCalls(Map<String, Path> images) throws IOException {
        Map<String, String> calls = new LinkedHashMap<>();
        for (Map.Entry<String, Path> image : images.entrySet()) {
            if (!image.getKey().equals(KERNEL)) {
                calls.put(image.getKey(), ImageCache.immediateCalls(image.getValue()));
            }
        }
        return calls;
    }

    /** Size in bytes of each image in the boot archive. */
    public SequencedMap<String, Long> imageBytes(SystemDescription system) throws IOException {
        SequencedMap<String, Long> bytes = new LinkedHashMap<>();
        for (Map.Entry<String, Path> image :
                images(system, List.of(), SystemBuilder::shipped).entrySet()) {
            bytes.put(image.getKey(), Files.size(image.getValue()));
        }
        bytes.remove(KERNEL);
        return bytes;
    }

    /** The kernel, and the image of every process, by name. */
    private Map<String, Path> images(SystemDescription system, List<Path> program, Function<String, ImageKind> kinds)
            throws IOException {
        SequencedMap<String, Future<Path>> compilations = new LinkedHashMap<>();
        SequencedMap<String, Path> images = new LinkedHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(workers())) {
            compilations.put(
                    KERNEL, workers.submit(() -> kernel(system.platform().firmware())));
            if (system.oneImage()) {
                compilations.put(ArchiveLayout.ROOT, workers.submit(() -> oneImage(system)));
            }
            Map<String, String> separate = system.oneImage() ? Map.of() : system.images();
            separate.forEach((name, main) -> {
                boolean isProgram = name.equals(SystemDescription.PROGRAM);
                List<Path> application = isProgram ? program : classPathOf(main);
                List<Path> under = isProgram ? house.underPrograms() : house.underComponents();
                compilations.put(
                        name, workers.submit(() -> cache.process(name, application, under, main, kinds.apply(name))));
            });
            for (Map.Entry<String, Future<Path>> compilation : compilations.entrySet()) {
                images.put(compilation.getKey(), result(compilation.getValue()));
            }
        }
        ImmediateCircle.check(system, immediateCalls(images));
        return images;
    }

    private Path oneImage(SystemDescription system) throws IOException {
        List<Path> folders = system.images().values().stream()
                .flatMap(main -> classPathOf(main).stream())
                .distinct()
                .toList();
        SequencedMap<String, String> mains = new LinkedHashMap<>(system.images());
        return cache.processes(
                system.name(), folders, house.underComponents(), mains, UnusedFeatures.of(system.table()));
    }

    /** The kernel that every system of this working copy with firmware boots. */
    public Path kernel() throws IOException {
        return kernel(true);
    }

    private Path kernel(boolean firmware) throws IOException {
        return cache.kernel(kernelKind.classPath(house), kernelKind, firmware);
    }

    /** The image of one component, for systems without a description; fast before small. */
    public Path component(String name, String mainClass) throws IOException {
        return cache.process(name, classPathOf(mainClass), house.underComponents(), mainClass, ImageKind.FAST);
    }

    /** The image of one program, as small as a component's. */
    public Path program(String name, List<Path> classPath, String mainClass) throws IOException {
        return cache.process(name, classPath, house.underPrograms(), mainClass, ImageKind.SMALL);
    }

    /** The image of one service as a system has it. */
    public Path service(String name, String mainClass) throws IOException {
        List<Path> application = classPathOf(mainClass);
        return cache.process(name, application, house.underComponents(), mainClass, ImageKind.SMALL);
    }

    /** One program as an executable for Linux. */
    public Path executable(List<Path> classPath, String mainClass, Optimisation level) throws IOException {
        return cache.executable(
                mainClass.substring(mainClass.lastIndexOf('.') + 1),
                classPath,
                house.underPrograms(),
                mainClass,
                level);
    }

    private List<Path> classPathOf(String main) {
        return components.classPathOf(main).orElseThrow(() -> new UserError("no class " + main));
    }

    private void write(Path kernel, SequencedMap<String, byte[]> entries, SystemDescription system, Path elf)
            throws IOException {
        Files.createDirectories(elf.getParent());
        Path unfinished = Files.createTempFile(elf.getParent(), system.name(), ".unfinished");
        try {
            compiler.boot(kernel, entries, parameters(system), unfinished);
            Files.move(unfinished, elf, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static BootArchive.Parameters parameters(SystemDescription system) {
        MemoryNeeds root = system.table().processes().getFirst().memory();
        return new BootArchive.Parameters(
                root.heapBytes(),
                root.stackBytes(),
                system.platform().firmware() ? 0 : system.memoryBytes(),
                system.platform().ticksPerSecond(),
                rootSlots(system),
                KeptReportLayout.bytes(system.table()));
    }

    /** What the kernel gives root, an endpoint for each process, and what the supervisor is made of: more than is used. */
    public static long rootSlots(SystemDescription system) {
        MemoryNeeds supervisor =
                system.table().processes().get(SystemTable.SUPERVISOR).memory();
        long pieces = (supervisor.heapBytes() + supervisor.stackBytes()) / BYTES_PER_FRAME;
        return RootSlot.FIRST_FREE + system.table().processes().size() + 2 * pieces + SUPERVISOR_SLOTS;
    }

    private static int workers() {
        long byMemory = Runtime.getRuntime().maxMemory() / BYTES_PER_COMPILATION;
        return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), byMemory));
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted");
        }
    }
}
