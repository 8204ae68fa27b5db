package ristretto.compiler.analysis;

import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/** What a virtual or interface call names: static receiver type, and the method that its name and descriptor mean there. */
public record VirtualCall(JavaClass type, JavaMethod method) {

    /** Calls of one selector share a place in the tables; methods that only a package sees have their own. */
    public String selector() {
        return method.isPackagePrivate() ? method.selector() + "@" + method.owner.packageName() : method.selector();
    }
}
