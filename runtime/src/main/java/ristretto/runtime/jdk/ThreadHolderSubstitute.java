package ristretto.runtime.jdk;

import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** The fields of a thread that the JDK keeps in an object beside it. */
@Substitute("java.lang.Thread$FieldHolder")
public final class ThreadHolderSubstitute {

    @Alias("stackSize")
    public static native long stackBytes(Object self);

    /** 0 before the start. */
    @Alias("threadStatus")
    public static native int status(Object self);

    @Alias("threadStatus")
    public static native void setStatus(Object self, int status);

    private ThreadHolderSubstitute() {}
}
