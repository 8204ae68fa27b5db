package ristretto.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import ristretto.compiler.Mode;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.magic.ObjectLayout;

/** The functions between compiled methods and everything else: allocation, exceptions of checks, class initialisation, assembly. */
final class Glue {
    private static final String ATTRIBUTES = " nounwind #0 ";

    private static final String NO_CLASS = "@\"raise:noClassDef(Ljava/lang/String;Ljava/lang/Throwable;)\"";

    private final ModuleContext module;

    Glue(ModuleContext module) {
        this.module = module;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        module.program().exports.forEach(method -> text.append(export(method)));
        if (module.mode() == Mode.PROCESS) {
            text.append(allocation()).append(arrayStore()).append(writeBarrier());
            text.append(PrimitiveCopy.glue(module));
            for (JavaMethod method : module.support().reachable()) {
                if (method.owner.name.endsWith("/Exceptions")) {
                    text.append(raise(method));
                }
            }
            for (JavaClass type : module.program().initialisedAtRunTime) {
                text.append(initialise(type));
            }
            module.program().withClassObject.forEach(type -> text.append(enumValues(type))
                    .append(members(type)));
        }
        return located(text);
    }

    /**
     * Gives every function a place, hidden in traces: LLVM forgets the places of all that it inlines into a function
     * that has none.
     */
    private String located(StringBuilder functions) {
        String location = "";
        StringBuilder text = new StringBuilder();
        for (String line : functions.toString().split("\n")) {
            if (line.startsWith("define ")) {
                int subprogram = module.metadata().glue();
                location = module.metadata().location(subprogram, 0);
                text.append(line, 0, line.length() - 1)
                        .append("!dbg !")
                        .append(subprogram)
                        .append(" {");
            } else {
                text.append(line).append(line.contains("call ") ? location : "");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** C's calling convention for assembly; an exception that arrives here has nowhere to go. */
    private String export(JavaMethod method) {
        char kind = Descriptors.kind(Descriptors.result(method.descriptor));
        String result = Types.of(kind);
        String parameters = ModuleWriter.arguments(method);
        if (method.annotations.jump()) {
            return "define " + JumpConvention.CONVENTION + "void " + Types.quoted(method.annotations.export()) + "("
                    + parameters + ")" + ATTRIBUTES + JumpConvention.ATTRIBUTES + "{\n  musttail call "
                    + JumpConvention.CONVENTION + "void " + Types.symbol(method) + "(" + parameters
                    + ")\n  ret void\n}\n";
        }
        StringBuilder text = new StringBuilder("define " + result + " " + Types.quoted(method.annotations.export())
                + "(" + parameters + ")" + ATTRIBUTES + "{\n");
        String returned = kind == 'V' && !method.mayThrow ? "  " : "  %r = ";
        text.append(returned)
                .append("call ")
                .append(Types.result(kind, method.mayThrow))
                .append(' ')
                .append(Types.symbol(method))
                .append('(')
                .append(parameters)
                .append(")\n");
        if (method.mayThrow) {
            text.append(
                    kind == 'V'
                            ? "  %e = bitcast ptr %r to ptr\n"
                            : "  %e = extractvalue { " + result + ", ptr } %r, 1\n");
            text.append(
                    "  %n = icmp eq ptr %e, null\n  br i1 %n, label %ok, label %lost\nlost:\n  call void @llvm.trap()\n  unreachable\nok:\n");
            text.append(kind == 'V' ? "" : "  %v = extractvalue { " + result + ", ptr } %r, 0\n");
            return text.append(kind == 'V' ? "  ret void\n}\n" : "  ret " + result + " %v\n}\n")
                    .toString();
        }
        return text.append(kind == 'V' ? "  ret void\n}\n" : "  ret " + result + " %r\n}\n")
                .toString();
    }

    private String allocation() {
        return """
                define internal i64 @"new object"(i64 %%n, ptr %%d) noinline nounwind #0 {
                  %%c = ptrtoint ptr %%d to i64
                  %%a = call i64 %s(i64 %%n, i64 %%c)
                  ret i64 %%a
                }
                define internal i64 @"new array"(i64 %%n, i32 %%l, ptr %%d) noinline nounwind #0 {
                  %%c = ptrtoint ptr %%d to i64
                  %%a = call i64 %s(i64 %%n, i32 %%l, i64 %%c)
                  ret i64 %%a
                }
                """.formatted(
                        Types.symbol(module.support().get("Heap.allocate(JJ)")),
                        Types.symbol(module.support().get("Heap.allocateArray(JIJ)")));
    }

    private String writeBarrier() {
        if (module.program().target.code().writeBarrierCall() != null) {
            return "";
        }
        return "define internal preserve_mostcc void @\"write barrier\"(i64 %w) noinline cold" + ATTRIBUTES
                + "{\n  call void @reference_overwritten(i64 %w)\n  ret void\n}\n";
    }

    /** True where the value may be stored: null, or an instance of the array's element class. */
    private String arrayStore() {
        return """
                define internal zeroext i1 @"array store"(ptr %%a, ptr %%v) nounwind #0 {
                  %%n = icmp eq ptr %%v, null
                  br i1 %%n, label %%yes, label %%look
                look:
                  %%d = load ptr, ptr %%a%1$s
                  %%p = getelementptr i8, ptr %%d, i64 %2$d
                  %%e = load ptr, ptr %%p
                  %%c = load ptr, ptr %%v%1$s
                  %%q = icmp eq ptr %%e, %%c
                  br i1 %%q, label %%yes, label %%any
                any:
                  %%o = icmp eq ptr %%e, %3$s
                  br i1 %%o, label %%yes, label %%slow
                slow:
                  %%x = ptrtoint ptr %%c to i64
                  %%y = ptrtoint ptr %%e to i64
                  %%s = call i32 %4$s(i64 %%x, i64 %%y)
                  %%r = icmp ne i32 %%s, 0
                  ret i1 %%r
                yes:
                  ret i1 true
                }
                """.formatted(
                        module.metadata().aliasHeader(),
                        ObjectLayout.CLASS_ELEMENT,
                        module.constants().descriptor(module.world().get("java/lang/Object")),
                        Types.symbol(module.support().get("Types.isInstance(JJ)")));
    }

    /** Answers the exception, or the one that making it threw. */
    private String raise(JavaMethod method) {
        String parameters = ModuleWriter.arguments(method);
        String name = method.name + method.descriptor.substring(0, method.descriptor.indexOf(')') + 1);
        String call = Types.symbol(method) + "(" + parameters + ")\n";
        String body = method.mayThrow
                ? "  %r = call { ptr, ptr } " + call
                        + "  %v = extractvalue { ptr, ptr } %r, 0\n  %e = extractvalue { ptr, ptr } %r, 1\n"
                        + "  %n = icmp eq ptr %e, null\n  %x = select i1 %n, ptr %v, ptr %e\n"
                : "  %x = call ptr " + call;
        return "define internal nonnull ptr " + Types.quoted("raise:" + name) + "(" + parameters + ") noinline cold"
                + ATTRIBUTES + "{\n" + body + "  ret ptr %x\n}\n";
    }

    /**
     * Initialises a class once (JVM specification 5.5); answers the exception that this ended with, or null. State 0:
     * never tried, 1: done, 2: failed; what it failed with is kept. While it is under way the state is 1 in a program of one
     * thread, and 3 where there may be others, who have to wait.
     */
    private String initialise(JavaClass type) {
        String state = Types.state(type);
        String failure = Types.quoted("failure:" + type.name);
        boolean threads = module.support().hasThreads();
        StringBuilder text =
                new StringBuilder(state + " = internal global i8 0\n" + failure + " = internal global ptr null\n");
        text.append("define internal ptr ")
                .append(Types.initialise(type))
                .append("() noinline cold")
                .append(ATTRIBUTES)
                .append("{\n");
        text.append("  br label %look\nlook:\n  %s = load i8, ptr ")
                .append(state)
                .append("\n  switch i8 %s, label %run [ i8 1, label %done i8 2, label %broken")
                .append(threads ? " i8 3, label %underway" : "")
                .append(" ]\n");
        text.append("broken:\n  %c = load ptr, ptr ")
                .append(failure)
                .append("\n  %b = call ptr ")
                .append(NO_CLASS)
                .append("(ptr ")
                .append(module.constants().string(type.displayName()))
                .append(", ptr %c)\n  ret ptr %b\n");
        if (threads) {
            text.append("underway:\n");
            step("isMine", state, "%w", true, text);
            text.append("  %m = icmp ne i32 %w, 0\n  br i1 %m, label %done, label %look\n");
        }
        text.append("run:\n");
        if (threads) {
            step("begin", state, null, true, text);
        }
        text.append("  store i8 ")
                .append(threads ? 3 : 1)
                .append(", ptr ")
                .append(state)
                .append('\n');
        List<String> failures = new ArrayList<>();
        for (JavaClass first : ClassWorld.initialisedBefore(type)) {
            JavaClass before = module.initialisedFirst(first);
            if (before != null) {
                int n = failures.size();
                text.append("  %u")
                        .append(n)
                        .append(" = call ptr ")
                        .append(Types.initialise(before))
                        .append("()\n");
                text.append("  %o")
                        .append(n)
                        .append(" = icmp eq ptr %u")
                        .append(n)
                        .append(", null\n");
                text.append("  br i1 %o")
                        .append(n)
                        .append(", label %n")
                        .append(n)
                        .append(", label %f")
                        .append(n)
                        .append('\n');
                text.append("f")
                        .append(n)
                        .append(":\n  br label %above\nn")
                        .append(n)
                        .append(":\n");
                failures.add("[ %u" + n + ", %f" + n + " ]");
            }
        }
        runInitialiser(type.initialiser(), text);
        if (type.initialiser() != null && type.initialiser().mayThrow) {
            text.append("failed:\n");
            fail(state, failure, "%e", threads, text);
            text.append("  %x = call ptr @\"raise:initializerFailed(Ljava/lang/Throwable;)\"(ptr %e)\n  ret ptr %x\n");
        }
        if (!failures.isEmpty()) {
            text.append("above:\n  %a = phi ptr ")
                    .append(String.join(", ", failures))
                    .append('\n');
            fail(state, failure, "%a", threads, text);
            text.append("  ret ptr %a\n");
        }
        text.append("succeeded:\n");
        if (threads) {
            text.append("  store i8 1, ptr ").append(state).append('\n');
            step("end", state, null, false, text);
        }
        return text.append("  br label %done\ndone:\n  ret ptr null\n}\n").toString();
    }

    private void fail(String state, String failure, String exception, boolean threads, StringBuilder text) {
        text.append("  store i8 2, ptr ").append(state);
        text.append("\n  store ptr ")
                .append(exception)
                .append(", ptr ")
                .append(failure)
                .append('\n');
        if (threads) {
            step("end", state, null, false, text);
        }
    }

    /**
     * Calls a method of {@code ClassInitialisation}; what it throws is either answered to the one who needs the class, or there is nothing more to
     * be done.
     */
    private void step(String name, String state, String value, boolean answered, StringBuilder text) {
        JavaMethod method = module.support().get("ClassInitialisation." + name + "(J)");
        char kind = Descriptors.kind(Descriptors.result(method.descriptor));
        String call = "call " + Types.result(kind, method.mayThrow) + " " + Types.symbol(method) + "(i64 ptrtoint (ptr "
                + state + " to i64))\n";
        if (!method.mayThrow) {
            text.append(value == null ? "  " : "  " + value + " = ").append(call);
            return;
        }
        String returned = "%r." + name + text.length();
        text.append("  ").append(returned).append(" = ").append(call);
        String thrown = returned;
        if (kind != 'V') {
            thrown = returned + ".e";
            String type = Types.result(kind, true);
            text.append("  " + value + " = extractvalue " + type + " " + returned + ", 0\n");
            text.append("  " + thrown + " = extractvalue " + type + " " + returned + ", 1\n");
        }
        if (answered) {
            String label = name + text.length();
            text.append("  " + thrown + ".n = icmp eq ptr " + thrown + ", null\n");
            text.append("  br i1 " + thrown + ".n, label %" + label + ", label %" + label + ".x\n");
            text.append(label + ".x:\n  ret ptr " + thrown + "\n" + label + ":\n");
        }
    }

    private static void runInitialiser(JavaMethod initialiser, StringBuilder text) {
        if (initialiser == null) {
            text.append("  br label %succeeded\n");
        } else if (initialiser.mayThrow) {
            text.append("  %e = call ptr ")
                    .append(Types.symbol(initialiser))
                    .append("()\n  %n = icmp eq ptr %e, null\n");
            text.append("  br i1 %n, label %succeeded, label %failed\n");
        } else {
            text.append("  call void ").append(Types.symbol(initialiser)).append("()\n  br label %succeeded\n");
        }
    }

    /** {@code { ptr, ptr } ()}: an enum's constants, or the exception of its initialiser. */
    private String enumValues(JavaClass type) {
        JavaMethod values = type.methods.get("values()[L" + type.name + ";");
        if (values == null || !values.reachable || !ClassData.isEnum(type)) {
            return "";
        }
        return answer("values:" + type.name, type.initialisedAtRunTime ? type : null, values);
    }

    /** {@code { ptr, ptr } ()}: what reflection finds in a class, or an exception. */
    private String members(JavaClass type) {
        return type.members == null ? "" : answer("members:" + type.name, null, type.members);
    }

    /**
     * A function for {@code Functions.call}.
     *
     * @param type is initialised before; null: nothing is
     */
    private static String answer(String name, JavaClass type, JavaMethod method) {
        StringBuilder text =
                new StringBuilder("define internal { ptr, ptr } " + Types.quoted(name) + "()" + ATTRIBUTES + "{\n");
        if (type != null) {
            text.append("  %u = call ptr ")
                    .append(Types.initialise(type))
                    .append("()\n  %o = icmp eq ptr %u, null\n  br i1 %o, label %go, label %failed\n");
            text.append(
                    "failed:\n  %f = insertvalue { ptr, ptr } zeroinitializer, ptr %u, 1\n  ret { ptr, ptr } %f\ngo:\n");
        }
        if (method.mayThrow) {
            text.append("  %r = call { ptr, ptr } ")
                    .append(Types.symbol(method))
                    .append("()\n");
        } else {
            text.append("  %v = call ptr ")
                    .append(Types.symbol(method))
                    .append("()\n  %r = insertvalue { ptr, ptr } zeroinitializer, ptr %v, 0\n");
        }
        return text.append("  ret { ptr, ptr } %r\n}\n").toString();
    }
}
