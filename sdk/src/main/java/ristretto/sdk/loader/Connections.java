package ristretto.sdk.loader;

import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/** What follows from a system table about who talks to whom; root and the supervisor both go by it. */
public final class Connections {

    /** How many Reply objects a process needs: one to receive into, and one for each process that may wait at it. */
    public static int replies(SystemTable table, int process) {
        ProcessDescription server = table.processes().get(process);
        if (!server.isServer()) {
            return 0;
        }
        int clients = 1;
        for (ProcessDescription client : table.processes()) {
            if (isClient(client, server)) {
                clients++;
            }
        }
        return clients + 1;
    }

    /** Number of a service among those that its process provides. */
    public static int serviceNumber(SystemTable table, String service) {
        return table.processes().get(table.providerOf(service)).provides().indexOf(service);
    }

    private static boolean isClient(ProcessDescription client, ProcessDescription server) {
        boolean uses = server.provides().contains(client.streams());
        for (String service : client.uses()) {
            uses |= server.provides().contains(service);
        }
        return uses;
    }

    private Connections() {}
}
