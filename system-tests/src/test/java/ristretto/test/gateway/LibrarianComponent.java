package ristretto.test.gateway;

import ristretto.sdk.Server;
import ristretto.sdk.state.SavedState;

/** What the tests of the gateway call. */
public final class LibrarianComponent implements Librarian {
    private int lent;

    public static void main(String[] arguments) {
        Server.run("librarian", new LibrarianDispatcher(new LibrarianComponent()));
    }

    @Override
    public int lend(int shelf, int place) {
        lent++;
        return shelf * 1000 + place * 10 + lent;
    }

    @Override
    public Book find(String title) throws NoSuchBook {
        if (title.isEmpty()) {
            throw new NoSuchBook(null);
        }
        if (title.startsWith("?")) {
            throw new NoSuchBook("no book \"" + title + "\"");
        }
        long[] pages = new long[title.length()];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = -1L << i;
        }
        return new Book(title, 1871, pages);
    }

    @Override
    public String fetch(String title, long milliseconds) throws NoSuchBook {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return find(title).title();
    }

    @Override
    public Librarian branch() {
        return new LibrarianComponent();
    }

    @Override
    public void tear() {
        throw new IllegalStateException("it is made of steel");
    }

    @Override
    public int burn() {
        throw new AssertionError("fire");
    }

    @Override
    public int burnOnce() {
        if (SavedState.restored() == null) {
            SavedState.save(new byte[] {1});
            throw new AssertionError("fire");
        }
        return 451;
    }
}
