package ristretto.tool.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which process provides which service, collected before any process's {@code uses} is read. */
final class ServiceNames {
    private final Map<String, Section> providers = new LinkedHashMap<>();

    static ServiceNames of(List<Section> processes) {
        ServiceNames names = new ServiceNames();
        for (Section process : processes) {
            for (String service : process.value(ProcessKeys.PROVIDES)) {
                names.add(service, process);
            }
        }
        return names;
    }

    private void add(String service, Section process) {
        Section other = providers.putIfAbsent(service, process);
        if (!DescriptionReader.NAME.matcher(service).matches()) {
            process.problem(ProcessKeys.PROVIDES, DescriptionReader.A_NAME, Section.show(service));
        } else if (other != null) {
            process.problem(
                    ProcessKeys.PROVIDES,
                    "a service that no other process provides",
                    Section.show(service) + ", which process." + other.name() + " provides");
        }
    }

    /** What a process may use: all but its own. */
    Set<String> usableBy(Section process) {
        Map<String, Section> usable = new LinkedHashMap<>(providers);
        usable.values().removeIf(provider -> provider == process);
        return usable.keySet();
    }
}
