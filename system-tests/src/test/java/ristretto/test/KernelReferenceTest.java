package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.Call;
import ristretto.abi.CallNumber;
import ristretto.abi.Operation;
import ristretto.tool.House;
import ristretto.tool.verify.Calls;
import ristretto.tool.verify.WorstTimes;

/** The manual's page about the kernel is what the declarations say, with what calls cost on the machine, and at worst. */
class KernelReferenceTest {
    private static final Path ROOT = House.ofThisRun().root();

    private static final Pattern COST = Pattern.compile("(?m)^cost (call|operation) (\\d+) (\\d+) ([^\\r\\n]*)");

    @TempDir
    Path folder;

    @Test
    void theManualSaysWhatIsDeclaredAndCounted() throws IOException, InterruptedException {
        Map<String, Long> bounds = new WorstTimes(ImageFactory.HOUSE).byCall();
        String text = new KernelReference(ROOT.resolve("abi/src/main/java"), costs(), bounds).text();
        Path page = ROOT.resolve("docs/kernel.md");
        if ("write".equals(System.getProperty("ristretto.reference"))) {
            Files.writeString(page, text);
        }
        assertEquals(
                text, Files.readString(page), page + " is not what abi/ declares; its head says how to write it anew");
    }

    /** In words, by the name of the constant. */
    private Map<String, String> costs() throws IOException, InterruptedException {
        Map<Integer, String> calls = named(Calls.numbers());
        Map<Integer, String> operations = named(Calls.operations());
        Map<String, String> costs = new TreeMap<>();
        Matcher line = COST.matcher(CountedProgram.run(folder, "Costs", List.of("Puppet")));
        while (line.find()) {
            String name = (line.group(1).equals("call") ? calls : operations).get(Integer.valueOf(line.group(2)));
            String form = line.group(4).isEmpty() ? "" : " (" + line.group(4) + ")";
            costs.put(name, "%,d instructions%s".formatted(Long.valueOf(line.group(3)), form));
        }
        return costs;
    }

    private static Map<Integer, String> named(Map<String, Integer> constants) {
        Map<Integer, String> names = new TreeMap<>();
        constants.forEach((name, number) -> names.put(number, name));
        return names;
    }

    @Test
    void eachCallIsDeclared() {
        for (Field call : CallNumber.class.getFields()) {
            boolean invoke = call.getName().equals("INVOKE");
            assertEquals(!invoke, call.isAnnotationPresent(Call.class), call.getName());
        }
        for (Field operation : Operation.class.getFields()) {
            boolean isFlag =
                    operation.getName().equals("FOREIGN") || operation.getName().equals("FAULT_ON_BUDGET");
            if (!isFlag) {
                assertNotNull(operation.getAnnotation(Call.class), operation.getName());
            }
        }
    }
}
