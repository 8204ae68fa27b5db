package ristretto.shell;

import ristretto.sdk.Streams;
import ristretto.sdk.protocol.SystemConnection;

/** From a name that a person typed to a process. */
final class ProcessNames {
    private final SystemConnection system;

    ProcessNames(SystemConnection system) {
        this.system = system;
    }

    /** Number of the process; -1, and the person is told what there is, where the name is missing or wrong. */
    int find(String command, String name) {
        StringBuilder all = new StringBuilder();
        int count = system.processes();
        for (int i = 0; i < count; i++) {
            String candidate = system.status(i).name();
            if (candidate.equals(name)) {
                return i;
            }
            all.append(i == 0 ? "" : ", ").append(candidate);
        }
        String problem = name.isEmpty() ? "which process?" : "no process " + name + ";";
        Streams.writeLine(command + ": " + problem + " there are " + all);
        return -1;
    }
}
