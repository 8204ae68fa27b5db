package ristretto.runtime;

/** The providers of a service that the class path named when the program was built. The compiler writes a class for each place that loads a service. */
public interface Providers {
    int count();

    /** @throws java.util.ServiceConfigurationError if there is no such class, or it is no provider */
    Class<?> type(int index);

    /** Calls the constructor. */
    Object make(int index);
}
