package ristretto.test.gateway;

import ristretto.boot.BootTest;

/** In the machine. */
@BootTest(
        system = "src/test/resources/ristretto/test/gateway/spare.toml",
        services = "librarian",
        components = "target/test-classes")
class SparesInQemuTest extends SparesOfASystem {}
