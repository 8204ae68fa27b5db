package ristretto.test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ristretto.compiler.link.ElfImage;

/**
 * The instructions of an image that order others, function by function: fences of all kinds, the change of an address space, and accesses between two fences with
 * the bits for devices (The RISC-V Instruction Set Manual, volume I, chapters 2.7 and 5, volume II, chapter 12.2).
 */
final class Fences {
    private static final String OF_DEVICES = "fence iorw, iorw";
    private static final String SETS = "wroi";
    private static final int FENCE_I = 0x100f;
    private static final int SATP = 0x180;

    private final ByteBuffer code;
    private final long start;

    private Fences(ElfImage image) {
        code = ByteBuffer.wrap(image.section(".text")).order(ByteOrder.LITTLE_ENDIAN);
        start = image.sectionAddress(".text");
    }

    /** A line for each function that has any. */
    static List<String> of(ElfImage image) {
        Fences fences = new Fences(image);
        Map<Long, ElfImage.Symbol> functions = new TreeMap<>();
        for (ElfImage.Symbol symbol : image.symbols()) {
            boolean isInside =
                    symbol.address() >= fences.start && symbol.address() < fences.start + fences.code.capacity();
            if (symbol.kind() == ElfImage.Symbol.CODE && isInside) {
                functions.merge(symbol.address(), symbol, (one, other) -> one.size() >= other.size() ? one : other);
            }
        }
        return functions.values().stream()
                .map(fences::line)
                .filter(line -> !line.endsWith(": "))
                .sorted()
                .toList();
    }

    private String line(ElfImage.Symbol function) {
        List<String> found = new ArrayList<>();
        String access = "";
        int end = (int) (function.address() + function.size() - start);
        for (int at = (int) (function.address() - start); at < end; at += bytes(at)) {
            String one = bytes(at) == 2 ? "" : ordering(code.getInt(at));
            if (!one.isEmpty()) {
                boolean isBetween = one.equals(OF_DEVICES)
                        && !found.isEmpty()
                        && found.getLast().equals(OF_DEVICES);
                if (isBetween && !access.isEmpty()) {
                    found.add(access);
                }
                found.add(one);
                access = "";
            } else if (access.isEmpty()) {
                access = bytes(at) == 2 ? shortAccess(code.getShort(at)) : access(code.getInt(at));
            }
        }
        return function.name() + ": " + String.join("; ", found);
    }

    private int bytes(int at) {
        return (code.getShort(at) & 3) == 3 ? 4 : 2;
    }

    /** What the instruction is, if it orders others. */
    private static String ordering(int word) {
        int function = word >> 12 & 7;
        if (word == FENCE_I) {
            return "fence.i";
        }
        if ((word & 0x7f) == 0x0f && function == 0) {
            return "fence " + set(word >> 24 & 15) + ", " + set(word >> 20 & 15);
        }
        if ((word & 0xfe007fff) == 0x12000073) {
            String address = (word >> 15 & 31) == 0 ? "all" : "page";
            return "sfence.vma " + address + ", " + ((word >> 20 & 31) == 0 ? "all" : "space");
        }
        boolean writes = (word & 0x7f) == 0x73 && function == 1;
        return writes && word >>> 20 == SATP ? "csrw satp" : "";
    }

    private static String set(int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 3; bit >= 0; bit--) {
            if ((bits >> bit & 1) != 0) {
                text.append(SETS.charAt(bit));
            }
        }
        return text.toString();
    }

    private static String access(int word) {
        int bits = 8 << (word >> 12 & 3);
        return switch (word & 0x7f) {
            case 0x03 -> "load " + bits;
            case 0x23 -> "store " + bits;
            default -> "";
        };
    }

    private static String shortAccess(int half) {
        return switch (half & 0xe003) {
            case 0x4000 -> "load 32";
            case 0x6000 -> "load 64";
            case 0xc000 -> "store 32";
            case 0xe000 -> "store 64";
            default -> "";
        };
    }
}
