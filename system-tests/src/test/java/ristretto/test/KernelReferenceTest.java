package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import ristretto.abi.Call;
import ristretto.abi.CallNumber;
import ristretto.abi.Operation;
import ristretto.tool.House;

/** The manual's page about the kernel is what the declarations say. */
class KernelReferenceTest {
    private static final Path ROOT = House.ofThisRun().root();

    @Test
    void theManualSaysWhatIsDeclared() throws IOException {
        String text = new KernelReference(ROOT.resolve("abi/src/main/java")).text();
        Path page = ROOT.resolve("docs/kernel.md");
        if ("write".equals(System.getProperty("ristretto.reference"))) {
            Files.writeString(page, text);
        }
        assertEquals(
                text, Files.readString(page), page + " is not what abi/ declares; its head says how to write it anew");
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
