package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This method comes to its end within a bound that follows from the code: nothing that it may reach allocates, recurses, takes a
 * monitor, runs a class initialiser, or loops without {@link LoopBound}. Where that does not hold the build fails, with the chain
 * of calls to the offending line. The promise is about runs in which nothing is thrown: code that only makes an exception and throws it does not
 * count.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface BoundedTime {
    /** Why it must be so; not blank. */
    String reason();
}
