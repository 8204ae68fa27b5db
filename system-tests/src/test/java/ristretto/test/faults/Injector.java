package ristretto.test.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Puts faults into processes of a machine that runs. What a seed chooses (victim, sort of fault, place, bit) it chooses again in another run; the moment, and so the order, is the host's.
 */
final class Injector {
    /** Where a fault goes. A flipped register or bit of memory stays as it is; an instruction is right again after a while, as in a cache whose line is loaded anew. */
    enum Sort {
        REGISTER,
        INSTRUCTION,
        STACK,
        MEMORY
    }

    /** @param what for people */
    record Fault(String victim, Sort sort, String what) {}

    private static final int MOST_STOPS = 4000;
    /** Between two stops. */
    private static final int MOST_RUN_NS = 200_000;

    private static final int STOPS_BETWEEN_LOOKS = 100;
    private static final int NEAR_BYTES = 64;
    private static final int STACK_BYTES = 256;
    private static final int STACK_POINTER = 2;
    private static final int GENERAL_REGISTERS = 32;

    private final GdbRemote machine;
    /** The first page of each image, by which its processes are known. */
    private final Map<String, byte[]> firstPages;

    private final Map<String, Long> spaces = new HashMap<>();
    /** Whose address spaces were a short while ago, by their {@code satp}; "": nobody's who is known. */
    private final Map<Long, String> names = new HashMap<>();

    private final Random moments;

    private long stops;
    private long changedAddress;
    private byte[] original;

    /**
     * @param images by the name of their process
     * @param moments chooses when to stop the machine
     */
    Injector(GdbRemote machine, Map<String, byte[]> images, Random moments) {
        this.machine = machine;
        this.moments = moments;
        firstPages = new HashMap<>();
        images.forEach((name, image) -> firstPages.put(name, Arrays.copyOf(image, AddressSpace.PAGE_BYTES)));
    }

    /** Stops the machine now and then until there is an occasion for one of these, and lets it go on with that fault; null: there was none. */
    Fault inject(Deck deck) throws IOException, InterruptedException {
        for (int i = 0; i < MOST_STOPS; i++) {
            Thread.sleep(0, moments.nextInt(MOST_RUN_NS));
            machine.stop();
            if (stops++ % STOPS_BETWEEN_LOOKS == 0) {
                names.clear();
            }
            Fault fault = tryNow(deck);
            machine.goOn();
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** Whether there is something to restore. */
    boolean hasChangedInstruction() {
        return original != null;
    }

    /** What was changed in the code is again what it was. */
    void restoreInstruction() throws IOException {
        if (original != null) {
            machine.stop();
            machine.write(changedAddress, original);
            original = null;
            machine.goOn();
        }
    }

    /** Whether this process is given the processor in this time. The kernel's ways out are watched: where it waits most of the time it would not be seen otherwise. */
    boolean isGivenTheProcessor(String process, List<Long> kernelExits, Duration patience)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        // Most exits are to others, thousands in the time between two turns of this one: each is looked at once.
        Set<Long> seen = new HashSet<>();
        machine.stop();
        try {
            for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
                if (machine.goOnTo(kernelExits, Duration.ofNanos(left))) {
                    long satp = machine.addressSpace();
                    if (seen.add(satp) && process.equals(nameOf(AddressSpace.of(machine, satp)))) {
                        machine.step();
                        return machine.register(GdbRemote.PROGRAM_COUNTER) > 0;
                    }
                }
            }
            return false;
        } finally {
            machine.goOn();
        }
    }

    private Fault tryNow(Deck deck) throws IOException {
        long satp = machine.addressSpace();
        Deck.Card first = deck.first();
        String name = names.get(satp);
        if (name == null || deck.first(card -> card.victim().equals(name)) != null) {
            Fault fault = inRunning(deck, satp);
            if (fault != null) {
                return fault;
            }
        }
        // Memory is there also while its process waits.
        AddressSpace space = first.sort() == Sort.MEMORY ? known(first.victim()) : null;
        return space == null ? null : put(deck, first, space, 0);
    }

