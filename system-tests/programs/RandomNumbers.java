import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Random numbers from seeds. */
public class RandomNumbers {
    public static void main(String[] args) {
        Random random = new Random(12345);
        for (int i = 0; i < 5; i++) {
            System.out.println(random.nextInt() + " " + random.nextInt(100) + " " + random.nextLong() + " " + random.nextDouble() + " " + random.nextBoolean()
                    + " " + random.nextGaussian() + " " + random.nextFloat() + " " + random.nextInt(5, 10));
        }
        byte[] bytes = new byte[10];
        random.nextBytes(bytes);
        System.out.println(java.util.Arrays.toString(bytes));
        System.out.println(random.ints(5, 0, 1000).boxed().toList() + " " + random.doubles(2).sum());
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            list.add(i);
        }
        Collections.shuffle(list, random);
        System.out.println(list);
        SplittableRandom splittable = new SplittableRandom(99);
        System.out.println(splittable.nextInt(1000) + " " + splittable.split().nextLong());
        random.setSeed(1);
        System.out.println(random.nextInt() + " " + new Random(1).nextInt());
        double unseeded = Math.random();
        System.out.println(unseeded >= 0 && unseeded < 1);
        System.out.println(new Random().nextInt(3) < 3);
    }
}
