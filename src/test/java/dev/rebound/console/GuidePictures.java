package dev.rebound.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Chooses among the drawn views of {@code target/pictures} those that the user guide shows, in both languages. */
public final class GuidePictures {
    private GuidePictures() {}

    /** Renews {@code src/docs/pictures/guide-*}; run after {@link PicturesTest}, in the project's folder. */
    public static void main(String[] args) throws IOException {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("first", "empty-start");
        views.put("gap", "campaigns");
        views.put("log", "activity");
        views.put("invalid", "invalid-questionable");
        Path drawn = Path.of("target/pictures");
        Path pages = Path.of("src/docs/pictures");
        for (Map.Entry<String, String> view : views.entrySet()) {
            for (String language : new String[] {"en", "fr"}) {
                Path picture = drawn.resolve(view.getValue() + "-light-" + language + ".png");
                if (!Files.exists(picture)) {
                    throw new IOException(picture + " is missing. Draw it first: mvn -q test -Dtest=PicturesTest");
                }
                // Drawn quickly; a page carries the small form of it.
                ImageIO.write(
                        ImageIO.read(picture.toFile()),
                        "png",
                        pages.resolve("guide-" + view.getKey() + "-" + language + ".png")
                                .toFile());
            }
        }
    }
}
