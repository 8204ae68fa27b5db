package ristretto.compiler.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.Mode;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/**
 * Tells the collector, while it marks, of each reference in memory that is about to be overwritten (see {@code
 * ristretto.runtime.Collector}). When it does not mark that is a load and a branch that is not taken. Nothing need be told where null
 * is overwritten: in objects that were just made.
 */
final class WriteBarrier {
    private final MethodTranslator method;
    private final ModuleContext module;
    private final FunctionText text;
    /** Arrays made in this block that nothing but the operand stack knows yet, and the last index that was stored to. */
    private final Map<String, Integer> freshArrays = new HashMap<>();

    private boolean inConstructor;
    /** The object that is being constructed is known to this constructor only, and to those of superclasses that tell nobody. */
    private boolean fresh;
    /** The names of that object. */
    private final Set<String> selves = new HashSet<>();

    private final Set<JavaField> storedOnce = new HashSet<>();

    WriteBarrier(MethodTranslator method) {
        this.method = method;
        this.module = method.module;
        this.text = method.text;
    }

    /** Before a value of this type is stored at the address. */
    void before(String descriptor, String address) {
        if (module.mode() == Mode.KERNEL || Descriptors.kind(descriptor) != 'A') {
            return;
        }
        JavaField marking = module.world().get(Support.COLLECTOR).fields.get("marking");
        String flag = text.let("load i8, ptr " + module.constants().staticField(marking)
                + module.metadata().alias(marking));
        String rare = text.newLabel("R");
        String next = text.branchRarely(text.let("icmp ne i8 " + flag + ", 0"), rare);
        text.rarely(() -> {
            text.label(rare);
            String before = text.let("load i64, ptr " + address);
            String assembly = module.program().target.code().writeBarrierCall();
            if (assembly == null) {
                text.emit("call preserve_mostcc void @\"write barrier\"(i64 " + before + ") cold");
            } else {
                text.let("call i64 asm sideeffect " + assembly + "(i64 " + before
                        + ") cold memory(inaccessiblemem: readwrite)");
            }
            text.jump(next);
        });
    }

    void madeArray(Operand array) {
        freshArrays.put(array.text(), -1);
    }

    /** An array initialiser stores each element once, in order. */
    boolean isFirstStore(Operand array, Operand index) {
        Integer last = freshArrays.get(array.text());
        if (last == null || !index.isLiteral() || Integer.parseInt(index.text()) <= last) {
            return false;
        }
        freshArrays.put(array.text(), Integer.parseInt(index.text()));
        return true;
    }

    /** The method has no loop. */
    void beginConstructor() {
        inConstructor = method.method.name.equals("<init>");
        fresh = inConstructor;
        method.method.keepsSelf = inConstructor;
    }

    void loadedSelf(String value) {
        if (inConstructor) {
            selves.add(value);
        }
    }

    /** Does not ask a class literal for its text, because then it would have to have one. */
    private boolean isSelf(Operand value) {
        return inConstructor && value.literal() == null && selves.contains(value.text());
    }

    /** The value goes where it is not followed. */
    void escapes(Operand value) {
        if (isSelf(value)) {
            fresh = false;
            method.method.keepsSelf = false;
        }
    }

    /** Is the field of the object that is being constructed still null, because nobody else knows the object yet? */
    boolean isFirstStore(Operand object, JavaField field) {
        return fresh && isSelf(object) && storedOnce.add(field);
    }

    void call(JavaMethod target, List<Operand> operands) {
        for (int i = 0; i < operands.size(); i++) {
            boolean constructs = i == 0 && target.name.equals("<init>");
            if (!constructs || !isSelf(operands.getFirst())) {
                escapes(operands.get(i));
            } else {
                method.method.selfGoesTo = target;
                fresh &= target.owner != method.method.owner && target.keepsSelf();
            }
        }
    }
}
