package ristretto.compiler.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.lowering.IndyLowering;
import ristretto.compiler.lowering.ServiceLowering;
import ristretto.compiler.lowering.UnsupportedSite;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.LiveCode;
import ristretto.compiler.model.Unsupported;

/** Reads one method's body and tells {@link Reachability} what it uses. */
final class MethodScanner {
    private final Reachability reachability;
    private final ClassWorld world;
    private final IndyLowering lowering = new IndyLowering();
    private final Map<JavaMethod, boolean[]> read = new HashMap<>();
    private JavaMethod method;
    private int line;
    private int sites;

    MethodScanner(Reachability reachability) {
        this.reachability = reachability;
        this.world = reachability.world;
    }

    /** The line that is being read, if that is the method. */
    int lineIn(JavaMethod reader) {
        return reader == method ? line : 0;
    }

    /** The method has another body from now on. */
    void forget(JavaMethod method) {
        read.remove(method);
    }

    /** Reads what is live and was not read before. */
    void scan(JavaMethod method) {
        this.method = method;
        this.line = 0;
        List<CodeElement> elements = method.elements();
        boolean[] before = read.get(method);
        boolean[] live = new LiveCode(elements, this::hasInstances, world::isLeftOut).find();
        read.put(method, live);
        for (int i = 0; i < live.length; i++) {
            boolean isNew = live[i] && (before == null || !before[i]);
            if (elements.get(i) instanceof LineNumber || isNew) {
                read(elements.get(i));
            }
        }
    }

    private void read(CodeElement element) {
        try {
            scan(element);
        } catch (ClassWorld.MissingClass e) {
            Unsupported why = reachability.problems.addMissingClass(method, line, e.getMessage(), e.name);
            method.setUnsupported(element, why);
        } catch (UnsupportedSite e) {
            problem(element, e.getMessage());
        }
    }

    /** If there are none yet, the method is read again as soon as there are. */
    private boolean hasInstances(String type) {
        try {
            return reachability.hasInstances(world.get(type), method);
        } catch (ClassWorld.MissingClass e) {
            return true;
        }
    }

    /** From now on the methods consist of what was read. */
    void leaveOutDeadCode() {
        read.forEach(JavaMethod::keepOnly);
        read.clear();
    }

    private void scan(CodeElement element) throws UnsupportedSite {
        switch (element) {
            case LineNumber number -> line = number.line();
            case InvokeInstruction invoke -> invoke(invoke);
            case InvokeDynamicInstruction dynamic -> dynamic(dynamic);
            case NewObjectInstruction create ->
                reachability.instantiate(world.get(create.className().asInternalName()), method);
            case NewReferenceArrayInstruction create ->
                reachability.instantiate(
                        world.get(Descriptors.arrayOf(create.componentType().asInternalName())), method);
            case NewPrimitiveArrayInstruction create ->
                reachability.instantiate(world.get("[" + descriptor(create.typeKind())), method);
            case NewMultiArrayInstruction create -> multiArray(create);
            case FieldInstruction access -> field(access);
            case ConstantInstruction constant -> constant(constant);
            case ExceptionCatch handler -> handler.catchType().ifPresent(type -> world.get(type.asInternalName()));
            case TypeCheckInstruction check -> world.get(check.type().asInternalName());
            default -> {}
        }
    }

    static String descriptor(TypeKind kind) {
        return kind.upperBound().descriptorString();
    }

    private void multiArray(NewMultiArrayInstruction create) {
        JavaClass array = world.get(create.arrayType().asInternalName());
        for (int i = 0; i < create.dimensions() && array != null; i++) {
            reachability.instantiate(array, method);
            array = array.element;
        }
    }

    private void dynamic(InvokeDynamicInstruction instruction) throws UnsupportedSite {
        lowered(instruction, lowering.lower(method.bodyOwner.name, sites++, instruction));
    }

    /** The instruction calls a synthetic class from now on. */
    private void lowered(CodeElement instruction, IndyLowering.Site site) {
        world.define(site.className(), site.classBytes());
        JavaMethod target = world.get(site.className()).methods.get(site.methodName() + site.descriptor());
        reachability.program.callSites.put(instruction, target);
        reachability.mark(target, method);
    }

