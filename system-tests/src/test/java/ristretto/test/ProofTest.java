package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ristretto.tool.House;
import ristretto.tool.verify.Proofs;

/** The quick proofs about the kernel, each with a bug that it must refute. Fails, and says what is missing, where the model checker cannot be had. */
class ProofTest {
    @Test
    void theKernelKeepsItsInvariantsAndPlantedBugsAreRefuted() throws Exception {
        assertTrue(
                new Proofs(House.ofThisRun()).run(true, List.of()), "see the lines that begin with FAILED or MISSED");
    }
}
