package ristretto.bench.compiler;

/** Builds many short strings of numbers, characters and other strings, and takes them apart again. */
final class StringBuilding implements Benchmark {
    private static final int LINES = 3000;

    private long result;

    @Override
    public String name() {
        return "string building";
    }

    @Override
    public void prepare() {
        result = 0;
    }

    @Override
    public void run() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            String key = "key" + i % 97 + '=' + (i * 31L);
            page.append(key)
                    .append(';')
                    .append(i & 0xff)
                    .append(key.indexOf('='))
                    .append('\n');
        }
        String text = page.toString();
        int lines = 0;
        for (int start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            result = result * 31 + line.hashCode() + line.replace('=', ':').length();
            lines++;
        }
        result += lines;
    }

    @Override
    public long result() {
        return result;
    }
}
