package ristretto.test.generated;

import java.util.ArrayList;
import java.util.List;

/** The static methods of a generated program. Each calls only those that were written before it, so that all calls end. */
final class Methods {
    record Signature(String name, Kind result, List<Kind> parameters) {}

    private final Choice choice;
    private final List<Signature> written = new ArrayList<>();

    Methods(Choice choice) {
        this.choice = choice;
    }

    void add(Signature signature) {
        written.add(signature);
    }

    List<Signature> all() {
        return written;
    }

    boolean canCall(Kind result) {
        return written.stream().anyMatch(method -> method.result() == result);
    }

    String call(Kind result, Expressions expressions, int depth) {
        Signature method = choice.of(
                written.stream().filter(each -> each.result() == result).toList());
        List<String> arguments = new ArrayList<>();
        for (Kind parameter : method.parameters()) {
            arguments.add(expressions.of(parameter, depth));
        }
        return method.name() + "(" + String.join(", ", arguments) + ")";
    }
}
