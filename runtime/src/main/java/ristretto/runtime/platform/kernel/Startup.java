package ristretto.runtime.platform.kernel;

import ristretto.abi.StartupPage;
import ristretto.magic.Memory;
import ristretto.runtime.Utf8;

/** The startup page, see {@link StartupPage}. */
public final class Startup {
    private static final int VALUE_BYTES = 8;

    private static long page;

    /** @param address of the page */
    public static void begin(long address) {
        page = address;
    }

    public static long heapStart() {
        return word(StartupPage.HEAP_START);
    }

    public static long heapBytes() {
        return word(StartupPage.HEAP_BYTES);
    }

    public static long stackLow() {
        return word(StartupPage.STACK_LOW);
    }

    public static long stackHigh() {
        return word(StartupPage.STACK_HIGH);
    }

    public static String[] arguments() {
        String[] arguments = new String[(int) word(StartupPage.ARGUMENT_COUNT)];
        long address = page + word(StartupPage.ARGUMENTS);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = stringAt(address);
            address += 2 + lengthAt(address);
        }
        return arguments;
    }

    /** A process has no environment; it is given what it needs by the system description. */
    public static String environment(String name) {
        return null;
    }

    public static String[] environmentNames() {
        return new String[0];
    }

    /** The 64-bit word at this offset of {@link StartupPage}. */
    public static long word(int offset) {
        return Memory.loadLong(page + offset);
    }

    /** Address of the startup page. */
    public static long page() {
        return page;
    }

    /** The value of a grant by its kind and name, as {@code own:notification}; 0: it was not given. */
    public static long find(String wanted) {
        long at = page + word(StartupPage.GRANTS);
        for (long left = word(StartupPage.GRANT_COUNT); left > 0; left--) {
            if (isText(at + VALUE_BYTES, wanted)) {
                return unaligned(at);
            }
            at += VALUE_BYTES + 2 + lengthAt(at + VALUE_BYTES);
        }
        return 0;
    }

    /** Whether the process has this name. */
    public static boolean isNamed(String name) {
        return isText(page + word(StartupPage.NAME), name);
    }

    private static boolean isText(long at, String text) {
        if (lengthAt(at) != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Memory.loadByte(at + 2 + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Grants follow strings of any length, so their values are not aligned. */
    private static long unaligned(long at) {
        long value = 0;
        for (int i = VALUE_BYTES - 1; i >= 0; i--) {
            value = value << 8 | Memory.loadByte(at + i);
        }
        return value;
    }

    /** A string of the startup page: a 16-bit length, not aligned, and UTF-8 bytes. */
    public static String stringAt(long address) {
        byte[] bytes = new byte[lengthAt(address)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Memory.loadByte(address + 2 + i);
        }
        return Utf8.decodeValid(bytes);
    }

    /** Length of the string at this address of the startup page. */
    public static int lengthAt(long address) {
        return Memory.loadByte(address) | Memory.loadByte(address + 1) << 8;
    }

    public static String systemName() {
        return "Ristretto";
    }

    public static String architecture() {
        return "riscv64";
    }

    private Startup() {}
}
