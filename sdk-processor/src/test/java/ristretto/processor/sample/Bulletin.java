package ristretto.processor.sample;

import ristretto.sdk.Idempotent;
import ristretto.sdk.OneWay;
import ristretto.sdk.Service;

/** One-way methods: of many words, of few, and one that is called again; and one whose caller waits. */
@Service
public interface Bulletin {
    @OneWay
    void tell(String what);

    @OneWay
    void count(int more);

    @OneWay
    @Idempotent
    void repeat(String what);

    String told();
}
