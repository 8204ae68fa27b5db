package ristretto.bench.calls;

import ristretto.sdk.Server;
import ristretto.sdk.state.SavedState;

/** Does errands. */
public final class ErrandServer implements Errands {
    private final int life;
    private int noted;

    private ErrandServer(int life) {
        this.life = life;
    }

    public static void main(String[] arguments) {
        byte[] saved = SavedState.restored();
        byte life = saved == null ? 1 : (byte) (saved[0] + 1);
        SavedState.save(new byte[] {life});
        Server.run("errands", new ErrandsDispatcher(new ErrandServer(life)));
    }

    @Override
    public int sum(int one, int other) {
        return one + other;
    }

    @Override
    public int sumAfter(int one, int other, int milliseconds) {
        sleep(milliseconds);
        if (one < 0) {
            throw new IllegalArgumentException("one is " + one);
        }
        return one + other;
    }

    @Override
    public int[] echo(int[] numbers, int milliseconds) throws ErrandException {
        if (milliseconds < 0) {
            throw new ErrandException("expected no milliseconds below 0, got " + milliseconds);
        }
        if (milliseconds > 0) {
            sleep(milliseconds);
        }
        return numbers;
    }

    @Override
    public void crash() {
        System.exit(3);
    }

    @Override
    public int crashOnce() {
        if (life % 2 == 1) {
            System.exit(3);
        }
        return life;
    }

    @Override
    public void note(int one) {
        noted += one;
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
