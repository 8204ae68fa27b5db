package ristretto.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Loads the kernel's classes anew, for one machine. */
final class KernelLoader extends ClassLoader {
    private static final String KERNEL = "ristretto.kernel.";
    private static final String INSIDE = "ristretto.desk.inside.";

    private KernelLoader() {
        super("kernel", KernelLoader.class.getClassLoader());
    }

    static KernelDoor load() {
        try {
            Class<?> side = new KernelLoader().loadClass(INSIDE + "KernelSide");
            return (KernelDoor) side.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the kernel's classes cannot be loaded", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(KERNEL) && !name.startsWith(INSIDE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, KernelLoader.class.getProtectionDomain());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
