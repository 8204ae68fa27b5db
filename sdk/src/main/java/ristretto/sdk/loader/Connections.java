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
        return SystemTable.indexOf(
                table.processes().get(table.providerOf(service)).provides(), service);
    }

    private static boolean isClient(ProcessDescription client, ProcessDescription server) {
        boolean uses = SystemTable.indexOf(server.provides(), client.streams()) >= 0;
        for (String service : client.uses()) {
            uses |= SystemTable.indexOf(server.provides(), service) >= 0;
        }
        return uses;
    }

    private Connections() {}
}
