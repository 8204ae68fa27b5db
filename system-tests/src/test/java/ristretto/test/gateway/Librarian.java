package ristretto.test.gateway;

import ristretto.sdk.Idempotent;
import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** A service with what a call can end with. */
@Service
public interface Librarian {
    /** There is no such book. */
    final class NoSuchBook extends Exception {
        private static final long serialVersionUID = 1;

        public NoSuchBook(String message) {
            super(message);
        }
    }

    record Book(String title, int year, long[] pages) {}

    /** By registers, and how many calls this life of the server has served. */
    @Immediate
    int lend(int shelf, int place);

    /** By a message. */
    @Immediate
    Book find(String title) throws NoSuchBook;

    /** May wait. */
    String fetch(String title, long milliseconds) throws NoSuchBook;

    /** Another one, which a test cannot get. */
    @Immediate
    Librarian branch();

    /** Throws what is not declared. */
    @Immediate
    void tear();

    /** Its process ends. */
    @Immediate
    int burn();

    /** Its process ends at the first call of the first life. */
    @Immediate
    @Idempotent
    int burnOnce();
}
