package ristretto.tool.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.tool.UserError;

/**
 * Figures while they are being taken. One that fails is reported as not measured, with the reason, and the others are taken all the
 * same.
 */
public final class FigureTable {
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /** What takes some figures, and tells them by {@link #measured}. */
    public interface Measurement {
        void take() throws IOException, InterruptedException;
    }

    /** Announces a figure: its line stands in the table whether or not it can be measured. */
    public void add(Figure figure) {
        if (figures.putIfAbsent(figure.key(), figure) != null) {
            throw new IllegalArgumentException("two figures with the key " + figure.key());
        }
    }

    /** @param keys of the figures that this takes, for those that it leaves without a value */
    public void attempt(Measurement measurement, String... keys) {
        String reason = "nothing was said of it";
        try {
            measurement.take();
        } catch (IOException | UserError e) {
            reason = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = "interrupted";
        }
        for (String key : keys) {
            Figure figure = get(key);
            if (figure.value().isEmpty()) {
                figures.put(key, figure.failed(reason));
            }
        }
    }

    public void measured(String key, Number value) {
        figures.put(key, get(key).measured(value));
    }

    private Figure get(String key) {
        Figure figure = figures.get(key);
        if (figure == null) {
            throw new IllegalArgumentException("no figure has the key " + key);
        }
        return figure;
    }

    public List<Figure> all() {
        return new ArrayList<>(figures.values());
    }
}
