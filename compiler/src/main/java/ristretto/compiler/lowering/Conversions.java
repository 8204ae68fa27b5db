package ristretto.compiler.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * The conversions between the parameters and results of a functional interface's method and those of the method that
 * implements it: cast, box, unbox, widen, as the class documentation of {@code java.lang.invoke.LambdaMetafactory}
 * lists them.
 */
final class Conversions {
    private static final ClassDesc NUMBER = ClassDesc.of("java.lang.Number");

    private static final Map<ClassDesc, ClassDesc> BOX_OF = Map.of(
            ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean,
            ConstantDescs.CD_byte, ConstantDescs.CD_Byte,
            ConstantDescs.CD_char, ConstantDescs.CD_Character,
            ConstantDescs.CD_short, ConstantDescs.CD_Short,
            ConstantDescs.CD_int, ConstantDescs.CD_Integer,
            ConstantDescs.CD_long, ConstantDescs.CD_Long,
            ConstantDescs.CD_float, ConstantDescs.CD_Float,
            ConstantDescs.CD_double, ConstantDescs.CD_Double);

    private static final Map<ClassDesc, ClassDesc> PRIMITIVE_OF =
            BOX_OF.entrySet().stream().collect(Collectors.toUnmodifiableMap(Entry::getValue, Entry::getKey));

    private Conversions() {}

    /**
     * Converts the value on top of the stack.
     *
     * @param from its static type
     * @param checked the type that the interface promises after its type variables are bound; a value of another
     *     class is a class cast exception here and nowhere later
     * @param to the type that is needed
     */
    static void convert(CodeBuilder code, ClassDesc from, ClassDesc checked, ClassDesc to) {
        if (from.isPrimitive()) {
            convertPrimitive(code, from, to);
        } else if (to.isPrimitive()) {
            ClassDesc known = checked.isPrimitive() ? from : checked;
            cast(code, from, known);
            unbox(code, known, to);
        } else {
            ClassDesc known = checked.isPrimitive() ? from : checked;
            cast(code, from, known);
            cast(code, known, to);
        }
    }

    /** The class of the boxes of a primitive type. */
    static ClassDesc wrapper(ClassDesc primitive) {
        return BOX_OF.get(primitive);
    }

    private static void convertPrimitive(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (to.isPrimitive()) {
            widen(code, from, to);
            return;
        }
        ClassDesc boxed = PRIMITIVE_OF.getOrDefault(to, from);
        widen(code, from, boxed);
        ClassDesc box = BOX_OF.get(boxed);
        code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, boxed));
    }

    /** A number's box can give any wider number by itself; a character or a truth value cannot. */
    private static void unbox(CodeBuilder code, ClassDesc from, ClassDesc to) {
        boolean toNumber = !to.equals(ConstantDescs.CD_boolean) && !to.equals(ConstantDescs.CD_char);
        ClassDesc inside = PRIMITIVE_OF.get(from);
        boolean fromNumber =
                inside != null && !inside.equals(ConstantDescs.CD_boolean) && !inside.equals(ConstantDescs.CD_char);
        if (fromNumber) {
            take(code, from, to);
        } else if (inside != null) {
            take(code, from, inside);
            widen(code, inside, to);
        } else {
            ClassDesc box = toNumber ? NUMBER : BOX_OF.get(to);
            cast(code, from, box);
            take(code, box, to);
        }
    }

    private static void take(CodeBuilder code, ClassDesc box, ClassDesc primitive) {
        code.invokevirtual(box, primitive.displayName() + "Value", MethodTypeDesc.of(primitive));
    }

    private static void widen(CodeBuilder code, ClassDesc from, ClassDesc to) {
        TypeKind source = TypeKind.from(from).asLoadable();
        TypeKind target = TypeKind.from(to).asLoadable();
        if (source != target) {
            code.conversion(source, target);
        }
    }

    private static void cast(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (!from.equals(to) && !to.equals(ConstantDescs.CD_Object)) {
            code.checkcast(to);
        }
    }
}
