package ristretto.compiler.analysis;

import ristretto.compiler.model.JavaClass;

/** What a virtual or interface call names: static receiver type, method name, method descriptor. */
public record VirtualCall(JavaClass type, String name, String descriptor) {
    public String selector() {
        return name + descriptor;
    }
}
