package ristretto.compiler.lowering;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import ristretto.compiler.model.JavaClass;

/** Makes the subclass of {@code ristretto.runtime.Members} that says what reflection finds in a class, and does what it is told with it. */
public final class MembersLowering {
    private static final ClassDesc MEMBERS = ClassDesc.of("ristretto.runtime.Members");
    private static final ClassDesc FACTORY = ClassDesc.of("ristretto.runtime.jdk.ReflectionSubstitute");
    private static final ClassDesc CONSTRUCTOR = ClassDesc.of("java.lang.reflect.Constructor");
    private static final ClassDesc COMPONENT = ClassDesc.of("java.lang.reflect.RecordComponent");
    private static final ClassDesc CLASSES = ConstantDescs.CD_Class.arrayType();
    private static final MethodTypeDesc MAKE = MethodTypeDesc.of(MEMBERS);
    private static final MethodTypeDesc MAKE_CONSTRUCTOR = MethodTypeDesc.of(
            CONSTRUCTOR,
            ConstantDescs.CD_Class,
            CLASSES,
            CLASSES,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_String);
    private static final MethodTypeDesc MAKE_COMPONENT = MethodTypeDesc.of(
            COMPONENT,
            ConstantDescs.CD_Class,
            ConstantDescs.CD_String,
            ConstantDescs.CD_Class,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_String);

    /** The static method that makes an object of the class. */
    public static final String SELECTOR = SiteClass.METHOD + MAKE.descriptorString();

    private final JavaClass type;
    private final ClassDesc self;
    private final ClassDesc described;
    private final List<MethodModel> constructors;
    private final List<RecordComponentInfo> components;

    private MembersLowering(JavaClass type) {
        this.type = type;
        this.self = ClassDesc.ofInternalName(nameFor(type));
        this.described = ClassDesc.ofInternalName(type.name);
        this.constructors = type.model.methods().stream()
                .filter(MembersLowering::isConstructor)
                .filter(method -> type.origin != JavaClass.Origin.JDK || isPlain(method))
                .toList();
        this.components = type.model
                .findAttribute(Attributes.record())
                .map(RecordAttribute::components)
                .orElse(List.of());
    }

    /** Internal name of the class that is made for one. */
    public static String nameFor(JavaClass type) {
        return type.name + "$$Members";
    }

    /** Whether it is made even if the program does not name the class. */
    public static boolean isOpen(JavaClass type) {
        return type.origin == JavaClass.Origin.APPLICATION
                && (type.model.findAttribute(Attributes.record()).isPresent()
                        || type.model
                                .findAttribute(Attributes.permittedSubclasses())
                                .isPresent());
    }

    /** The class file. */
    public static byte[] lower(JavaClass type) {
        return new MembersLowering(type).build();
    }

    private static boolean isConstructor(MethodModel method) {
        return method.methodName().equalsString(ConstantDescs.INIT_NAME);
    }

    private static boolean isPlain(MethodModel method) {
        return method.flags().has(AccessFlag.PUBLIC)
                && method.methodTypeSymbol().parameterCount() == 0;
    }

    private boolean lacksSome() {
        return constructors.size()
                < type.model.methods().stream()
                        .filter(MembersLowering::isConstructor)
                        .count();
    }

