package ristretto.test.gateway;

import ristretto.boot.BootTest;
import ristretto.boot.Place;

/** On the desk. */
@BootTest(
        system = "src/test/resources/ristretto/test/gateway/library.toml",
        on = Place.JVM,
        services = {"librarian", "console"},
        components = "target/test-classes")
class ServicesOnTheDeskTest extends ServicesOfASystem {}
