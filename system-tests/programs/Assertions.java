/** Assertions are off, whatever javac makes of the code around them. */
public class Assertions {
    static int calls;

    static boolean check(int n) {
        calls++;
        return n > 100;
    }

    static String inBranch(int n) {
        String result = "";
        if (n > 0) {
            assert check(n) : "positive " + n;
        } else {
            result += "else ";
        }
        return result + "after";
    }

    static int inLoop(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            if (i % 2 == 0) {
                assert check(i);
            } else if (i % 3 == 0) {
                sum += 100;
            } else {
                assert check(i) && check(i + 1) || check(n);
                continue;
            }
            sum++;
        }
        return sum;
    }

    static String inSwitch(int n) {
        String result = "";
        switch (n) {
            case 0:
                assert check(n);
                break;
            case 1:
                result += "one ";
            case 2:
                assert false;
            default:
                result += "rest ";
        }
        return result + switch (n) {
            case 0 -> {
                assert check(n);
                yield "zero";
            }
            default -> "other";
        };
    }

    static int inTry(int n) {
        try {
            assert check(n);
            return n;
        } finally {
            assert check(n) : new int[n].length;
            calls += 1000;
        }
    }

    static void alone(Object o) {
        assert o != null;
    }

    static int onTheStack(int n) {
        return n + switch (n) {
            case 1 -> {
                assert check(n);
                yield 10;
            }
            default -> 20;
        } * n;
    }

    static boolean enabled() {
        boolean on = false;
        assert on = true;
        return on;
    }

    public static void main(String[] args) {
        System.out.println(inBranch(1) + inBranch(-1));
        System.out.println(inLoop(10));
        for (int i = 0; i < 4; i++) {
            System.out.println(inSwitch(i));
        }
        System.out.println(inTry(3));
        alone(null);
        System.out.println(onTheStack(1) + onTheStack(2));
        System.out.println(enabled() + " " + calls + " " + Assertions.class.desiredAssertionStatus());
    }
}
