import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An application in small: accounts, transfers, checked exceptions of its own, a ledger. */
public class BankSimulation {
    private static class BankException extends Exception {
        BankException(String message) {
            super(message);
        }
    }

    private static final class Overdrawn extends BankException {
        final long missing;

        Overdrawn(String account, long missing) {
            super(account + " lacks " + missing);
            this.missing = missing;
        }
    }

    private static final class Account {
        private final String owner;
        private long balance;

        Account(String owner, long balance) {
            this.owner = owner;
            this.balance = balance;
        }

        void withdraw(long amount) throws Overdrawn {
            if (amount > balance) {
                throw new Overdrawn(owner, amount - balance);
            }
            balance -= amount;
        }
    }

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final StringBuilder ledger = new StringBuilder();

    private Account account(String owner) throws BankException {
        return Optional.ofNullable(accounts.get(owner)).orElseThrow(() -> new BankException("no account of " + owner));
    }

    private boolean transfer(String from, String to, long amount) {
        try {
            Account target = account(to);
            account(from).withdraw(amount);
            target.balance += amount;
            ledger.append(from).append("->").append(to).append(' ').append(amount).append('\n');
            return true;
        } catch (Overdrawn e) {
            ledger.append("refused: ").append(e.getMessage()).append(" of ").append(amount).append('\n');
            return e.missing < 5 && transfer(from, to, amount - e.missing);
        } catch (BankException e) {
            ledger.append("error: ").append(e.getMessage()).append('\n');
            return false;
        } finally {
            ledger.append("total ").append(accounts.values().stream().mapToLong(a -> a.balance).sum()).append('\n');
        }
    }

    public static void main(String[] args) {
        BankSimulation bank = new BankSimulation();
        for (String owner : "ann bob cid".split(" ")) {
            bank.accounts.put(owner, new Account(owner, 100));
        }
        System.out.println(bank.transfer("ann", "bob", 30) + " " + bank.transfer("bob", "cid", 132) + " " + bank.transfer("cid", "ann", 500) + " " + bank.transfer("dee", "ann", 1));
        System.out.print(bank.ledger);
        bank.accounts.forEach((owner, account) -> System.out.println(owner + " " + account.balance));
    }
}
