package ristretto.bench;

import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** The service whose calls are counted. */
@Service
public interface Calculator {
    @Immediate
    int add(int a, int b);
}
