import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Inner, nested, local and anonymous classes, and what they capture. */
public class InnerClasses {
    private int counter = 10;

    private class Inner {
        private int counter = 20;

        class Deeper {
            int sum() {
                return counter + Inner.this.counter + InnerClasses.this.counter++;
            }
        }
    }

    private static class Nested {
        private final String name;

        Nested(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "Nested " + name;
        }
    }

    private List<IntSupplier> suppliers(int base) {
        List<IntSupplier> result = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int captured = i;
            class Local implements IntSupplier {
                private final int factor = captured + 1;

                @Override
                public int getAsInt() {
                    return base * factor + counter;
                }
            }
            result.add(new Local());
            result.add(new IntSupplier() {
                private int calls;

                @Override
                public int getAsInt() {
                    return ++calls * captured;
                }
            });
        }
        return result;
    }

    public static void main(String[] args) {
        InnerClasses outer = new InnerClasses();
        Inner inner = outer.new Inner();
        Inner.Deeper deeper = inner.new Deeper();
        System.out.println(deeper.sum() + " " + deeper.sum() + " " + outer.counter);
        System.out.println(new Nested("n") + " " + new Nested("m").name);
        for (IntSupplier supplier : outer.suppliers(100)) {
            System.out.print(supplier.getAsInt() + "," + supplier.getAsInt() + " ");
        }
        System.out.println();
        System.out.println(new Object() {
            int hidden = 7;

            int twice() {
                return hidden * 2;
            }
        }.twice());
        System.out.println(Inner.class.getName() + " " + Inner.Deeper.class.getSimpleName() + " " + new Object() {}.getClass().getName());
    }
}
