package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.verify.Proofs;

/** The quick proofs about the kernel, each with a bug that it must refute. Without Debian's packages there is no model checker, and no test. */
class ProofTest {
    @Test
    void theKernelKeepsItsInvariantsAndPlantedBugsAreRefuted() throws Exception {
        Proofs proofs = new Proofs(House.ofThisRun());
        try {
            proofs.fetch();
        } catch (UserError e) {
            Assumptions.abort(e.getMessage());
        }
        assertTrue(proofs.run(true, List.of()), "see the lines that begin with FAILED or MISSED");
    }
}
