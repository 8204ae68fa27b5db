package ristretto.compiler.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Call sites that javac does not emit by default, or never: what is legal works, what is not is refused with its
 * reason.
 */
final class HandMadeSitesTest {
    private static final ClassDesc OWNER = ClassDesc.of("sample.Owner");
    private static final ClassDesc CONCAT = ClassDesc.of("java.lang.invoke.StringConcatFactory");
    private static final ClassDesc LAMBDA = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
    private static final ClassDesc SWITCH = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORD = ClassDesc.of("java.lang.runtime.ObjectMethods");

    @Test
    void plainConcatenation() throws Exception {
        assertEquals(
                "1null2.5",
                run(
                        site(CONCAT, "makeConcat", "makeConcat", "(ILjava/lang/String;D)Ljava/lang/String;"),
                        "(ILjava/lang/String;D)Ljava/lang/String;",
                        1,
                        null,
                        2.5));
    }

    @Test
    void constantsThatAreNotStrings() throws Exception {
        byte[] owner = site(
                CONCAT,
                "makeConcatWithConstants",
                "makeConcatWithConstants",
                "(C)Ljava/lang/String;",
                "<\2|\2|\2|\2|\2|\2|\1>",
                1,
                2L,
                3.5f,
                -0.0,
                ConstantDescs.CD_String,
                ClassDesc.of("java.lang.Runnable"));
        assertEquals(
                "<1|2|3.5|-0.0|class java.lang.String|interface java.lang.Runnable|c>",
                run(owner, "(C)Ljava/lang/String;", 'c'));
    }

    @Test
    void literalTooLongForOneConstant() throws Exception {
        String part = "x".repeat(20_000) + "€";
        byte[] owner = site(
                CONCAT,
                "makeConcatWithConstants",
                "makeConcatWithConstants",
                "()Ljava/lang/String;",
                "\2\2\2\2\2",
                part,
                part,
                part,
                part,
                part);
        assertEquals(part.repeat(5), run(owner, "()Ljava/lang/String;"));
    }

    @Test
    void onlyLiterals() throws Exception {
        assertEquals(
                "fixed",
                run(
                        site(
                                CONCAT,
                                "makeConcatWithConstants",
                                "makeConcatWithConstants",
                                "()Ljava/lang/String;",
                                "fixed"),
                        "()Ljava/lang/String;"));
    }

