package dev.outlookmailbox.testkit.directory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All people there are. Any thread may use it. */
public final class Directory {

    private final List<Account> accounts = new CopyOnWriteArrayList<>();

    /** @throws IllegalArgumentException if the address is taken */
    public synchronized Account add(String address, String name) {
        requireFree(address);
        Account account = new Account(address, name);
        accounts.add(account);
        return account;
    }

    /** @throws IllegalArgumentException if the address is taken */
    public synchronized void addAlias(Account account, String alias) {
        requireFree(alias);
        account.addAlias(alias);
    }

    /** In the order in which they were added. */
    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    /** By primary address or alias; case does not matter. */
    public Optional<Account> find(String address) {
        return accounts.stream().filter(account -> account.owns(address)).findFirst();
    }

    private void requireFree(String address) {
        find(address).ifPresent(owner -> {
            throw new IllegalArgumentException(address + " belongs to " + owner.address() + " already.");
        });
    }
}
