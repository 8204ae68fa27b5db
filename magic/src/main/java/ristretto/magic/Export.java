package ristretto.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Assembly calls this static method, with C's calling convention, by this symbol. It is compiled in any case, unless it
 * says by which {@link Assembly} routine alone it may be called.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Export {
    String value();

    /** Symbol of the routine without which nobody calls this method; empty: it is always there. */
    String neededBy() default "";
}
