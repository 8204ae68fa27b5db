package ristretto.test.desk;

import ristretto.boot.BootTest;

/** In the machine. */
@BootTest(system = "src/test/resources/ristretto/test/desk/kinds-of-threads.toml", components = "target/test-classes")
class KindsOfThreadsInQemuTest extends KindsOfThreads {}