    @Test
    void bridgesAndMarkers() throws Exception {
        MethodHandleDesc parse = MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC,
                ConstantDescs.CD_Integer,
                "valueOf",
                MethodTypeDesc.ofDescriptor("(Ljava/lang/String;)Ljava/lang/Integer;"));
        byte[] owner = site(
                LAMBDA,
                "altMetafactory",
                "apply",
                "()Ljava/util/function/Function;",
                MethodTypeDesc.ofDescriptor("(Ljava/lang/String;)Ljava/lang/Object;"),
                parse,
                MethodTypeDesc.ofDescriptor("(Ljava/lang/String;)Ljava/lang/Integer;"),
                7,
                1,
                ClassDesc.of("java.lang.Cloneable"),
                1,
                MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;)Ljava/lang/Object;"));
        Object lambda = run(owner, "()Ljava/util/function/Function;");
        assertInstanceOf(Cloneable.class, lambda);
        assertInstanceOf(java.io.Serializable.class, lambda);
        assertEquals(
                12, assertInstanceOf(java.util.function.Function.class, lambda).apply("12"));
    }

    @Test
    void specialCallStaysSpecial() throws Exception {
        MethodHandleDesc special = MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.SPECIAL, OWNER, "secret", MethodTypeDesc.ofDescriptor("()V"));
        byte[] owner = site(
                LAMBDA,
                "metafactory",
                "run",
                "(Lsample/Owner;)Ljava/lang/Runnable;",
                ConstantDescs.MTD_void,
                special,
                ConstantDescs.MTD_void);
        IndyLowering.Site site = new IndyLowering().lower("sample/Owner", 3, instruction(owner));
        assertEquals("sample/Owner$$Site3", site.className());
        List<CodeElement> body = ClassFile.of().parse(site.classBytes()).methods().stream()
                .filter(method -> method.methodName().equalsString("run"))
                .findFirst()
                .orElseThrow()
                .code()
                .orElseThrow()
                .elementList();
        assertEquals(
                "INVOKESPECIAL sample/Owner.secret",
                body.stream()
                        .filter(InvokeInstruction.class::isInstance)
                        .map(InvokeInstruction.class::cast)
                        .map(call -> call.opcode() + " " + call.owner().asInternalName() + "."
                                + call.name().stringValue())
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void unknownBootstrapMethod() {
        assertRefused(
                site(ClassDesc.of("sample.Boot"), "link", "call", "()V"),
                "invokedynamic call()V by Boot.link: no rule for this bootstrap method");
    }

    @Test
    void methodHandleInConcatenation() {
        DirectMethodHandleDesc handle = MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC, OWNER, "f", MethodTypeDesc.ofDescriptor("()V"));
        assertRefused(
                site(
                        CONCAT,
                        "makeConcatWithConstants",
                        "makeConcatWithConstants",
                        "()Ljava/lang/String;",
                        "\2",
                        handle),
                "invokedynamic makeConcatWithConstants()Ljava/lang/String; "
                        + "by StringConcatFactory.makeConcatWithConstants: "
                        + "constant " + handle + " in a concatenation has no text yet");
    }

    @Test
    void fieldAsImplementation() {
        assertRefused(
                site(
                        LAMBDA,
                        "metafactory",
                        "get",
                        "(Lsample/Owner;)Ljava/util/function/Supplier;",
                        MethodTypeDesc.ofDescriptor("()Ljava/lang/Object;"),
                        MethodHandleDesc.ofField(
                                DirectMethodHandleDesc.Kind.GETTER, OWNER, "f", ConstantDescs.CD_String),
                        MethodTypeDesc.ofDescriptor("()Ljava/lang/String;")),
                "invokedynamic get(Lsample/Owner;)Ljava/util/function/Supplier; by LambdaMetafactory.metafactory: "
                        + "a field cannot implement a functional interface");
    }

    @Test
    void previewSwitches() {
        assertRefused(
                site(SWITCH, "typeSwitch", "typeSwitch", "(II)I", 1),
                "invokedynamic typeSwitch(II)I by SwitchBootstraps.typeSwitch: "
                        + "a selector of primitive type is a preview feature");
        assertRefused(
                site(SWITCH, "typeSwitch", "typeSwitch", "(Ljava/lang/Object;I)I", 1L),
                "invokedynamic typeSwitch(Ljava/lang/Object;I)I by SwitchBootstraps.typeSwitch: "
                        + "label 1 is a preview feature");
    }

    @Test
    void foreignRecordMethod() {
        assertRefused(
                site(RECORD, "bootstrap", "compareTo", "(Lsample/Owner;)I", OWNER, ""),
                "invokedynamic compareTo(Lsample/Owner;)I by ObjectMethods.bootstrap: records have no such method");
    }

    private static void assertRefused(byte[] owner, String message) {
        UnsupportedSite refused = assertThrows(
                UnsupportedSite.class, () -> new IndyLowering().lower("sample/Owner", 0, instruction(owner)));
        assertEquals(message, refused.getMessage());
    }

    /** A class whose method {@code call} is one call site and the return of its value. */
    private static byte[] site(
            ClassDesc factory, String bootstrap, String name, String type, ConstantDesc... arguments) {
        MethodTypeDesc siteType = MethodTypeDesc.ofDescriptor(type);
        boolean takesArray = factory.equals(CONCAT) && bootstrap.equals("makeConcatWithConstants")
                || bootstrap.equals("altMetafactory")
                || factory.equals(SWITCH);
        DirectMethodHandleDesc handle = ConstantDescs.ofCallsiteBootstrap(
                factory,
                bootstrap,
                ConstantDescs.CD_CallSite,
                takesArray ? new ClassDesc[] {ConstantDescs.CD_Object.arrayType()} : new ClassDesc[0]);
        return ClassFile.of()
                .build(
                        OWNER,
                        builder -> builder.withMethodBody(
                                "call", siteType, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> {
                                    SiteClass.loadParameters(code, siteType);
                                    code.invokedynamic(DynamicCallSiteDesc.of(handle, name, siteType, arguments));
                                    code.return_(java.lang.classfile.TypeKind.from(siteType.returnType()));
                                }));
    }

    private static InvokeDynamicInstruction instruction(byte[] owner) {
        return (InvokeDynamicInstruction) ClassFile.of()
                .parse(owner)
                .methods()
                .getFirst()
                .code()
                .orElseThrow()
                .elementStream()
                .filter(InvokeDynamicInstruction.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Object run(byte[] owner, String type, Object... arguments) throws Exception {
        ClassLoader loader = LoweredClassLoader.ofClasses(Map.of("sample.Owner", owner));
        Class<?>[] parameters = MethodTypeDesc.ofDescriptor(type)
                .resolveConstantDesc(java.lang.invoke.MethodHandles.lookup())
                .parameterArray();
        return loader.loadClass("sample.Owner").getMethod("call", parameters).invoke(null, arguments);
    }
}
