package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;

/** The debug build's checks hold wherever the plain ones of the kernel's own tests do, which were written separately. */
class AuditedRandomTest extends RandomTest {
    private World audited;
    private Audit audit;

    @Override
    int rounds() {
        return 1;
    }

    @Override
    void afterStep(World world) {
        if (world != audited) {
            if (world.core.current == null) {
                return;
            }
            audited = world;
            audit = new Audit(world.kernel);
        }
        byte[] broken = audit.check();
        assertNull(broken, () -> new String(broken, StandardCharsets.UTF_8) + ", type " + audit.type());
    }
}
