package ristretto.desk;

import java.nio.charset.StandardCharsets;
import ristretto.abi.StartupPage;
import ristretto.magic.Memory;

/** Name and arguments of the process whose thread this is, from its startup page. */
record StartupText(long page) {

    String name() {
        return text(page + Memory.loadLong(page + StartupPage.NAME));
    }

    String[] arguments() {
        String[] arguments = new String[(int) Memory.loadLong(page + StartupPage.ARGUMENT_COUNT)];
        long at = page + Memory.loadLong(page + StartupPage.ARGUMENTS);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = text(at);
            at += 2 + length(at);
        }
        return arguments;
    }

    private static String text(long at) {
        byte[] bytes = new byte[length(at)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Memory.loadByte(at + 2 + i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int length(long at) {
        return Memory.loadByte(at) | Memory.loadByte(at + 1) << 8;
    }
}
