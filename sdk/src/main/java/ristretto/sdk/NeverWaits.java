package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This method waits for nothing, although the compiler cannot see it, as with a lock that nobody holds while he waits: an {@link Immediate} method may call it. What it calls is not looked at, and
 * {@code ./ristretto report} names it. If it does wait, its server answers nobody meanwhile, and a circle of such servers may stand for ever.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface NeverWaits {
    /** Why it does not; not blank. */
    String reason();
}
