package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An interface that other processes call. The annotation processor writes two classes beside it: for {@code Counter}, {@code CounterClient}, which calls the
 * service that the system description gives under a name, and {@code CounterDispatcher}, which hands what arrives to an implementation.
 *
 * <p>Arguments and results are {@code boolean}, numbers, {@code char}, {@code String}, enums, records of these, and arrays of primitive types; none of them is
 * null. An {@link Immediate} method may also have one other service among its arguments, whose client travels. All of a call fits a message: 120 words of 8 bytes, of which a string or an array takes one for its length, and an array of anything
 * but bytes one for each element.
 *
 * <p>A method may declare checked exceptions that can be made of a message; they reach the caller. What else an implementation throws reaches him as
 * {@link ristretto.sdk.service.ServiceFailure}. If the server dies meanwhile, he gets {@link ristretto.sdk.service.ServiceRestarted}.
 *
 * <p>Methods are known by a number made of their name and of all types in them, to the names of an enum's constants: a client that was compiled against another
 * version of a method gets a {@link ristretto.sdk.service.ServiceMismatch}, and the other methods work.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Service {}
