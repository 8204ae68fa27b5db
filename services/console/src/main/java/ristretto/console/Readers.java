package ristretto.console;

/**
 * Clients that wait for input, in the order in which they came. A foreground client is served first, and once one has
 * asked, input is kept for it even while it does not wait: what a person types ahead must not end up in a background
 * process.
 */
final class Readers {
    private final int[] tickets;
    private final int[] clients;
    private final int[] wanted;
    private final boolean[] foreground;
    private int count;
    private boolean foregroundSeen;

    Readers(int most) {
        tickets = new int[most];
        clients = new int[most];
        wanted = new int[most];
        foreground = new boolean[most];
    }

    /** Answers the ticket of an earlier life of the same client, which waits no more; -1: none. */
    int add(int ticket, int client, int bytes, boolean isForeground) {
        int stale = -1;
        for (int i = 0; i < count; i++) {
            if (clients[i] == client) {
                stale = tickets[i];
                remove(i);
                break;
            }
        }
        tickets[count] = ticket;
        clients[count] = client;
        wanted[count] = bytes;
        foreground[count] = isForeground;
        count++;
        foregroundSeen |= isForeground;
        return stale;
    }

    /** Whose turn it is: an index, or -1. */
    int next() {
        for (int i = 0; i < count; i++) {
            if (foreground[i] || !foregroundSeen) {
                return i;
            }
        }
        return -1;
    }

    /** Whether input that is there now would go to such a client, if it asked. */
    boolean serves(boolean isForeground) {
        return next() < 0 && (isForeground || !foregroundSeen);
    }

    int ticket(int index) {
        return tickets[index];
    }

    int wanted(int index) {
        return wanted[index];
    }

    void remove(int index) {
        count--;
        for (int i = index; i < count; i++) {
            tickets[i] = tickets[i + 1];
            clients[i] = clients[i + 1];
            wanted[i] = wanted[i + 1];
            foreground[i] = foreground[i + 1];
        }
    }
}
