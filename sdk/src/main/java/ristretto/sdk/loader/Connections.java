package ristretto.sdk.loader;

import ristretto.sdk.Badge;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/** What follows from a system table about who talks to whom; root and the supervisor both go by it. */
public final class Connections {

    /** So many services and buffers, which came as arguments of calls that may wait, a server keeps of each client at a time; and so many for each of its channels, which were handed over for calls by that. */
    public static final int MOST_RIGHTS = 4;

    /** How many Reply objects a process needs: one to receive into, and one for each process that may wait at it. */
    public static int replies(SystemTable table, int process) {
        ProcessDescription server = table.processes().get(process);
        if (!server.isServer()) {
            return 0;
        }
        int clients = 1;
        for (ProcessDescription client : table.processes()) {
            // Whoever receives services may call those of anybody.
            if (isClient(client, server) || client.receives() > 0 && client != server) {
                clients++;
            }
        }
        return clients + 1;
    }

    /**
     * How many slots a process needs for services and buffers that come with calls and answers: two in which to receive, and those in which they stay.
     *
     * @param receives services that it may hold
     * @param replies as {@link #replies}
     * @param channelEnds as {@link SystemTable#channelEnds}
     */
    public static int receiveSlots(int receives, int replies, int channelEnds) {
        return receives + 2 + (replies == 0 ? 0 : MOST_RIGHTS * (replies - 1 + channelEnds));
    }

    /** The badge by which the provider of a service knows a client's calls of it. */
    public static long badge(SystemTable table, int client, String service) {
        int number = SystemTable.indexOf(
                table.processes().get(table.providerOf(service)).provides(), service);
        return Badge.of(client, table.processes().get(client).authority().foreground(), number);
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
