package ristretto.specification;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a state: an object, a slot, a mapped page, or the state as a whole. What it holds it shows to a visitor, once
 * and in one place; copies, comparison, hashes and other numberings are all made from that.
 */
public abstract class Thing implements Cloneable {
    /** Where it stands among its like, which nobody can find out: only for comparison with the kernel's own. */
    public int number;

    /** Scratch of whoever visits: its copy, its place among all. */
    Thing twin;

    public int place;

    public abstract void show(Visitor visitor);

    /** All that is reached from this one, and it itself, the first. */
    public List<Thing> all() {
        List<Thing> all = new ArrayList<>(64);
        add(all);
        return all;
    }

    void add(List<Thing> all) {
        all.add(this);
    }

    /** Of the whole, down to each thing that belongs to it; numbers and other values never change hands. */
    Thing copyAll() {
        List<Thing> all = all();
        for (Thing thing : all) {
            try {
                thing.twin = (Thing) thing.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
        for (Thing thing : all) {
            thing.twin.show(COPY);
        }
        return twin;
    }

    private static final Visitor COPY = new Visitor() {
        @Override
        @SuppressWarnings("unchecked")
        public <T extends Thing> T link(String name, T to) {
            return to == null ? null : (T) to.twin;
        }

        @Override
        public <T extends Thing> List<T> queue(String name, List<T> things) {
            List<T> copies = new ArrayList<>(things.size());
            for (T thing : things) {
                copies.add(link(name, thing));
            }
            return copies;
        }

        @Override
        public Long[] registers(Long[] values) {
            return values.clone();
        }
    };
}
