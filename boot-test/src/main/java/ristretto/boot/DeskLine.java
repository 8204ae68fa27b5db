package ristretto.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The serial line of a machine on the desk, in this JVM. The desk comes from Ristretto's working copy by a class loader of its own, which all tests share, so that it
 * and the tested project do not see each other's libraries; what passes between them are types of the JDK.
 */
final class DeskLine implements Line {
    private static final String SESSION = "ristretto.tool.desk.DeskSession";
    private static final Map<Path, ClassLoader> DESKS = new HashMap<>();

    private final Heard heard = new Heard();
    private final Consumer<byte[]> typing;
    private final AutoCloseable machine;
    private volatile boolean open = true;

    /**
     * Boots.
     *
     * @throws AssertionError where the system is not right, or needs what the desk lacks
     */
    DeskLine(Path home, BootTest test, String components, Gateway gateway) throws IOException {
        try {
            Method boot = desk(home)
                    .loadClass(SESSION)
                    .getMethod(
                            "boot",
                            Path.class,
                            String.class,
                            String.class,
                            List.class,
                            String.class,
                            OutputStream.class,
                            OutputStream.class);
            Object session = boot.invoke(
                    null,
                    home,
                    test.system(),
                    test.profile(),
                    List.of(test.services()),
                    components,
                    new Output(gateway),
                    new FromGateway(gateway));
            typing = typing(session);
            machine = (AutoCloseable) session;
            Consumer<byte[]> calls =
                    typing(session.getClass().getMethod("gateway").invoke(session));
            gateway.connect(bytes -> send(calls, bytes));
        } catch (InvocationTargetException e) {
            throw new AssertionError(
                    "the system cannot be booted on the desk: " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Ristretto in " + home + " has no desk: is it older than this library?", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Consumer<byte[]> typing(Object session) {
        return (Consumer<byte[]>) session;
    }

    private static synchronized ClassLoader desk(Path home) throws IOException {
        ClassLoader known = DESKS.get(home);
        if (known == null) {
            Path classPath = home.resolve("tool/target/classpath");
            if (!Files.exists(classPath)) {
                throw new AssertionError(
                        "Ristretto in " + home + " is not compiled. Type: " + home.resolve("ristretto") + " help");
            }
            List<URL> urls = new ArrayList<>();
            urls.add(home.resolve("tool/target/classes").toUri().toURL());
            for (String entry : Files.readString(classPath).strip().split(":")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            known = new URLClassLoader("desk", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            DESKS.put(home, known);
        }
        return known;
    }

    @Override
    public String expect(String text, Duration patience) throws IOException, InterruptedException {
        return heard.expect(text, patience, () -> open);
    }

    @Override
    public void send(String text) throws IOException {
        send(typing, text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(Consumer<byte[]> line, byte[] bytes) throws IOException {
        if (!open) {
            throw new IOException("the machine is off");
        }
        line.accept(bytes);
    }

    @Override
    public String heard() {
        return heard.toString();
    }

    @Override
    public void close() {
        try {
            machine.close();
        } catch (Exception e) {
            throw new AssertionError("the machine on the desk did not end: " + e.getMessage(), e);
        }
    }

    /** What the machine sends; it closes it when it is off. */
    private final class Output extends OutputStream {
        private final Gateway gateway;

        Output(Gateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            heard.add(bytes, offset, length);
        }

        @Override
        public void close() {
            open = false;
            gateway.end();
        }
    }

    /** What the gateway sends. */
    private static final class FromGateway extends OutputStream {
        private final Gateway gateway;

        FromGateway(Gateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            gateway.received(bytes, offset, length);
        }
    }
}
