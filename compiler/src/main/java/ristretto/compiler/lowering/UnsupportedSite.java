package ristretto.compiler.lowering;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.DirectMethodHandleDesc;

/**
 * An {@code invokedynamic} that cannot be compiled ahead of time. The message names the bootstrap method and the
 * reason; whoever catches it knows class, method and line, and fails the build with them.
 */
public final class UnsupportedSite extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedSite(InvokeDynamicInstruction site, String reason) {
        super("invokedynamic " + site.name().stringValue() + site.type().stringValue() + " by " + bootstrapName(site)
                + ": " + reason);
    }

    private static String bootstrapName(InvokeDynamicInstruction site) {
        DirectMethodHandleDesc bootstrap = site.bootstrapMethod();
        return bootstrap.owner().displayName() + "." + bootstrap.methodName();
    }
}
