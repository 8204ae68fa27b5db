package ristretto.compiler.link;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * One module's context and what went wrong in it. LLVM would end this process at some errors if nobody listened to
 * its diagnostics; here they become a {@link LinkException} at the next {@link #check}.
 */
final class LlvmContext implements AutoCloseable {
    private static final int SEVERITY_ERROR = 0;

    private final LlvmLibrary llvm;
    private final Arena arena;
    private final MemorySegment context;
    private final MemorySegment message;
    private final StringBuilder errors = new StringBuilder();
    private MemorySegment module = MemorySegment.NULL;

    LlvmContext(LlvmLibrary llvm, Arena arena) {
        this.llvm = llvm;
        this.arena = arena;
        context = llvm.pointer("LLVMContextCreate");
        message = arena.allocate(ADDRESS);
        llvm.run(
                "LLVMContextSetDiagnosticHandler",
                context,
                llvm.callback((diagnostic, unused) -> note(diagnostic), arena),
                MemorySegment.NULL);
    }

    private void note(MemorySegment diagnostic) {
        if (llvm.integer("LLVMGetDiagInfoSeverity", diagnostic) == SEVERITY_ERROR) {
            errors.append(llvm.takeMessage(llvm.pointer("LLVMGetDiagInfoDescription", diagnostic)))
                    .append('\n');
        }
    }

    /** Where a C function may leave a pointer to its error message. */
    MemorySegment message() {
        return message;
    }

    /** Throws if {@code status}, which a C function returned, tells of an error, or if an error was reported on the way. */
    void check(int status) {
        if (status != 0) {
            errors.append(llvm.takeMessage(message.get(ADDRESS, 0)));
        }
        if (!errors.isEmpty()) {
            throw new LinkException(errors.toString().strip());
        }
    }

    MemorySegment attribute(String name, String value) {
        return llvm.pointer(
                "LLVMCreateStringAttribute",
                context,
                arena.allocateFrom(name),
                name.length(),
                arena.allocateFrom(value),
                value.length());
    }

    /** One of those that have a number, for functions. */
    MemorySegment attribute(String name) {
        return llvm.pointer("LLVMCreateEnumAttribute", context, kind(name), 0L);
    }

    /** The number of such an attribute. */
    int kind(String name) {
        return llvm.integer("LLVMGetEnumAttributeKindForName", arena.allocateFrom(name), (long) name.length());
    }

    MemorySegment parse(String irText) {
        MemorySegment text = arena.allocateFrom(irText, StandardCharsets.UTF_8);
        MemorySegment buffer = llvm.pointer(
                "LLVMCreateMemoryBufferWithMemoryRange", text, text.byteSize() - 1, arena.allocateFrom("ir"), 1);
        MemorySegment result = arena.allocate(ADDRESS);
        try {
            check(llvm.integer("LLVMParseIRInContext", context, buffer, result, message));
        } catch (LinkException e) {
            throw new LinkException(e.getMessage() + inFunction(irText, e.getMessage()), e);
        }
        module = result.get(ADDRESS, 0);
        return module;
    }

    /** What the line that LLVM refuses ({@code ir:LINE:COLUMN: error: …}) belongs to: the method, for whoever looks for the mistake. */
    private static String inFunction(String irText, String message) {
        String[] place = message.split(":", 3);
        if (place.length < 3 || !place[1].matches("[0-9]+")) {
            return "";
        }
        return irText.lines()
                .limit(Integer.parseInt(place[1]))
                .filter(line -> line.startsWith("define "))
                .reduce((before, last) -> last)
                .map(line -> "\nin " + line)
                .orElse("");
    }

    @Override
    public void close() {
        if (module.address() != 0) {
            llvm.run("LLVMDisposeModule", module);
        }
        llvm.run("LLVMContextDispose", context);
    }
}
