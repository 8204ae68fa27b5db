package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In a {@link Service}: called twice it does what it does when called once, so the client calls the next server by itself when one died. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Idempotent {}
