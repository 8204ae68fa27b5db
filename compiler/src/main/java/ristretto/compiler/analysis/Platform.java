package ristretto.compiler.analysis;

import ristretto.compiler.CompilationFailure;
import ristretto.compiler.link.Target;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaMethod;

/**
 * What each platform does in its own way: the native methods of {@code ristretto.runtime.platform} are declarations, and their bodies are the methods
 * of the same class, name and descriptor in the package below that belongs to the target.
 */
final class Platform {
    private static final String PACKAGE = "ristretto/runtime/platform/";

    static boolean isDeclaration(JavaMethod method) {
        return method.isNative()
                && method.isStatic()
                && method.owner.name.startsWith(PACKAGE)
                && method.owner.name.indexOf('/', PACKAGE.length()) < 0;
    }

    /** @throws CompilationFailure if the platform does not provide it */
    static JavaMethod body(JavaMethod declaration, Target target, ClassWorld world) {
        String owner = PACKAGE + target.platform() + declaration.owner.name.substring(PACKAGE.length() - 1);
        JavaMethod body = world.exists(owner) ? world.get(owner).methods.get(declaration.selector()) : null;
        if (body == null || !body.isStatic() || body.isPrivate()) {
            throw new CompilationFailure("platform " + target.platform() + ": expected a static method "
                    + declaration.selector() + " in " + owner.replace('/', '.'));
        }
        return body;
    }

    private Platform() {}
}