    /** In the process that the processor is in, if it is in one for which there is a fault. */
    private Fault inRunning(Deck deck, long satp) throws IOException {
        long programCounter = machine.register(GdbRemote.PROGRAM_COUNTER);
        if (programCounter < 0) {
            // In the kernel.
            return null;
        }
        AddressSpace space = AddressSpace.of(machine, satp);
        String name = nameOf(space);
        names.put(satp, name == null ? "" : name);
        if (name != null) {
            spaces.put(name, satp);
        }
        Deck.Card card = deck.first(any -> any.victim().equals(name));
        return card == null || space.page(programCounter) == null ? null : put(deck, card, space, programCounter);
    }

    private Fault put(Deck deck, Deck.Card card, AddressSpace space, long programCounter) throws IOException {
        Fault fault =
                switch (card.sort()) {
                    case REGISTER -> register(card);
                    case INSTRUCTION -> instruction(card, space, programCounter);
                    case STACK -> stack(card, space);
                    case MEMORY -> memory(card, space);
                };
        if (fault != null) {
            deck.remove(card);
        }
        return fault;
    }

    /** The victim's address space as it was seen last, if it still is the victim's. */
    private AddressSpace known(String victim) throws IOException {
        Long satp = spaces.get(victim);
        AddressSpace space = satp == null ? null : AddressSpace.of(machine, satp);
        return space != null && victim.equals(nameOf(space)) ? space : null;
    }

    private String nameOf(AddressSpace space) throws IOException {
        if (space.pages().isEmpty()) {
            return null;
        }
        byte[] first = machine.read(space.pages().getFirst().physicalAddress(), AddressSpace.PAGE_BYTES);
        for (Map.Entry<String, byte[]> image : firstPages.entrySet()) {
            if (Arrays.equals(first, image.getValue())) {
                return image.getKey();
            }
        }
        return null;
    }

    private Fault register(Deck.Card card) throws IOException {
        Random random = card.random();
        int number = 1 + random.nextInt(GENERAL_REGISTERS);
        int bit = random.nextInt(64);
        machine.setRegister(number, machine.register(number) ^ 1L << bit);
        return new Fault(
                card.victim(),
                card.sort(),
                "bit " + bit + " of " + (number == GdbRemote.PROGRAM_COUNTER ? "pc" : "x" + number));
    }

    /** Half of them where the process just is, half anywhere in its code; the first page stays, by which we know the process. */
    private Fault instruction(Deck.Card card, AddressSpace space, long programCounter) throws IOException {
        Random random = card.random();
        List<AddressSpace.Page> code = space.executable();
        long address = random.nextBoolean()
                ? programCounter + 2L * random.nextInt(NEAR_BYTES / 2)
                : at(code.get(random.nextInt(code.size())), random) & -2;
        AddressSpace.Page page = space.page(address);
        if (page == null || !page.executable() || page == space.pages().getFirst()) {
            return null;
        }
        changedAddress = page.physicalAddress() + address % AddressSpace.PAGE_BYTES;
        original = machine.read(changedAddress, 2);
        byte[] changed = original.clone();
        boolean whole = random.nextInt(4) == 0;
        if (whole) {
            random.nextBytes(changed);
        } else {
            changed[random.nextInt(2)] ^= (byte) (1 << random.nextInt(8));
        }
        machine.write(changedAddress, changed);
        return new Fault(
                card.victim(),
                card.sort(),
                (whole ? "another half-word" : "a bit") + " at 0x" + Long.toHexString(address));
    }

    private Fault stack(Deck.Card card, AddressSpace space) throws IOException {
        return flip(card, space, machine.register(STACK_POINTER) + card.random().nextInt(STACK_BYTES));
    }

    private Fault memory(Deck.Card card, AddressSpace space) throws IOException {
        Random random = card.random();
        List<AddressSpace.Page> pages = space.writable();
        return flip(card, space, at(pages.get(random.nextInt(pages.size())), random));
    }

    private static long at(AddressSpace.Page page, Random random) {
        return page.virtualAddress() + random.nextInt(AddressSpace.PAGE_BYTES);
    }

    private Fault flip(Deck.Card card, AddressSpace space, long address) throws IOException {
        AddressSpace.Page page = space.page(address);
        if (page == null || !page.writable()) {
            return null;
        }
        long physical = page.physicalAddress() + address % AddressSpace.PAGE_BYTES;
        int bit = card.random().nextInt(8);
        byte[] content = machine.read(physical, 1);
        content[0] ^= (byte) (1 << bit);
        machine.write(physical, content);
        return new Fault(card.victim(), card.sort(), "bit " + bit + " at 0x" + Long.toHexString(address));
    }
}
