package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In a {@link Service}, of a {@code void} method that may wait and declares no exception: the caller goes on as soon as its request is handed over, and is never told how the call ended. What the method throws is the server's
 * uncaught exception. If the server dies while it serves the call, the call is lost; where the method is {@link Idempotent}, too, it is made again.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface OneWay {}
