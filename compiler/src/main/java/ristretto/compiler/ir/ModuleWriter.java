package ristretto.compiler.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.Mode;
import ristretto.compiler.analysis.Problems;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/** The whole program as one LLVM module in text. */
public final class ModuleWriter {
    private static final String DECLARATIONS = """
            declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
            declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
            declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
            declare ptr @llvm.frameaddress.p0(i32)
            declare void @llvm.trap() noreturn
            declare i16 @llvm.bswap.i16(i16)
            declare i32 @llvm.bswap.i32(i32)
            declare i64 @llvm.bswap.i64(i64)
            declare i32 @llvm.scmp.i32.i64(i64, i64)
            """;
    private static final String FLOATING_DECLARATIONS = """
            declare i32 @llvm.fptosi.sat.i32.f32(float)
            declare i32 @llvm.fptosi.sat.i32.f64(double)
            declare i64 @llvm.fptosi.sat.i64.f32(float)
            declare i64 @llvm.fptosi.sat.i64.f64(double)
            declare double @llvm.sqrt.f64(double)
            """;

    private final Program program;
    private final Support support;
    private final Problems problems;
    private final Layout layout;
    private final VirtualTables tables;
    private final boolean forDebugger;

    /** @param forDebugger whether types and variables are described */
    public ModuleWriter(Program program, Support support, Problems problems, boolean forDebugger) {
        this.forDebugger = forDebugger;
        this.program = program;
        this.support = support;
        this.problems = problems;
        this.layout = new Layout(program.mode);
        this.tables = new VirtualTables(program);
    }

    public String write() {
        if (program.mode == Mode.PROCESS) {
            findThrowers();
        }
        Metadata metadata = new Metadata(program);
        ClassData classes = new ClassData(program, layout, tables);
        DebugTypes debugTypes = forDebugger ? new DebugTypes(metadata, program, layout) : null;
        ConstantData constants = new ConstantData(program, layout, classes, debugTypes);
        ModuleContext module = context(metadata, constants, debugTypes);
        StringBuilder text = new StringBuilder(DECLARATIONS);
        if (program.mode == Mode.PROCESS) {
            text.append(FLOATING_DECLARATIONS);
        }
        for (JavaMethod method : program.methods) {
            text.append(translate(new MethodTranslator(module, method)));
        }
        problems.failIfAny();
        text.append(assemblyRoutines());
        text.append(new Glue(module).text());
        text.append(module.typeTests().text());
        text.append(constants.finish(program.methods));
        text.append("attributes #0 = { \"frame-pointer\"=\"non-leaf\" }\n");
        if (forDebugger) {
            debugTypes.finish();
        }
        return text.append(metadata).toString();
    }

    private ModuleContext context(Metadata metadata, ConstantData constants, DebugTypes debugTypes) {
        TypeTests typeTests = new TypeTests(program, metadata);
        return new ModuleContext(
                program, layout, tables, support, metadata, constants, typeTests, debugTypes, problems);
    }

    private String translate(MethodTranslator translator) {
        try {
            return translator.translate();
        } catch (CompilationFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "compiler error in " + translator.method.displayName() + ", line " + translator.line(), e);
        }
    }

    /**
     * Decides which methods may throw: those that do so themselves, those that are called through tables, those that may run out of
     * stack, and those that let through what a method they call throws. The first translation finds out, its text is thrown away.
     */
    private void findThrowers() {
        for (JavaMethod method : program.methods) {
            method.mayThrow = true;
        }
        Metadata scratch = new Metadata(program);
        ClassData classes = new ClassData(program, layout, tables);
        ModuleContext module = context(scratch, new ConstantData(program, layout, classes, null), null);
        List<MethodTranslator> translators = new ArrayList<>();
        for (JavaMethod method : program.methods) {
            MethodTranslator translator = new MethodTranslator(module, method);
            translate(translator);
            translators.add(translator);
        }
        Map<JavaMethod, Set<JavaMethod>> calls = new LinkedHashMap<>();
        translators.forEach(translator -> calls.put(translator.method, translator.callees));
        Set<JavaMethod> recursive = new Recursion(calls).find();
        for (MethodTranslator translator : translators) {
            translator.method.arrayLocals = translator.arrayLocals();
            translator.method.recurses = recursive.contains(translator.method);
            translator.method.mayThrow = translator.throwsItself
                    || translator.method.recurses
                    || tables.polymorphic().contains(translator.method);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (MethodTranslator translator : translators) {
                if (!translator.method.mayThrow
                        && translator.callsThatEscape.stream().anyMatch(callee -> callee.mayThrow)) {
                    translator.method.mayThrow = true;
                    changed = true;
                }
            }
        }
        for (JavaMethod method : support.mustNotThrow()) {
            if (method.mayThrow) {
                throw new CompilationFailure(
                        method.displayName() + " runs where no exception can be delivered, but may throw");
            }
        }
    }

    private String assemblyRoutines() {
        StringBuilder text = new StringBuilder();
        Set<String> declared = new LinkedHashSet<>();
        // By its symbol a method is called without seeming to be called.
        program.exports.forEach(method -> declared.add(method.annotations.export()));
        for (JavaClass type : program.world.loaded()) {
            for (JavaMethod method : type.methods.values()) {
                String symbol = method.annotations.assembly();
                if (method.reachable && method.isAssembly() && declared.add(symbol)) {
                    char kind = Descriptors.kind(Descriptors.result(method.descriptor));
                    text.append(method.annotations.jump() ? "declare " + JumpConvention.CONVENTION : "declare ")
                            .append(Types.result(kind, method.annotations.assemblyMayThrow()))
                            .append(' ')
                            .append(Types.quoted(symbol))
                            .append('(')
                            .append(Types.parameters(method))
                            .append(")\n");
                }
            }
        }
        return text.toString();
    }

    static String arguments(JavaMethod method) {
        StringJoiner arguments = new StringJoiner(", ");
        int index = 0;
        for (String parameter : Descriptors.parameters(method.descriptor)) {
            arguments.add(Types.of(Descriptors.kind(parameter)) + " %p" + index++);
        }
        return arguments.toString();
    }
}
