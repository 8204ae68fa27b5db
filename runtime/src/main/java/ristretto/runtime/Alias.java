package ristretto.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In a {@link Substitute} class: this static native method reads or writes a field of the target (a method without
 * result writes), or calls a method of it directly, whatever their access. For instance members the first parameter is
 * the object. With a body and the value {@code <init>}, the method replaces a constructor.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Alias {
    /** Name of the field or method of the target; {@code new} makes an object by the constructor that has the same parameters. */
    String value();
}
