package ristretto.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This method may wait. Whoever must not, as an immediate method of a service, must not reach it; the compiler follows calls no further than here, and tells the author what is waited for. What
 * enters the kernel, and the switch to another fiber, have the mark, so that nothing that waits can be without; others above them have it to say it in the author's words.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Waits {
    /** For what, as the end of "it may wait for". */
    String value();
}
