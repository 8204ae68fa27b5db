import java.util.ArrayList;
import java.util.List;

/** Triangles, primes, digits: small number puzzles. */
public class Pascal {
    public static void main(String[] args) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            List<Integer> row = new ArrayList<>();
            for (int k = 0; k <= n; k++) {
                row.add(k == 0 || k == n ? 1 : rows.get(n - 1).get(k - 1) + rows.get(n - 1).get(k));
            }
            rows.add(row);
            System.out.println(" ".repeat(12 - n) + row);
        }
        boolean[] composite = new boolean[5000];
        int count = 0;
        for (int i = 2; i < composite.length; i++) {
            if (!composite[i]) {
                count++;
                for (int j = i * i; j < composite.length && j > 0; j += i) {
                    composite[j] = true;
                }
            }
        }
        System.out.println(count);
        for (int n = 1; n < 1000; n++) {
            int divisors = 0;
            for (int d = 1; d < n; d++) {
                divisors += n % d == 0 ? d : 0;
            }
            if (divisors == n) {
                System.out.print(n + " perfect ");
            }
            int cubes = 0;
            for (int m = n; m > 0; m /= 10) {
                cubes += (m % 10) * (m % 10) * (m % 10);
            }
            if (cubes == n) {
                System.out.print(n + " cubes ");
            }
        }
        System.out.println();
        int a = 1071;
        int b = 462;
        while (b != 0) {
            int t = a % b;
            a = b;
            b = t;
        }
        System.out.println(a);
        String[] numerals = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        for (int year : new int[] {1999, 2026, 4, 3888}) {
            StringBuilder roman = new StringBuilder();
            int rest = year;
            for (int i = 0; i < values.length; i++) {
                while (rest >= values[i]) {
                    roman.append(numerals[i]);
                    rest -= values[i];
                }
            }
            System.out.print(roman + " ");
        }
        System.out.println();
    }
}
