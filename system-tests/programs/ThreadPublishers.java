import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Publishers and subscribers, in the common pool. */
public class ThreadPublishers {
    private static final class Collector implements Flow.Subscriber<Integer> {
        private final List<Integer> got = new ArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);
        private final int most;
        private Flow.Subscription subscription;
        private Throwable failure;

        Collector(int most) {
            this.most = most;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(Integer value) {
            got.add(value);
            if (got.size() == most) {
                subscription.cancel();
                over.countDown();
            } else {
                subscription.request(1);
            }
        }

        @Override
        public void onError(Throwable failure) {
            this.failure = failure;
            over.countDown();
        }

        @Override
        public void onComplete() {
            over.countDown();
        }
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        Collector all = new Collector(Integer.MAX_VALUE);
        Collector few = new Collector(3);
        try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
            publisher.subscribe(all);
            publisher.subscribe(few);
            for (int i = 0; i < 1000; i++) {
                publisher.submit(i * i);
            }
        }
        all.over.await();
        few.over.await();
        System.out.println(all.got.size() + " " + all.got.getLast() + " " + few.got);

        SubmissionPublisher<Integer> failing = new SubmissionPublisher<>();
        Collector told = new Collector(Integer.MAX_VALUE);
        failing.subscribe(told);
        failing.submit(1);
        failing.closeExceptionally(new IllegalStateException("enough"));
        told.over.await();
        System.out.println(told.failure);

        SubmissionPublisher<String> texts = new SubmissionPublisher<>();
        StringBuilder joined = new StringBuilder();
        var done = texts.consume(joined::append);
        for (String text : List.of("a", "b", "c")) {
            texts.submit(text);
        }
        texts.close();
        done.get();
        System.out.println(joined + " " + texts.isClosed() + " " + texts.getNumberOfSubscribers());
    }
}
