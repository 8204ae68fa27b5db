package ristretto.runtime.jdk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import ristretto.runtime.Alias;
import ristretto.runtime.Providers;
import ristretto.runtime.Services;
import ristretto.runtime.Substitute;

/** A loader of what the compiler found: there are no class loaders and no layers of modules to search. */
@Substitute("java.util.ServiceLoader")
public final class ServiceLoaderSubstitute {
    @Alias("service")
    static native Class<?> service(ServiceLoader<?> self);

    @Alias("service")
    static native void setService(ServiceLoader<?> self, Class<?> service);

    @Alias("instantiatedProviders")
    static native void setInstantiated(ServiceLoader<?> self, List<?> providers);

    @Alias("loadedProviders")
    static native void setLoaded(ServiceLoader<?> self, List<?> providers);

    @Alias("new")
    static native ServiceLoader<?> create(Class<?> caller, Class<?> service, ClassLoader loader);

    @Alias("<init>")
    static void init_(ServiceLoader<?> self, Class<?> caller, Class<?> service, ClassLoader loader) {
        setService(self, service);
        setInstantiated(self, new ArrayList<>());
        setLoaded(self, new ArrayList<>());
    }

    static Iterator<?> newLookupIterator(ServiceLoader<?> self) {
        return Services.iterator(service(self));
    }

    /** {@code ServiceLoader.load} of a class literal. */
    private static ServiceLoader<?> load(Class<?> service, Providers providers) {
        Services.provide(service, providers);
        return create(null, service, null);
    }

    private ServiceLoaderSubstitute() {}
}
