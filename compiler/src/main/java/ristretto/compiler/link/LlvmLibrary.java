package ristretto.compiler.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * LLVM's C interface ({@code llvm-c/*.h}) by way of the Foreign Function API. A function is called by its name, with
 * {@link MemorySegment} for pointers, {@link Integer} and {@link Long} as C's types demand; the caller vouches for both.
 * The library is loaded once and stays for the life of this process, since LLVM's global state does not survive unloading.
 */
final class LlvmLibrary {
    private static final Map<Path, LlvmLibrary> LOADED = new ConcurrentHashMap<>();

    private final SymbolLookup symbols;
    private final Map<String, MethodHandle> functions = new ConcurrentHashMap<>();

    private LlvmLibrary(Path file) {
        symbols = SymbolLookup.libraryLookup(file, Arena.global());
        for (String architecture : new String[] {"RISCV", "X86"}) {
            for (String part : new String[] {"TargetInfo", "Target", "TargetMC", "AsmPrinter", "AsmParser"}) {
                run("LLVMInitialize" + architecture + part);
            }
        }
        setOptions();
    }

    static LlvmLibrary load(Path file) {
        return LOADED.computeIfAbsent(file, LlvmLibrary::new);
    }

    /**
     * The outliner would break the chain of frames; loop strength reduction, and a common base for accesses far from their object's begin,
     * form pointers outside the object, which a conservative collector does not recognise. {@link CodeGenerator} runs the former itself,
     * after {@link LoopPointers}.
     */
    private void setOptions() {
        String[] options = {
            "ristretto",
            "-enable-machine-outliner=never",
            "-disable-lsr",
            "-disable-lftr",
            "-cgp-split-large-offset-gep=false"
        };
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointers = arena.allocate(ADDRESS, options.length);
            for (int i = 0; i < options.length; i++) {
                pointers.setAtIndex(ADDRESS, i, arena.allocateFrom(options[i]));
            }
            run("LLVMParseCommandLineOptions", options.length, pointers, MemorySegment.NULL);
        }
    }

    void run(String function, Object... arguments) {
        call(null, function, arguments);
    }

    int integer(String function, Object... arguments) {
        return (int) call(JAVA_INT, function, arguments);
    }

    long size(String function, Object... arguments) {
        return (long) call(JAVA_LONG, function, arguments);
    }

    MemorySegment pointer(String function, Object... arguments) {
        return (MemorySegment) call(ADDRESS, function, arguments);
    }

    /** Copies a message that LLVM allocated, and frees it. */
    String takeMessage(MemorySegment message) {
        String text = text(message);
        run("LLVMDisposeMessage", message);
        return text;
    }

    static String text(MemorySegment characters) {
        return characters.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /** A C function {@code void (void *, void *)} that calls {@code action}, valid as long as the arena. */
    MemorySegment callback(BiConsumer<MemorySegment, MemorySegment> action, Arena arena) {
        try {
            MethodHandle accept = MethodHandles.lookup()
                    .findVirtual(
                            BiConsumer.class, "accept", MethodType.methodType(void.class, Object.class, Object.class))
                    .bindTo(action)
                    .asType(MethodType.methodType(void.class, MemorySegment.class, MemorySegment.class));
            return Linker.nativeLinker().upcallStub(accept, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS), arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object call(MemoryLayout result, String function, Object... arguments) {
        MethodHandle handle = functions.computeIfAbsent(function, name -> link(result, name, arguments));
        try {
            return handle.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(function, e);
        }
    }

    private MethodHandle link(MemoryLayout result, String function, Object[] arguments) {
        MemoryLayout[] types = new MemoryLayout[arguments.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = arguments[i] instanceof Long ? JAVA_LONG : arguments[i] instanceof Integer ? JAVA_INT : ADDRESS;
        }
        FunctionDescriptor descriptor =
                result == null ? FunctionDescriptor.ofVoid(types) : FunctionDescriptor.of(result, types);
        MemorySegment address =
                symbols.find(function).orElseThrow(() -> new LinkException("this LLVM has no function " + function));
        return Linker.nativeLinker()
                .downcallHandle(address, descriptor)
                .asSpreader(Object[].class, arguments.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }
}
