package ristretto.runtime;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Services whose providers were found on the class path when the program was built. */
public final class Services {
    private static final Map<Class<?>, Providers> PROVIDERS = new HashMap<>();

    /** From now on a loader of this service has these providers, which are the same wherever it is loaded. */
    public static void provide(Class<?> service, Providers providers) {
        PROVIDERS.put(service, providers);
    }

    /** As HotSpot says it. */
    public static ServiceConfigurationError notFound(Class<?> service, String provider) {
        return new ServiceConfigurationError(service.getName() + ": Provider " + provider + " not found");
    }

    /** Of the loader of this service: each is made when it is first asked for. */
    public static Iterator<ServiceLoader.Provider<Object>> iterator(Class<?> service) {
        return new Iterator<>() {
            private final Providers providers = PROVIDERS.get(service);
            private int next;

            @Override
            public boolean hasNext() {
                return next < providers.count();
            }

            @Override
            public ServiceLoader.Provider<Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int index = next++;
                Class<?> type = providers.type(index);
                if (!service.isAssignableFrom(type)) {
                    throw new ServiceConfigurationError(service.getName() + ": " + type.getName() + " not a subtype");
                }
                return new Provider(service, type, providers, index);
            }
        };
    }

    private record Provider(Class<?> service, Class<?> type, Providers providers, int index)
            implements ServiceLoader.Provider<Object> {
        @Override
        public Object get() {
            try {
                return providers.make(index);
            } catch (Throwable failure) {
                throw new ServiceConfigurationError(
                        service.getName() + ": Provider " + type.getName() + " could not be instantiated", failure);
            }
        }
    }

    private Services() {}
}
