package ristretto.test.gateway;

import ristretto.boot.BootTest;
import ristretto.boot.Place;

/** On the desk. */
@BootTest(
        system = "src/test/resources/ristretto/test/gateway/spare.toml",
        on = Place.JVM,
        services = "librarian",
        components = "target/test-classes")
class SparesOnTheDeskTest extends SparesOfASystem {}
