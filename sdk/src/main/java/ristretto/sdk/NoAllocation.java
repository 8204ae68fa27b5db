package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Nothing that this method may reach makes an object, so the collector never runs in it. Held against the whole call graph when
 * the program is built; where it does not hold the build fails, with the chain of calls to the offending line. The promise is
 * about runs in which nothing is thrown: code that only makes an exception and throws it does not count.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface NoAllocation {
    /** Why it must be so; not blank. */
    String reason();
}