    private void field(FieldInstruction access) {
        JavaClass owner = world.get(access.owner().asInternalName());
        JavaField field = world.resolveField(owner, access.name().stringValue());
        if (field == null) {
            problem(access, "field " + owner.displayName() + "." + access.name().stringValue() + " does not exist");
            return;
        }
        switch (access.opcode()) {
            case GETSTATIC -> reachability.staticField(field, true, method);
            case PUTSTATIC -> reachability.staticField(field, false, method);
            case GETFIELD -> reachability.read(field, method);
            default -> {}
        }
    }

    private void constant(ConstantInstruction constant) {
        if (constant.opcode() == Opcode.ACONST_NULL) {
            return;
        }
        switch (constant.constantValue()) {
            case String text -> reachability.string(text, method);
            case ClassDesc type -> {
                if (!type.isPrimitive()) {
                    reachability.classLiteral(world.get(Descriptors.internalName(type.descriptorString())), method);
                }
            }
            case Number number -> {}
            default -> problem(constant, "constant " + constant.constantValue() + " is not supported");
        }
    }

    private void invoke(InvokeInstruction invoke) {
        if (NamedClasses.isLookup(invoke)
                && NamedClasses.constantBefore(method.elements(), invoke) instanceof String name) {
            named(invoke, name);
            return;
        }
        if (ServiceFiles.isLoad(invoke)) {
            String service = ServiceFiles.literalBefore(method.elements(), invoke);
            if (service != null && world.get(service).origin != JavaClass.Origin.JDK) {
                String site = IndyLowering.siteClass(method.bodyOwner.name, sites++);
                lowered(invoke, ServiceLowering.lower(site, service, ServiceFiles.providers(world, service)));
                return;
            }
        }
        JavaClass owner = world.get(invoke.owner().asInternalName());
        String name = invoke.name().stringValue();
        String descriptor = invoke.type().stringValue();
        JavaMethod target = world.resolve(owner, name, descriptor);
        if (VarHandles.isAccess(owner, target)) {
            return;
        }
        if (VarHandles.isMethodHandleCall(owner, name)) {
            problem(invoke, "method handles built at run time are not supported");
            return;
        }
        if (target == null) {
            problem(invoke, "method " + owner.displayName() + "." + name + descriptor + " does not exist");
            return;
        }
        switch (invoke.opcode()) {
            case INVOKESTATIC -> {
                reachability.touch(target.owner, method);
                reachability.mark(target, method);
                placed(target);
            }
            case INVOKESPECIAL -> reachability.mark(target, method);
            default -> {
                if (target.isPrivate()) {
                    reachability.mark(target, method);
                } else {
                    reachability.virtualCall(new VirtualCall(owner, target), method);
                }
            }
        }
    }

    /** A class that is there is initialised and given; of one that is not it is said as the JVM says it. */
    private void named(InvokeInstruction invoke, String name) {
        JavaClass type = NamedClasses.find(world, name);
        if (type != null) {
            reachability.program.namedClasses.put(invoke, type);
            reachability.touch(type, method);
            reachability.classLiteral(type, method);
            return;
        }
        JavaMethod refusal = world.get(NamedClasses.RUNTIME).methods.get(NamedClasses.REFUSAL);
        reachability.program.callSites.put(invoke, refusal);
        reachability.mark(refusal, method);
    }

    /** {@code Memory.place(Type.class, …)} makes objects of the class whose literal stands in the same method. */
    private void placed(JavaMethod target) {
        if (target.owner.name.equals("ristretto/magic/Memory") && target.name.equals("place")) {
            for (CodeElement element : method.elements()) {
                if (element instanceof ConstantInstruction constant
                        && constant.constantValue() instanceof ClassDesc type) {
                    reachability.instantiate(world.get(Descriptors.internalName(type.descriptorString())), method);
                }
            }
        }
    }

    private void problem(CodeElement element, String reason) {
        method.setUnsupported(element, reachability.problems.add(method, line, reason));
    }
}
