package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that was done to the files of a store's folder, in its order. Of any moment it gives what the disk may hold if the
 * power went then: all that was forced, and of what was not, a share, in any choice, the last of it torn.
 */
final class DiskLog {
    /** What lies beside the engine's files is small, written by the store itself, and forced each time. */
    private static final long BESIDE_BYTES = 1 << 16;

    private enum Kind {
        APPEARED,
        WRITTEN,
        CUT,
        FORCED
    }

    private record Step(Kind kind, String file, long place, byte[] bytes, Map<String, byte[]> beside) {}

    /** One file: what is surely on the disk, and what is on its way. */
    private static final class Content {
        byte[] forced = new byte[0];
        final List<Step> pending = new ArrayList<>();

        void force() {
            pending.forEach(s -> forced = with(forced, s, s.bytes().length));
            pending.clear();
        }
    }

    private final Path folder;
    private final List<Step> steps = new ArrayList<>();

    DiskLog(Path folder) {
        this.folder = folder;
    }

    /** Number of things done so far. */
    synchronized int size() {
        return steps.size();
    }

    /** A file is there with all that it holds: it was there before, or took another's place. */
    void appeared(String file, byte[] bytes) throws IOException {
        add(Kind.APPEARED, file, 0, bytes);
    }

    void written(String file, long place, byte[] bytes) throws IOException {
        add(Kind.WRITTEN, file, place, bytes);
    }

    void cut(String file, long size) throws IOException {
        add(Kind.CUT, file, size, new byte[0]);
    }

    void forced(String file) throws IOException {
        add(Kind.FORCED, file, 0, new byte[0]);
    }

    private synchronized void add(Kind kind, String file, long place, byte[] bytes) throws IOException {
        steps.add(new Step(kind, folder.relativize(Path.of(file)).toString(), place, bytes, beside()));
    }

    private Map<String, byte[]> beside() throws IOException {
        Map<String, byte[]> out = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path f : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(f.getFileName());
                if (!name.contains(".mv.db") && !name.endsWith(".lock") && Files.size(f) < BESIDE_BYTES) {
                    out.put(name, Files.readAllBytes(f));
                }
            }
        }
        return out;
    }

    /** How many heads of files were written, each of them while nothing before it was still on its way to the disk. */
    synchronized int headsAfterAllTheyTellOf() {
        int heads = 0;
        Set<String> unforced = new HashSet<>();
        for (Step s : steps) {
            if (s.kind() == Kind.WRITTEN) {
                if (s.place() == 0) {
                    assertThat(unforced)
                            .as("step %d writes a head", steps.indexOf(s))
                            .doesNotContain(s.file());
                    heads++;
                }
                unforced.add(s.file());
            } else if (s.kind() == Kind.FORCED) {
                unforced.remove(s.file());
            }
        }
        return heads;
    }

    /**
     * Makes the folder what it may be after the power went.
     *
     * @param moment after so many steps
     * @param share of what was not forced, so much has reached the disk
     */
    synchronized void lay(int moment, double share, Random random) throws IOException {
        lay(moment, Set.of(), c -> image(c, share, random));
    }

    /**
     * Makes the folder what a disk may hold that said it had forced what it had not: from some step on every part of a file
     * is lost, and only what is written at its beginning, and the files beside it, are there.
     */
    synchronized void layLosing(int from, int moment) throws IOException {
        Set<Step> lost = Collections.newSetFromMap(new IdentityHashMap<>());
        steps.subList(from, moment).stream()
                .filter(s -> s.kind() == Kind.WRITTEN && s.place() > 0)
                .forEach(lost::add);
        lay(moment, lost, c -> image(c, 1, new Random(0)));
    }

    private void lay(int moment, Set<Step> lost, Function<Content, byte[]> image) throws IOException {
        Map<String, Content> contents = new LinkedHashMap<>();
        for (Step s : steps.subList(0, moment)) {
            Content c = contents.computeIfAbsent(s.file(), f -> new Content());
            switch (s.kind()) {
                case APPEARED -> {
                    c.pending.clear();
                    c.forced = s.bytes();
                }
                case WRITTEN, CUT -> c.pending.addAll(lost.contains(s) ? List.of() : List.of(s));
                case FORCED -> c.force();
            }
        }
        StoreFiles.delete(folder);
        StoreFiles.makeFolder(folder);
        for (Map.Entry<String, Content> e : contents.entrySet()) {
            Path file = folder.resolve(e.getKey());
            StoreFiles.makeFolder(file.resolveSibling("."));
            Files.write(file, image.apply(e.getValue()));
        }
        for (Map.Entry<String, byte[]> e : steps.get(moment - 1).beside().entrySet()) {
            Files.write(folder.resolve(e.getKey()), e.getValue());
        }
    }

    private static byte[] image(Content c, double share, Random random) {
        byte[] image = c.forced;
        for (int i = 0; i < c.pending.size(); i++) {
            Step s = c.pending.get(i);
            if (random.nextDouble() < share) {
                boolean torn = i == c.pending.size() - 1 || random.nextInt(4) == 0;
                image = with(image, s, torn ? random.nextInt(s.bytes().length + 1) : s.bytes().length);
            }
        }
        return image;
    }

    private static byte[] with(byte[] image, Step s, int length) {
        int place = (int) s.place();
        if (s.kind() == Kind.CUT) {
            return Arrays.copyOf(image, place);
        }
        byte[] out = Arrays.copyOf(image, Math.max(image.length, place + length));
        System.arraycopy(s.bytes(), 0, out, place, length);
        return out;
    }
}
