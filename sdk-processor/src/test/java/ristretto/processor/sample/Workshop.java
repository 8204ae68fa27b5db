package ristretto.processor.sample;

import java.io.IOException;
import ristretto.sdk.Idempotent;
import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** All that a service's interface may have. */
@Service
public interface Workshop extends Repairs {
    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    record Point(int x, double y) {}

    record Part(String name, Colour colour, Point at, long[] sizes, boolean isNew) {}

    /** A failure of its own. */
    final class BrokenException extends Exception {
        private static final long serialVersionUID = 1;

        public BrokenException(String message) {
            super(message);
        }
    }

    @Immediate
    int add(int a, int b);

    @Immediate
    long add(long a, long b);

    @Immediate
    Part paint(Part part, Colour colour);

    @Immediate
    String numbers(boolean a, byte b, short c, char d, int e, long f, float g, double h);

    @Immediate
    String arrays(boolean[] a, byte[] b, short[] c, char[] d, int[] e, long[] f, float[] g, double[] h);

    @Immediate
    void breaks(String how) throws BrokenException, IOException;

    @Immediate
    @Idempotent
    Colour favourite();

    /** May wait. */
    Part order(String name, int[] sizes, long waitMilliseconds) throws BrokenException;

    /** May wait, too. */
    void rest(long milliseconds);

    /** Adds by way of another one, which is given back. */
    @Immediate
    long addElsewhere(long a, Workshop other, long b);

    /** As {@link #addElsewhere}; may wait. */
    long addElsewhereLater(long a, Workshop other, long b) throws BrokenException;

    /** Opens another one. */
    @Immediate
    Workshop branch(String town) throws BrokenException;

    /** As {@link #branch}; may wait. */
    Workshop branchLater(String town) throws BrokenException;

    static int notCalled() {
        return 1;
    }

    default int twice(int a) {
        return add(a, a);
    }
}
