package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Nothing that this method may reach calls itself, directly or in a circle, so that its deepest stack is known when the program is
 * built. Where that does not hold the build fails, with the circle of calls. The promise is about runs in
 * which nothing is thrown: code that only makes an exception and throws it does not count.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface BoundedStack {
    /** Why it must be so; not blank. */
    String reason();
}
