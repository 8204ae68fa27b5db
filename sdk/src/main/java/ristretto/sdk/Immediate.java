package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In a {@link Service}: answered without waiting for anything. Such a call goes by a message, straight to the server and back. Held against all that an implementation may reach when the server is built;
 * where it may wait the build fails, with the chain of calls. It may call immediate methods of other services.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Immediate {}
