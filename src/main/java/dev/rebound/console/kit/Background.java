package dev.rebound.console.kit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Work beside the screen. Questions of the same name outdate each other: only the newest answer is delivered. Jobs run
 * one after the other. Answers arrive on the screen's thread. No thread is ever interrupted.
 */
public final class Background implements AutoCloseable {
    private final Executor questions;
    private final Executor jobs;
    private final Executor screen;
    private final Consumer<Throwable> trouble;
    private final Runnable end;
    private final Map<String, AtomicLong> newest = new ConcurrentHashMap<>();
    private final ObservableList<Job> listed = FXCollections.observableArrayList();
    private final AtomicInteger pending = new AtomicInteger();

    private Background(Executor questions, Executor jobs, Executor screen, Consumer<Throwable> trouble, Runnable end) {
        this.questions = questions;
        this.jobs = jobs;
        this.screen = screen;
        this.trouble = trouble;
        this.end = end;
    }

    /** Real threads; troubles are told on the screen's thread. */
    public static Background threads(Consumer<Throwable> trouble) {
        ExecutorService questions = Executors.newSingleThreadExecutor(daemon("questions"));
        ExecutorService jobs = Executors.newSingleThreadExecutor(daemon("jobs"));
        return new Background(questions, jobs, Platform::runLater, trouble, () -> {
            questions.shutdown();
            jobs.shutdown();
            awaitEnd(jobs);
        });
    }

    /** Everything at once on the calling thread: for tests of models and for pictures. */
    public static Background immediate(Consumer<Throwable> trouble) {
        return new Background(Runnable::run, Runnable::run, Runnable::run, trouble, () -> {});
    }

    /**
     * The same threads for another window: its questions outdate none of this one's, and its jobs are listed apart. It is
     * closed with this one.
     */
    public Background beside(Consumer<Throwable> ofItsOwn) {
        return new Background(questions, jobs, screen, ofItsOwn, () -> {});
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }

    /** A job in the middle of a transaction is let finish: its file is then whole. */
    private static void awaitEnd(ExecutorService jobs) {
        try {
            boolean ended = jobs.awaitTermination(1, TimeUnit.HOURS);
            assert ended : "a job takes longer than an hour";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks a question; a newer question of the same name makes this one's answer void. */
    public <T> void latest(String name, Callable<T> question, Consumer<T> answer) {
        AtomicLong counter = newest.computeIfAbsent(name, n -> new AtomicLong());
        long mine = counter.incrementAndGet();
        pending.incrementAndGet();
        questions.execute(() -> {
            if (counter.get() == mine) {
                work(question, a -> {
                    if (counter.get() == mine) {
                        answer.accept(a);
                    }
                });
            } else {
                pending.decrementAndGet();
            }
        });
    }

    /** Makes the answer to an asked question void. */
    public void forget(String name) {
        newest.computeIfAbsent(name, n -> new AtomicLong()).incrementAndGet();
    }

    /** Runs a job after those before it. */
    public <T> void job(Callable<T> job, Consumer<T> answer) {
        pending.incrementAndGet();
        jobs.execute(() -> work(job, answer));
    }

    /** Work that is told of its job. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; looks now and then whether the job is given up. */
        T work(Job job) throws Exception;
    }

    /**
     * Runs a job after those before it, and lists it with its progress meanwhile. One that is given up ends with a {@link
     * CancellationException}.
     *
     * @param givenUp what is done where it ended so
     */
    public <T> void job(String name, Work<T> work, Consumer<T> answer, Runnable givenUp) {
        Job job = begin(name, () -> {});
        job(
                () -> {
                    try {
                        if (job.isGivenUp()) {
                            throw new CancellationException();
                        }
                        return Optional.of(work.work(job));
                    } catch (CancellationException e) {
                        return Optional.<T>empty();
                    } finally {
                        onScreen(() -> end(job));
                    }
                },
                done -> done.ifPresentOrElse(answer, givenUp));
    }

    /** Lists work that somebody else does; the screen's thread only. */
    public Job begin(String name, Runnable whenGivenUp) {
        Job job = new Job(name, this, whenGivenUp);
        listed.add(job);
        return job;
    }

    /** Takes ended work from the list; the screen's thread only. */
    public void end(Job job) {
        listed.remove(job);
    }

    /** The jobs that run or wait, oldest first. */
    public ObservableList<Job> jobs() {
        return FXCollections.unmodifiableObservableList(listed);
    }

    /** Delivers on the screen's thread. */
    public void onScreen(Runnable act) {
        screen.execute(act);
    }

    /** Acts after the screen has settled, e.g. to put the cursor where a view has just appeared. */
    public void later(Runnable act) {
        Platform.runLater(act);
    }

    /** Whether nothing is asked, running or waiting to be delivered. */
    public boolean isIdle() {
        return pending.get() == 0;
    }

    private <T> void work(Callable<T> task, Consumer<T> answer) {
        try {
            T result = task.call();
            deliver(() -> answer.accept(result));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            deliver(() -> trouble.accept(e));
        }
    }

    private void deliver(Runnable act) {
        screen.execute(() -> {
            try {
                act.run();
            } finally {
                pending.decrementAndGet();
            }
        });
    }

    /** Takes no more work and waits for the running job. */
    @Override
    public void close() {
        end.run();
    }
}
