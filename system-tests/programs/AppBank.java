// exit: 1
import java.util.LinkedHashMap;
import java.util.Map;

/** Checked exceptions with causes, finally, and at last one that nobody catches. */
public class AppBank {
    static class BankException extends Exception {
        BankException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static final class InsufficientFunds extends BankException {
        final long missing;

        InsufficientFunds(String account, long missing) {
            super(account + " lacks " + missing, null);
            this.missing = missing;
        }
    }

    private final Map<String, Long> accounts = new LinkedHashMap<>();
    private int attempts;

    void open(String name, long amount) {
        if (accounts.putIfAbsent(name, amount) != null) {
            throw new IllegalStateException(name + " exists");
        }
    }

    void transfer(String from, String to, long amount) throws BankException {
        try {
            long balance = accounts.get(from);
            if (balance < amount) {
                throw new InsufficientFunds(from, amount - balance);
            }
            accounts.merge(to, amount, Long::sum);
            accounts.computeIfPresent(from, (name, old) -> old - amount);
        } catch (NullPointerException e) {
            throw new BankException("no account " + from, e);
        } finally {
            attempts++;
        }
    }

    public static void main(String[] args) throws BankException {
        AppBank bank = new AppBank();
        bank.open("ann", 100);
        bank.open("bob", 20);
        bank.transfer("ann", "bob", 30);
        System.out.println(bank.accounts);
        try {
            bank.transfer("bob", "ann", 500);
        } catch (InsufficientFunds e) {
            System.out.println(e.getMessage() + " (" + e.missing + ")");
        }
        try {
            bank.transfer("zoe", "ann", 1);
        } catch (BankException e) {
            System.out.println(e.getMessage() + " because of " + e.getCause().getClass().getName());
        }
        try {
            bank.open("ann", 1);
        } catch (IllegalStateException e) {
            System.out.println(e);
        }
        System.out.println(bank.attempts + " attempts");
        bank.transfer("bob", "cid", 51);
    }
}
