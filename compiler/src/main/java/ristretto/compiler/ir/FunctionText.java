package ristretto.compiler.ir;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The text of one LLVM function while it is written: the main line, the rare blocks behind it, the stack slots in front of it. Every
 * instruction carries the source location that is current.
 */
final class FunctionText {
    private final StringBuilder main = new StringBuilder();
    private final StringBuilder rare = new StringBuilder();
    private final Set<String> slots = new LinkedHashSet<>();
    private StringBuilder out = main;
    private int temporaries;
    private int labels;
    private String location = "";

    void location(String location) {
        this.location = location;
    }

    String location() {
        return location;
    }

    /** Writes an instruction without a result. */
    void emit(String instruction) {
        out.append("  ").append(instruction).append(location).append('\n');
    }

    /** Writes an instruction and answers the name of its result. */
    String let(String instruction) {
        String name = "%t" + temporaries++;
        emit(name + " = " + instruction);
        return name;
    }

    String newLabel(String prefix) {
        return prefix + labels++;
    }

    void label(String label) {
        out.append(label).append(":\n");
    }

    void jump(String label) {
        emit("br label %" + label);
    }

    void branch(String condition, String then, String otherwise) {
        emit("br i1 " + condition + ", label %" + then + ", label %" + otherwise);
    }

    /** Goes to {@code usual} where the condition holds, which it does most of the time. */
    void branchLikely(String condition, String usual, String rare) {
        emit("br i1 " + condition + ", label %" + usual + ", label %" + rare + Metadata.LIKELY);
    }

    /** Goes to {@code rare} where the condition holds, which it hardly ever does, and on in a new block otherwise, whose label it answers. */
    String branchRarely(String condition, String rare) {
        String next = newLabel("N");
        out.append("  br i1 ")
                .append(condition)
                .append(", label %")
                .append(rare)
                .append(", label %")
                .append(next);
        out.append(Metadata.UNLIKELY).append(location).append('\n');
        label(next);
        return next;
    }

    /** What the action writes, whole blocks, goes behind the main line. May be nested. */
    void rarely(Runnable action) {
        StringBuilder before = out;
        out = new StringBuilder();
        action.run();
        rare.append(out);
        out = before;
    }

    /** A stack slot of this name and type; LLVM makes registers of these. */
    String slot(String name, String type) {
        slots.add(name + " = alloca " + type);
        return name;
    }

    boolean hasSlot(String name, String type) {
        return slots.contains(name + " = alloca " + type);
    }

    String body(String prologue) {
        StringBuilder body = new StringBuilder();
        for (String slot : slots) {
            body.append("  ").append(slot).append('\n');
        }
        return body.append(prologue)
                .append("  br label %start\nstart:\n")
                .append(main)
                .append(rare)
                .toString();
    }
}
