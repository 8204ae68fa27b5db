package ristretto.test.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeckTest {
    private static List<String> all(Deck deck) {
        List<String> all = new ArrayList<>();
        while (deck.size() > 0) {
            Deck.Card card = deck.first();
            deck.remove(card);
            all.add(card.victim() + ", " + card.sort() + ", " + card.random().nextLong());
        }
        return all;
    }

    @Test
    void eachVictimAndSortHasItsShare() {
        Deck deck = new Deck(160, new Random(1));
        Map<String, Integer> counts = new HashMap<>();
        all(deck).forEach(card -> counts.merge(card.substring(0, card.lastIndexOf(',')), 1, Integer::sum));
        assertEquals(16, counts.size());
        counts.forEach((kind, count) -> assertEquals(10, count, kind));
    }

    @Test
    void aSeedChoosesThemAgain() {
        List<String> cards = all(new Deck(50, new Random(1)));
        assertEquals(50, cards.size());
        assertEquals(cards, all(new Deck(50, new Random(1))));
        assertNotEquals(cards, all(new Deck(50, new Random(2))));
    }

    @Test
    void whatHasItsOccasionIsTakenBeforeTheFirst() {
        Deck deck = new Deck(16, new Random(1));
        Deck.Card first = deck.first();
        Deck.Card other = deck.first(card -> !card.victim().equals(first.victim()));
        deck.remove(other);
        assertEquals(15, deck.size());
        assertEquals(first, deck.first());
        assertNull(deck.first(card -> card.equals(other)));
    }
}
