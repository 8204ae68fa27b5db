package ristretto.tool.description;

import java.util.ArrayList;
import java.util.List;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * The order in which the processes of a system are started, and those of a group: root and the supervisor, then who provides a service before those who use it, and else as in the description.
 * In a circle it begins with the one that is described first; whoever calls earlier than the other one serves waits.
 */
final class StartOrder {
    static List<ProcessDescription> of(List<ProcessDescription> processes) {
        List<ProcessDescription> waiting = new ArrayList<>(processes);
        List<ProcessDescription> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            ProcessDescription next = order.size() <= SystemTable.SUPERVISOR
                    ? waiting.getFirst()
                    : waiting.stream()
                            .filter(process -> !needsAny(process, waiting))
                            .findFirst()
                            .orElse(waiting.getFirst());
            waiting.remove(next);
            order.add(next);
        }
        return order;
    }

    private static boolean needsAny(ProcessDescription user, List<ProcessDescription> others) {
        return others.stream()
                .flatMap(other -> other.provides().stream())
                .anyMatch(service ->
                        user.uses().contains(service) || user.streams().equals(service));
    }

    private StartOrder() {}
}
