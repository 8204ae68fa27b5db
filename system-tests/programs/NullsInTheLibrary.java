import java.util.*;
/** Null pointers inside of the JDK's own methods say what HotSpot says of them. */
public class NullsInTheLibrary {
  static void attempt(Runnable r) { try { r.run(); System.out.println("nothing happened"); } catch (Exception e) { System.out.println(e); } }
  public static void main(String[] a) {
    attempt(() -> new StringBuilder((String) null));
    attempt(() -> new TreeMap<String,Integer>().put(null, 1));
    attempt(() -> new TreeMap<String,Integer>(Map.of("a",1)).get(null));
    attempt(() -> new ArrayList<Object>((Collection<Object>) null));
    attempt(() -> new HashMap<String,String>((Map<String,String>) null));
    attempt(() -> new String((char[]) null));
    attempt(() -> new String((byte[]) null));
    attempt(() -> new String((String) null));
    attempt(() -> "x".concat(null));
    attempt(() -> "x".contains(null));
    attempt(() -> "x".compareTo(null));
    attempt(() -> "x".equalsIgnoreCase(null));
    attempt(() -> "x".indexOf((String) null));
    attempt(() -> "x".startsWith(null));
    attempt(() -> "x".replace(null, "y"));
    attempt(() -> "x".split(null));
    attempt(() -> Integer.parseInt(null));
    attempt(() -> Long.parseLong(null));
    attempt(() -> Double.parseDouble(null));
    attempt(() -> List.of((Object) null));
    attempt(() -> Map.of(null, 1));
    attempt(() -> Set.of("x", null));
    attempt(() -> Arrays.sort((int[]) null));
    attempt(() -> Arrays.fill((int[]) null, 3));
    attempt(() -> Arrays.copyOf((int[]) null, 3));
    attempt(() -> Arrays.asList((Object[]) null));
    attempt(() -> Arrays.sort(new String[] {"a", null}));
    attempt(() -> Collections.sort(Arrays.asList("a", null)));
    attempt(() -> System.arraycopy(null, 0, new int[1], 0, 1));
    attempt(() -> System.arraycopy(new int[1], 0, null, 0, 1));
    attempt(() -> new ArrayDeque<Object>().add(null));
    attempt(() -> new PriorityQueue<Object>().add(null));
    attempt(() -> Objects.requireNonNull(null, "txt"));
    attempt(() -> Optional.of(null));
    attempt(() -> String.valueOf((char[]) null));
    attempt(() -> String.join(null, "a"));
    attempt(() -> new StringBuilder().append((char[]) null));
    attempt(() -> new StringBuilder("x").insert(0, (char[]) null));
    attempt(() -> new StringBuilder().append("x", 0, 2));
    attempt(() -> { Integer i = null; int j = i; });
    attempt(() -> { switch ((String) null) { default -> {} } });
    attempt(() -> EnumSet.of((Thread.State) null));
    attempt(() -> Thread.State.valueOf(null));
    attempt(() -> String.format(null, 1));
    attempt(() -> java.util.regex.Pattern.compile(null));
    attempt(() -> java.math.BigInteger.ONE.add(null));
    attempt(() -> java.time.LocalDate.parse(null));
    attempt(() -> new Scanner((String) null));
    attempt(() -> List.of(1).forEach(null));
    attempt(() -> new ArrayList<>(List.of(3)).forEach(null));
    attempt(() -> List.of(1,2).stream().map(null));
    attempt(() -> Iterator.class.cast(null).next());
  }
}
