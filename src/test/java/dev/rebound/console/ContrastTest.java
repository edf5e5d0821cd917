package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words stand 4.5:1 from every ground they stand on, signs and focus 3:1 (WCAG 1.4.3, 1.4.11), computed in both themes. */
class ContrastTest {
    private static final Pattern COLOUR =
            Pattern.compile("([\\w-]+):\\s*(#[0-9a-fA-F]{6}|rgba\\((\\d+), ?(\\d+), ?(\\d+), ?([0-9.]+)\\))");

    /** Red, green, blue from 0 to 1. */
    private record Colour(double red, double green, double blue) {
        static Colour of(String hex) {
            int rgb = Integer.parseInt(hex.substring(1), 16);
            return new Colour((rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
        }

        Colour over(Colour ground, double opacity) {
            return new Colour(
                    red * opacity + ground.red * (1 - opacity),
                    green * opacity + ground.green * (1 - opacity),
                    blue * opacity + ground.blue * (1 - opacity));
        }

        private static double linear(double c) {
            return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }

        double luminance() {
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        }

        double contrast(Colour other) {
            double a = luminance();
            double b = other.luminance();
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }
    }

    private static Map<String, Colour> colours(String theme) throws IOException {
        Map<String, Colour> found = new HashMap<>();
        try (InputStream in =
                ContrastTest.class.getResourceAsStream("/atlantafx/base/theme/primer-" + theme + ".css")) {
            read(new String(in.readAllBytes(), StandardCharsets.UTF_8), found);
        }
        read(Files.readString(Path.of("src/main/resources/dev/rebound/console/" + theme + ".css")), found);
        return found;
    }

    /** The first declaration counts; what is see-through lies over the window's ground. */
    private static void read(String css, Map<String, Colour> found) {
        Matcher m = COLOUR.matcher(css);
        while (m.find()) {
            if (m.group(3) == null) {
                found.putIfAbsent(m.group(1), Colour.of(m.group(2)));
            } else {
                Colour own = new Colour(
                        Integer.parseInt(m.group(3)) / 255.0,
                        Integer.parseInt(m.group(4)) / 255.0,
                        Integer.parseInt(m.group(5)) / 255.0);
                Colour ground = found.get("-color-bg-default");
                if (ground != null) {
                    found.putIfAbsent(m.group(1), own.over(ground, Double.parseDouble(m.group(6))));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void wordsAndSignsAreToldFromTheGroundTheyStandOn(String theme) throws IOException {
        Map<String, Colour> colours = colours(theme);
        List<String> grounds = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay", "-color-bg-inset");
        for (String ground : grounds) {
            for (String words :
                    List.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-color-success-fg")) {
                stands(colours, words, ground, 4.5);
            }
        }
        for (String words : List.of("-color-warning-fg", "-color-danger-fg", "ink-text", "ink-muted")) {
            stands(colours, words, "-color-bg-default", 4.5);
        }
        stands(colours, "-color-warning-fg", "-color-bg-subtle", 4.5);
        stands(colours, "-color-accent-fg", "-color-accent-subtle", 4.5);
        stands(colours, "-color-fg-default", "-color-accent-subtle", 4.5);
        stands(colours, "-color-fg-default", "-color-neutral-subtle", 4.5);
        stands(colours, "-color-accent-emphasis", "-color-bg-default", 3);
        colours.forEach((name, colour) -> {
            boolean sign = name.startsWith("state-") || name.startsWith("ink-");
            if (sign && !List.of("ink-grid", "ink-ground").contains(name)) {
                stands(colours, name, "-color-bg-default", 3);
            }
        });
    }

    private static void stands(Map<String, Colour> colours, String above, String below, double least) {
        Colour a = Objects.requireNonNull(colours.get(above), above);
        Colour b = Objects.requireNonNull(colours.get(below), below);
        assertThat(a.contrast(b)).as(above + " on " + below).isGreaterThanOrEqualTo(least);
    }
}
