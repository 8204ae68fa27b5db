import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Enums with bodies and fields, enum maps and switches, inner classes that capture. */
public class AppEvents {
    enum Level {
        LOW(1), MIDDLE(5) {
            @Override
            String mark() {
                return "*" + super.mark();
            }
        }, HIGH(10);

        private final int weight;

        Level(int weight) {
            this.weight = weight;
        }

        String mark() {
            return "!".repeat(Math.min(3, weight));
        }
    }

    private final Map<Level, List<Consumer<String>>> listeners = new EnumMap<>(Level.class);
    private final List<String> log = new ArrayList<>();

    void on(Level level, Consumer<String> listener) {
        listeners.computeIfAbsent(level, l -> new ArrayList<>()).add(listener);
    }

    void fire(Level level, String what) {
        listeners.getOrDefault(level, List.of()).forEach(listener -> listener.accept(level.mark() + what));
    }

    class Recorder implements Consumer<String> {
        private int count;

        @Override
        public void accept(String what) {
            log.add(++count + ":" + what);
        }
    }

    static int urgency(Level level) {
        switch (level) {
            case LOW:
                return 0;
            case MIDDLE:
            case HIGH:
                return level.weight * level.ordinal();
            default:
                throw new AssertionError(level);
        }
    }

    public static void main(String[] args) {
        AppEvents events = new AppEvents();
        int[] total = new int[1];
        for (Level level : Level.values()) {
            events.on(level, what -> total[0] += level.weight);
        }
        events.on(Level.HIGH, events.new Recorder());
        events.on(Level.MIDDLE, events.new Recorder());
        events.fire(Level.HIGH, "fire");
        events.fire(Level.LOW, "dust");
        events.fire(Level.MIDDLE, "smoke");
        events.fire(Level.HIGH, "flood");
        System.out.println(events.log + " " + total[0]);
        for (Level level : Level.values()) {
            System.out.println(level + " " + level.name() + " " + level.ordinal() + " " + urgency(level) + " " + level.getDeclaringClass().getSimpleName());
        }
        System.out.println(Level.valueOf("LOW").compareTo(Level.HIGH));
        try {
            Level.valueOf("NONE");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(events.listeners.keySet());
    }
}
