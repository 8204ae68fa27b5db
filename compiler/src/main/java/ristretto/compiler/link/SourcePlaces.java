package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ristretto.compiler.link.DwarfFunctions.Body;
import ristretto.compiler.link.DwarfFunctions.Range;

/** Where in the source an instruction of a linked image comes from, by its debug information. */
public final class SourcePlaces {
    /**
     * @param method class and method, as in traces
     * @param line in the method; of an outer one that of the call
     * @param body the same object for all instructions of one inlined, or outermost, body
     */
    public record Place(String method, String file, int line, Object body) {}

    private final TreeMap<Long, Body> functions = new TreeMap<>();
    private final Map<Long, List<Place>> known = new HashMap<>();

    public SourcePlaces(ElfImage elf) {
        for (Body body : DwarfFunctions.read(elf)) {
            for (Range range : body.ranges()) {
                functions.put(range.low(), body);
            }
        }
    }

    /** The method that the instruction is in, and those that were inlined around it, the outermost first; empty for assembly. */
    public List<Place> at(long address) {
        return known.computeIfAbsent(address, this::find);
    }

    private List<Place> find(long address) {
        List<Place> places = new ArrayList<>();
        var found = functions.floorEntry(address);
        Body body = found != null && contains(found.getValue(), address) ? found.getValue() : null;
        while (body != null) {
            Body inner = null;
            for (Body candidate : body.inlined()) {
                if (contains(candidate, address)) {
                    inner = candidate;
                    break;
                }
            }
            int line = inner == null ? body.lines().position(address).line() : inner.callLine();
            places.add(new Place(body.method().name(), body.method().file(), line, body));
            body = inner;
        }
        return places;
    }

    private static boolean contains(Body body, long address) {
        return body.ranges().stream().anyMatch(range -> range.contains(address));
    }
}
