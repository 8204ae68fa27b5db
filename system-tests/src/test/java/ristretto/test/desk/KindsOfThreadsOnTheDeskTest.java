package ristretto.test.desk;

import ristretto.boot.BootTest;
import ristretto.boot.Place;

/** On the desk. */
@BootTest(
        system = "src/test/resources/ristretto/test/desk/kinds-of-threads.toml",
        on = Place.JVM,
        components = "target/test-classes")
class KindsOfThreadsOnTheDeskTest extends KindsOfThreads {}
