package ristretto.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This {@code static native} method is the assembly routine of this symbol, called with C's calling convention. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Assembly {
    String value();

    /** It returns, like a compiled method without a result that may throw, an exception or null. */
    boolean mayThrow() default false;
}
