package ristretto.runtime.jdk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** How addresses of a protocol are read and compared, without a network. */
final class AddressHandler extends URLStreamHandler {
    private final int port;

    /** @param port that stands for none; -1: there is no such one */
    AddressHandler(int port) {
        this.port = port;
    }

    @Override
    protected int getDefaultPort() {
        return port;
    }

    @Override
    protected InetAddress getHostAddress(URL url) {
        return null;
    }

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
        throw new IOException("there are no sockets to open " + url);
    }
}
