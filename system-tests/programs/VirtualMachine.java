import java.util.Arrays;

/** An interpreter of a little stack machine: a hot loop over a switch. */
public class VirtualMachine {
    private static final int PUSH = 0;
    private static final int ADD = 1;
    private static final int MULTIPLY = 2;
    private static final int LESS = 3;
    private static final int JUMP_IF = 4;
    private static final int LOAD = 5;
    private static final int STORE = 6;
    private static final int PRINT = 7;
    private static final int HALT = 8;
    private static final int MODULO = 9;

    private final int[] stack = new int[32];
    private final int[] memory = new int[8];
    private int top;
    private long steps;

    private void run(int[] code) {
        int pc = 0;
        while (true) {
            steps++;
            switch (code[pc++]) {
                case PUSH -> stack[top++] = code[pc++];
                case ADD -> {
                    top--;
                    stack[top - 1] += stack[top];
                }
                case MULTIPLY -> {
                    top--;
                    stack[top - 1] *= stack[top];
                }
                case MODULO -> {
                    top--;
                    stack[top - 1] %= stack[top];
                }
                case LESS -> {
                    top--;
                    stack[top - 1] = stack[top - 1] < stack[top] ? 1 : 0;
                }
                case JUMP_IF -> {
                    int target = code[pc++];
                    if (stack[--top] != 0) {
                        pc = target;
                    }
                }
                case LOAD -> stack[top++] = memory[code[pc++]];
                case STORE -> memory[code[pc++]] = stack[--top];
                case PRINT -> System.out.println(stack[--top]);
                case HALT -> {
                    return;
                }
                default -> throw new IllegalStateException("operation " + code[pc - 1] + " at " + (pc - 1));
            }
        }
    }

    public static void main(String[] args) {
        VirtualMachine machine = new VirtualMachine();
        machine.run(new int[] {
            PUSH, 1, STORE, 1,
            LOAD, 1, PUSH, 31, MULTIPLY, LOAD, 0, ADD, PUSH, 1000003, MODULO, STORE, 1,
            LOAD, 0, PUSH, 1, ADD, STORE, 0,
            LOAD, 0, PUSH, 20000, LESS, JUMP_IF, 4,
            LOAD, 1, PRINT, LOAD, 0, PRINT, HALT});
        System.out.println(machine.steps + " " + Arrays.toString(machine.memory));
        try {
            new VirtualMachine().run(new int[] {PUSH, 5, 42});
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        try {
            new VirtualMachine().run(new int[] {ADD});
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }
}
