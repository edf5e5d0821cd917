package dev.rebound.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what unknown replies are held against: {@code rules/likeness.tsv}, from all replies in our own words. */
public final class LikenessFile {
    private LikenessFile() {}

    /** Writes the file that the first argument names. */
    public static void main(String[] args) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# How often words stand in replies of each meaning. Made by exec:exec@likeness of all replies in our own words.",
                "# First the meanings, then for each word (its first seven letters, a code, or two signs of a script without",
                "# spaces) the number of a meaning, counted from 0, and how many replies of it have the word."));
        lines.addAll(OwnReplies.likeness().lines());
        Files.write(Path.of(args[0]), lines);
    }
}
