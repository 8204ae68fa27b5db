package ristretto.test.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The faults that are still to be put in: of each victim and sort as many, in an order that a seed chooses. The first one is waited for; what has its occasion meanwhile is taken before it.
 */
final class Deck {
    /** @param random chooses place and bit, so that these do not depend on what was taken before */
    record Card(String victim, Injector.Sort sort, Random random) {}

    private final List<Card> cards = new ArrayList<>();

    Deck(int faults, Random random) {
        while (cards.size() < faults) {
            List<Card> each = new ArrayList<>();
            for (String victim : FaultSystem.VICTIMS) {
                for (Injector.Sort sort : Injector.Sort.values()) {
                    each.add(new Card(victim, sort, new Random(random.nextLong())));
                }
            }
            Collections.shuffle(each, random);
            cards.addAll(each.subList(0, Math.min(each.size(), faults - cards.size())));
        }
    }

    int size() {
        return cards.size();
    }

    Card first() {
        return cards.getFirst();
    }

    /** The first one for which this holds; null: there is none. */
    Card first(Predicate<Card> condition) {
        return cards.stream().filter(condition).findFirst().orElse(null);
    }

    void remove(Card card) {
        cards.remove(card);
    }
}