    private byte[] build() {
        return SiteClass.build(
                self,
                MAKE,
                code -> code.new_(self)
                        .dup()
                        .invokespecial(self, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .areturn(),
                this::addMethods);
    }

    private void addMethods(ClassBuilder builder) {
        builder.withSuperclass(MEMBERS);
        add(builder, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, code -> SiteClass.construct(code, MEMBERS));
        add(builder, "constructors", MethodTypeDesc.of(CONSTRUCTOR.arrayType()), code -> {
            array(code, CONSTRUCTOR, constructors, this::constructor);
            code.areturn();
        });
        add(builder, "lacksSome", MethodTypeDesc.of(ConstantDescs.CD_boolean), code -> code.loadConstant(
                        lacksSome() ? 1 : 0)
                .ireturn());
        add(builder, "components", MethodTypeDesc.of(COMPONENT.arrayType()), code -> {
            array(code, COMPONENT, components, this::component);
            code.areturn();
        });
        add(builder, "permitted", MethodTypeDesc.of(CLASSES), this::permitted);
        add(
                builder,
                "construct",
                MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int, ConstantDescs.CD_Object.arrayType()),
                code -> SiteClass.choose(code, isAbstract() ? 0 : constructors.size(), this::construct));
        add(
                builder,
                "read",
                MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int, ConstantDescs.CD_Object),
                code -> SiteClass.choose(code, components.size(), this::read));
    }

    private boolean isAbstract() {
        return type.model.flags().has(AccessFlag.ABSTRACT);
    }

    private static void add(ClassBuilder builder, String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
        builder.withMethodBody(name, type, ClassFile.ACC_PUBLIC, body);
    }

    private void permitted(CodeBuilder code) {
        Optional<PermittedSubclassesAttribute> permitted = type.model.findAttribute(Attributes.permittedSubclasses());
        if (permitted.isEmpty()) {
            code.aconst_null().areturn();
            return;
        }
        classes(
                code,
                permitted.get().permittedSubclasses().stream()
                        .map(entry -> entry.asSymbol())
                        .toList());
        code.areturn();
    }

    private void constructor(CodeBuilder code, MethodModel constructor) {
        code.loadConstant(described);
        classes(code, constructor.methodTypeSymbol().parameterList());
        classes(
                code,
                constructor
                        .findAttribute(Attributes.exceptions())
                        .map(ExceptionsAttribute::exceptions)
                        .orElse(List.of())
                        .stream()
                        .map(entry -> entry.asSymbol())
                        .toList());
        code.loadConstant(constructor.flags().flagsMask()).loadConstant(constructors.indexOf(constructor));
        text(code, constructor.findAttribute(Attributes.signature()).map(attribute -> attribute
                .signature()
                .stringValue()));
        code.invokestatic(FACTORY, "constructor", MAKE_CONSTRUCTOR);
    }

    private void component(CodeBuilder code, RecordComponentInfo component) {
        code.loadConstant(described).loadConstant(component.name().stringValue());
        classLiteral(code, component.descriptorSymbol());
        code.loadConstant(ClassFile.ACC_PUBLIC).loadConstant(components.indexOf(component));
        text(code, component.findAttribute(Attributes.signature()).map(attribute -> attribute
                .signature()
                .stringValue()));
        code.invokestatic(FACTORY, "component", MAKE_COMPONENT);
    }

    private static void text(CodeBuilder code, Optional<String> text) {
        if (text.isPresent()) {
            code.loadConstant(text.get());
        } else {
            code.aconst_null();
        }
    }

    private void construct(CodeBuilder code, int number) {
        MethodTypeDesc signature = constructors.get(number).methodTypeSymbol();
        code.new_(described).dup();
        for (int i = 0; i < signature.parameterCount(); i++) {
            code.aload(2).loadConstant(i).aaload();
            argument(code, signature.parameterType(i));
        }
        code.invokespecial(described, ConstantDescs.INIT_NAME, signature).areturn();
    }

    /** Turns the object on the stack into what a parameter takes. */
    private static void argument(CodeBuilder code, ClassDesc parameter) {
        if (parameter.isPrimitive()) {
            String name = parameter.displayName();
            String conversion = "to" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            code.invokestatic(MEMBERS, conversion, MethodTypeDesc.of(parameter, ConstantDescs.CD_Object));
            return;
        }
        code.loadConstant(parameter)
                .invokestatic(
                        MEMBERS,
                        "reference",
                        MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Class))
                .checkcast(parameter);
    }

    private void read(CodeBuilder code, int number) {
        RecordComponentInfo component = components.get(number);
        ClassDesc result = component.descriptorSymbol();
        code.aload(2)
                .checkcast(described)
                .invokevirtual(described, component.name().stringValue(), MethodTypeDesc.of(result));
        Conversions.convert(code, result, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
        code.areturn();
    }

    private static void classes(CodeBuilder code, List<ClassDesc> types) {
        array(code, ConstantDescs.CD_Class, types, MembersLowering::classLiteral);
    }

    private static void classLiteral(CodeBuilder code, ClassDesc type) {
        if (type.isPrimitive()) {
            code.getstatic(Conversions.wrapper(type), "TYPE", ConstantDescs.CD_Class);
        } else {
            code.loadConstant(type);
        }
    }

    private static <T> void array(
            CodeBuilder code, ClassDesc element, List<T> values, BiConsumer<CodeBuilder, T> push) {
        code.loadConstant(values.size()).anewarray(element);
        for (int i = 0; i < values.size(); i++) {
            code.dup().loadConstant(i);
            push.accept(code, values.get(i));
            code.aastore();
        }
    }
}
