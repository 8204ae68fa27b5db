package ristretto.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ClassDesc;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.List;

/**
 * The classes of one life of one process: its own, and the SDK's and the runtime's once more, whose statics are the process's too. It sees no other
 * process's. Shared are the JDK's, and {@code magic}, behind which the machine is.
 */
final class ComponentLoader extends URLClassLoader {
    private static final List<String> SHARED = List.of("ristretto.magic.", "ristretto.desk.component.");

    private final ClassLoader desk = ComponentLoader.class.getClassLoader();
    private final ComponentCode code = new ComponentCode(this::classFile);

    ComponentLoader(List<Path> classPath) {
        super(urls(classPath), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls(List<Path> classPath) {
        try {
            URL[] urls = new URL[classPath.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = classPath.get(i).toUri().toURL();
            }
            return urls;
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isShared(String name) {
        return SHARED.stream().anyMatch(name::startsWith);
    }

    /** Null: there is none. */
    private InputStream classFile(ClassDesc type) {
        String descriptor = type.descriptorString();
        String name = descriptor.substring(1, descriptor.length() - 1);
        String file = name + ".class";
        return isShared(name.replace('/', '.')) ? desk.getResourceAsStream(file) : getResourceAsStream(file);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isShared(name) ? desk.loadClass(name) : super.loadClass(name, resolve);
    }

    /** Tools for coverage pass over classes that come from nowhere. */
    private static CodeSource origin(URL file, String path) throws MalformedURLException {
        String entry = file.toString().substring(0, file.toString().length() - path.length());
        return new CodeSource(URI.create(entry).toURL(), (Certificate[]) null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        URL file = findResource(path);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream stream = file.openStream()) {
            byte[] bytes = code.change(stream.readAllBytes());
            return defineClass(name, bytes, 0, bytes.length, origin(file, path));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
