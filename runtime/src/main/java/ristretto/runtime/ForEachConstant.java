package ristretto.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a static field of type {@code Object[]} of the runtime: the compiler calls a static method of the class, on the build machine, with each string
 * constant that methods of the program or of the runtime (not those of the JDK) can reach, and the field becomes a table of pairs of a constant and what the method answered for it, but for null.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ForEachConstant {
    /**
     * Name of the method, which takes a string. One that also takes a {@code java.util.Map} gets there the resources that the string may mean, path and
     * content; it is called with the empty string first, and then gets the paths of all, without contents.
     */
    String value();
}
