package ristretto.compiler.lowering;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;

/**
 * Turns one {@code invokedynamic} into an {@code invokestatic} on a synthetic class whose bytes are made here, at build
 * time: what the JDK's bootstrap method would have linked at the first execution. Known are the bootstrap methods that
 * javac emits; any other one is refused, never replaced by a stub.
 *
 * <p>The synthetic class is a nestmate of the owner in spirit: it touches private members of it, which is right for a
 * compiler that does not look at access flags. It has no class initialiser. Its frames would be hidden on HotSpot:
 * stack traces leave them out, and a null pointer exception that rises in one has no helpful message.
 */
public final class IndyLowering {
    /**
     * What takes the place of the instruction.
     *
     * @param className internal name of the synthetic class, unique by owner and index, the same in every build
     * @param classBytes its class file
     * @param methodName static method in it to call
     * @param descriptor that of the {@code invokedynamic}
     */
    public record Site(String className, byte[] classBytes, String methodName, String descriptor) {}

    /** Whether a class came from here: its frames do not show in a stack trace. */
    public static boolean isSynthetic(String internalName) {
        return internalName.contains(SITE_CLASS_INFIX);
    }

    /**
     * @param ownerInternalName class that contains the instruction
     * @param siteIndex any number that tells the sites of one owner apart
     */
    public Site lower(String ownerInternalName, int siteIndex, InvokeDynamicInstruction instruction)
            throws UnsupportedSite {
        String className = siteClass(ownerInternalName, siteIndex);
        byte[] bytes = classBytes(ClassDesc.ofInternalName(className), instruction);
        return new Site(className, bytes, SiteClass.METHOD, instruction.type().stringValue());
    }

    /** Name of the synthetic class of a site, which is unique by owner and index. */
    public static String siteClass(String ownerInternalName, int siteIndex) {
        return ownerInternalName + SITE_CLASS_INFIX + siteIndex;
    }

    private static final String SITE_CLASS_INFIX = "$$Site";

    private static byte[] classBytes(ClassDesc site, InvokeDynamicInstruction instruction) throws UnsupportedSite {
        DirectMethodHandleDesc bootstrap = instruction.bootstrapMethod();
        String owner = bootstrap.owner().descriptorString();
        return switch (owner.substring(1, owner.length() - 1) + "." + bootstrap.methodName()) {
            case "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
                    "java/lang/invoke/StringConcatFactory.makeConcat" -> ConcatLowering.lower(site, instruction);
            case "java/lang/invoke/LambdaMetafactory.metafactory",
                    "java/lang/invoke/LambdaMetafactory.altMetafactory" -> LambdaLowering.lower(site, instruction);
            case "java/lang/runtime/ObjectMethods.bootstrap" -> RecordLowering.lower(site, instruction);
            case "java/lang/runtime/SwitchBootstraps.typeSwitch" -> SwitchLowering.lowerTypes(site, instruction);
            case "java/lang/runtime/SwitchBootstraps.enumSwitch" -> SwitchLowering.lowerEnum(site, instruction);
            default -> throw new UnsupportedSite(instruction, "no rule for this bootstrap method");
        };
    }
}
