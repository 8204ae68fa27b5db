package ristretto.compiler.link;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where an image's bytes are, from its symbols. A symbol's class is its name up to the last dot before any bracket; assembly
 * routines and other symbols without a dot count as the class {@code (none)}.
 */
public final class SizeReport {
    public record Entry(String name, long codeBytes, long dataBytes) {
        long bytes() {
            return codeBytes + dataBytes;
        }
    }

    private static final Comparator<Entry> LARGEST_FIRST =
            Comparator.comparing(Entry::bytes).reversed().thenComparing(Entry::name);

    private final List<Entry> symbols;
    private final List<Entry> classes;
    private final Map<String, Integer> sections = new TreeMap<>();

    public SizeReport(ImageLinker.Image image) {
        ElfImage elf = new ElfImage(image.withSymbols());
        symbols = elf.symbols().stream()
                .filter(symbol -> symbol.size() > 0)
                .map(symbol -> symbol.kind() == ElfImage.Symbol.CODE
                        ? new Entry(symbol.name(), symbol.size(), 0)
                        : new Entry(symbol.name(), 0, symbol.size()))
                .sorted(LARGEST_FIRST)
                .toList();
        classes = symbols.stream()
                .collect(Collectors.toMap(
                        entry -> className(entry.name()),
                        entry -> new Entry(className(entry.name()), entry.codeBytes(), entry.dataBytes()),
                        (a, b) -> new Entry(a.name(), a.codeBytes() + b.codeBytes(), a.dataBytes() + b.dataBytes())))
                .values()
                .stream()
                .sorted(LARGEST_FIRST)
                .toList();
        for (String section : List.of(".text", ".rodata", ".trace", ".data")) {
            sections.put(section, elf.section(section).length);
        }
    }

    private static String className(String symbol) {
        int bracket = symbol.indexOf('(');
        int dot = symbol.lastIndexOf('.', bracket < 0 ? symbol.length() : bracket);
        return dot <= 0 ? "(none)" : symbol.substring(0, dot);
    }

    /** Largest first. */
    public List<Entry> symbols() {
        return symbols;
    }

    /** Largest first. */
    public List<Entry> classes() {
        return classes;
    }

    /** Bytes that the file holds of {@code .text}, {@code .rodata}, {@code .trace} and {@code .data}. */
    public Map<String, Integer> sections() {
        return sections;
    }

    /** As a table: the sections, and this many of the largest classes and symbols. */
    public String text(int count) {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, bytes) -> text.append("%9d %s%n".formatted(bytes, name)));
        for (List<Entry> entries : List.of(classes, symbols)) {
            text.append("%n     code      data%n".formatted());
            for (Entry entry : entries.subList(0, Math.min(count, entries.size()))) {
                text.append("%9d %9d %s%n".formatted(entry.codeBytes(), entry.dataBytes(), entry.name()));
            }
        }
        return text.toString();
    }
}
