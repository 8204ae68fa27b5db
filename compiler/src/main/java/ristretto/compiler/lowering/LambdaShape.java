package ristretto.compiler.lowering;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the static arguments of {@code java.lang.invoke.LambdaMetafactory} say.
 *
 * @param factory captured values to functional interface
 * @param interfaces the functional interface and its markers, without repetition
 * @param methodName the functional interface's method
 * @param methodTypes its erased type, then those of its bridges, without repetition
 * @param checkedType its type with the type variables bound
 * @param implementation what is called
 */
record LambdaShape(
        MethodTypeDesc factory,
        List<ClassDesc> interfaces,
        String methodName,
        List<MethodTypeDesc> methodTypes,
        MethodTypeDesc checkedType,
        DirectMethodHandleDesc implementation) {

    private static final ClassDesc SERIALIZABLE = ClassDesc.of("java.io.Serializable");

    static LambdaShape of(InvokeDynamicInstruction instruction) throws UnsupportedSite {
        MethodTypeDesc factory = instruction.typeSymbol();
        Iterator<ConstantDesc> arguments = instruction.bootstrapArgs().iterator();
        MethodTypeDesc erased = (MethodTypeDesc) arguments.next();
        if (!(arguments.next() instanceof DirectMethodHandleDesc implementation)) {
            throw new UnsupportedSite(instruction, "the implementation is not a method handle constant");
        }
        MethodTypeDesc checked = (MethodTypeDesc) arguments.next();
        List<ClassDesc> interfaces = new ArrayList<>(List.of(factory.returnType()));
        List<MethodTypeDesc> methods = new ArrayList<>(List.of(erased));

        int flags = arguments.hasNext() ? (Integer) arguments.next() : 0;
        if ((flags & LambdaMetafactory.FLAG_MARKERS) != 0) {
            for (int left = (Integer) arguments.next(); left > 0; left--) {
                interfaces.add((ClassDesc) arguments.next());
            }
        }
        if ((flags & LambdaMetafactory.FLAG_BRIDGES) != 0) {
            for (int left = (Integer) arguments.next(); left > 0; left--) {
                methods.add((MethodTypeDesc) arguments.next());
            }
        }
        // It shows in instanceof only: nothing here can write an object.
        if ((flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0) {
            interfaces.add(SERIALIZABLE);
        }
        return new LambdaShape(
                factory,
                interfaces.stream().distinct().toList(),
                instruction.name().stringValue(),
                methods.stream().distinct().toList(),
                checked,
                implementation);
    }

    boolean capturesNothing() {
        return factory.parameterCount() == 0;
    }
}
