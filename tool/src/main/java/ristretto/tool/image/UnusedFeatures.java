package ristretto.tool.image;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.SystemTable;

/** The names of those {@link ristretto.sdk.system.Features} that a system has no use for. */
final class UnusedFeatures {
    static SortedSet<String> of(SystemTable table) {
        List<ProcessDescription> processes = table.processes();
        SortedSet<String> unused = new TreeSet<>();
        if (table.channels().isEmpty()) {
            unused.add("channels");
        }
        if (processes.stream().allMatch(process -> process.memory().loanBytes() == 0)) {
            unused.add("loans");
        }
        if (processes.stream().allMatch(process -> process.memory().stateBytes() == 0)) {
            unused.add("savedStates");
        }
        if (processes.stream().allMatch(process -> process.memory().dmaBytes() == 0)) {
            unused.add("deviceMemory");
        }
        if (processes.stream().noneMatch(process -> process.lifeCycle().spare())) {
            unused.add("spares");
        }
        if (processes.stream().allMatch(process -> process.versions().isEmpty())) {
            unused.add("versions");
        }
        if (processes.stream().noneMatch(ProcessDescription::receivesCapabilities)) {
            unused.add("receivedServices");
        }
        if (processes.stream().allMatch(process -> process.sessions() == 0)) {
            unused.add("sessions");
        }
        if (processes.stream()
                .noneMatch(process ->
                        process.authority().inspect() || process.authority().control())) {
            unused.add("questions");
        }
        if (processes.stream().noneMatch(process -> process.authority().control())) {
            unused.add("controls");
        }
        if (processes.stream().allMatch(process -> process.lifeCycle().group().isEmpty())) {
            unused.add("groups");
        }
        if (processes.get(SystemTable.SUPERVISOR).lifeCycle().restart() == Restart.NEVER) {
            unused.add("supervisorRestarts");
        }
        return unused;
    }

    private UnusedFeatures() {}
}
