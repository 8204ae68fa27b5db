import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;

/** What parked threads hold survives collections; what ended threads held does not fill the heap. */
public class ThreadGarbage {
    private static String chain(int n, String text) {
        return n == 0 ? text : chain(n - 1, text + n % 10);
    }

    public static void main(String[] args) throws Exception {
        int count = 20;
        CyclicBarrier barrier = new CyclicBarrier(count + 1);
        String[] results = new String[count];
        for (int i = 0; i < count; i++) {
            int n = i;
            new Thread(() -> {
                List<int[]> mine = new ArrayList<>();
                for (int k = 0; k < 30; k++) {
                    mine.add(new int[] {n, k, n * k});
                }
                StringBuilder text = new StringBuilder(chain(10, "t" + n + ":"));
                try {
                    barrier.await();
                    barrier.await();
                    long sum = 0;
                    for (int[] each : mine) {
                        sum += each[0] * 31L + each[1] + each[2];
                    }
                    results[n] = text.append(sum).toString();
                    barrier.await();
                } catch (Exception e) {
                    results[n] = e.toString();
                }
            }).start();
        }
        barrier.await();
        long garbage = 0;
        for (int i = 0; i < 2000; i++) {
            byte[][] many = new byte[10][];
            for (int k = 0; k < many.length; k++) {
                many[k] = new byte[10_000];
                many[k][i % 10_000] = 1;
                garbage += many[k].length;
            }
            if (i % 500 == 0) {
                System.gc();
            }
        }
        System.out.println(garbage);
        barrier.await();
        barrier.await();
        for (String result : results) {
            System.out.println(result);
        }
        long total = 0;
        for (int i = 0; i < 3000; i++) {
            long[] sum = new long[1];
            Thread thread = new Thread(() -> {
                byte[] large = new byte[20_000];
                large[5] = 3;
                sum[0] = large.length + large[5];
            });
            thread.start();
            thread.join();
            total += sum[0];
        }
        System.out.println(total);
    }
}
